import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-JEWIOQ45.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-XKL4VSAN.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-33OR6S5C.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-KH4GXYQC.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
