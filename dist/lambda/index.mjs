import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "../chunks/chunk-4MUT4G64.js";

// src/entry/lambda/index.ts
async function artifact(event, context) {
  return (await import("../chunks/artifact-ODXM4JTX.js")).handleUploads(event, context);
}
async function plan(input, context) {
  return (await import("../chunks/plan-WUDJ7BTF.js")).planRun(input, context);
}
async function analyze(input, context) {
  return (await import("../chunks/analyze-SYI7ZNJO.js")).analyzeItem(input, context);
}
async function report(input, context) {
  return (await import("../chunks/report-MEBN73G7.js")).reportRun(input, context);
}
export {
  analyze,
  artifact,
  plan,
  report
};
