import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-A47CLEZ7.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-WUDJ7BTF.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-TBBUM27V.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-IG36MT2C.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
