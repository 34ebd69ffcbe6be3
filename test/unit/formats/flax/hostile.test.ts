import { testHostileFiles } from '../../../support/hostile-files.ts';

await testHostileFiles(new URL('../../../fixtures/flax/hostile/', import.meta.url));
