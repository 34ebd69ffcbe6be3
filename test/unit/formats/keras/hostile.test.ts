import { testHostileFiles } from '../../../support/hostile-files.ts';

await testHostileFiles(new URL('../../../fixtures/keras/hostile/', import.meta.url));
