import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/entry/exit-code.ts
var EXIT = {
  pass: 0,
  gateFailed: 1,
  usage: 2,
  unreadable: 3,
  interrupted: 130
};
function exitCodeOf(outcome) {
  if (outcome.kind === "report") return outcome.report.summary.passed ? EXIT.pass : EXIT.gateFailed;
  return outcome.error instanceof ConfigError ? EXIT.usage : EXIT.unreadable;
}
function worstExitCode(outcomes) {
  const codes = outcomes.map(exitCodeOf);
  const order = [EXIT.usage, EXIT.unreadable, EXIT.gateFailed];
  return order.find((code) => codes.includes(code)) ?? EXIT.pass;
}

export {
  EXIT,
  exitCodeOf,
  worstExitCode
};
