import { testHostileFiles } from '../../../support/hostile-files.ts';

await testHostileFiles(new URL('../../../fixtures/archive/hostile/', import.meta.url));
