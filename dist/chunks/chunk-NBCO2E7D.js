import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";

// src/report/outcome.ts
var STATUSES = ["error", ...VERDICTS];

export {
  STATUSES
};
