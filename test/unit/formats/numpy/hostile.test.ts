import { testHostileFiles } from '../../../support/hostile-files.ts';

await testHostileFiles(new URL('../../../fixtures/numpy/hostile/', import.meta.url));
