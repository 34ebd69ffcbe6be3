import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  record,
  remembered
} from "./chunk-ZCYJ6PCG.js";

// src/entry/github/connection.ts
var DEADLINE_MS = 12e4;
function connectionOf({ githubToken }, env, signal) {
  let octokit;
  return async () => {
    if (githubToken === "") return void 0;
    octokit ??= import("./connect-ITB5RZXN.js").then(
      ({ connect }) => connect(githubToken, env["GITHUB_API_URL"], { deadlineMs: DEADLINE_MS, signal })
    );
    return octokit;
  };
}

// src/entry/action/history.ts
var EVENTS_OF_BRANCHES = /* @__PURE__ */ new Set([
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch"
]);
var ARTIFACT = /^artifact:\/\//i;
function mayWriteHistory({ history, historyWrite, mode }, { pull, source, gateSha }, event, env) {
  const branch = event.repository?.default_branch;
  return history !== "" && historyWrite !== "never" && (mode === "check" || mode === "merge") && pull.pull === void 0 && source === void 0 && gateSha === void 0 && EVENTS_OF_BRANCHES.has(env["GITHUB_EVENT_NAME"] ?? "") && branch !== void 0 && env["GITHUB_REF"] === `refs/heads/${branch}`;
}
function historyForArtifact({ outcomes, history: { past, mayWrite, facts } }, settings) {
  if (!mayWrite || past === void 0 || !ARTIFACT.test(settings.history)) return void 0;
  return remembered(past, outcomes, facts, settings);
}
async function keepHistory({ outcomes, history: { past, failure, mayWrite, facts } }, settings) {
  if (failure !== void 0 || past === void 0 || !mayWrite) return failure;
  return ARTIFACT.test(settings.history) ? void 0 : record(outcomes, facts, settings, void 0);
}

export {
  connectionOf,
  mayWriteHistory,
  historyForArtifact,
  keepHistory
};
