import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/entry/no-report.ts
function noReport(subject, problem) {
  return new ConfigError({
    code: "NO_REPORT",
    subject,
    problem,
    cure: "Name the JSON reports that analyze has left, one a line: files, a directory or a glob"
  });
}

export {
  noReport
};
