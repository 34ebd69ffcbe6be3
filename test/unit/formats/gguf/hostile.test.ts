import { testHostileFiles } from '../../../support/hostile-files.ts';

await testHostileFiles(new URL('../../../fixtures/gguf/hostile/', import.meta.url));
