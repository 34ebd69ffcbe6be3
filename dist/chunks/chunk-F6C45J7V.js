import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/verdict/verdict.ts
var VERDICTS = ["fail", "inconclusive", "warn", "pass"];

export {
  VERDICTS
};
