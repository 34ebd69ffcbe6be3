import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-5J5B2YAS.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-B5W4AG66.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-PEZZWAX7.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-S3MYCZBT.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
