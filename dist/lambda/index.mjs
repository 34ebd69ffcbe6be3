import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-ZCS6OK4X.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-AXOVAQYF.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-OXH7V3X7.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-QQ3B2QTA.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
