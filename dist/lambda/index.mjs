import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-JGNPIZDW.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-MF6E6E55.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-HQTYBAAP.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-S5UEA2MS.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
