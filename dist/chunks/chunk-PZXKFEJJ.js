import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  formatState,
  verdictDigest
} from "./chunk-U6Z2XPHY.js";
import {
  NO_TOKEN
} from "./chunk-HKKCZVCL.js";
import {
  COMMENT_BUDGET_BYTES,
  renderMarkdown
} from "./chunk-VCFUFMY4.js";
import {
  buildView,
  reportsOf
} from "./chunk-7Q3HDJ4U.js";

// src/publish/comment-marker.ts
function commentMarker(reportKey) {
  const key = reportKey.replace(
    /[^A-Za-z0-9._ /]/g,
    (character) => `%${character.charCodeAt(0).toString(16)};`
  );
  return `<!-- alphagate: ${key} -->`;
}

// src/entry/github/comment.ts
async function commentOnPullRequest(delivery, settings, env, connection) {
  if (settings.comment === "never") return { status: "skipped", reason: "comment is never" };
  const { outcomes, proposed, subject, template } = delivery;
  const { pull, repository } = subject;
  if (pull.pull === void 0) return { ...pull, status: pull.code === void 0 ? "skipped" : "failed" };
  if (repository === void 0) return { status: "skipped", reason: "GITHUB_REPOSITORY names no repository" };
  const octokit = await connection();
  if (octokit === void 0) return { status: "failed", ...NO_TOKEN };
  const { upsertComment } = await import("./comment-5L33ODZF.js");
  const state = stateOf(delivery);
  const marker = commentMarker(settings.reportKey || defaultKey(env));
  const head = `${marker}
${formatState(state)}`;
  return upsertComment(octokit, {
    ...repository,
    issueNumber: pull.pull.number,
    marker,
    state,
    body: renderMarkdown(outcomes, { marker: head, budgetBytes: COMMENT_BUDGET_BYTES, proposed, template }),
    create: isWorthAComment(delivery, settings),
    onlyOnChange: settings.comment === "changes",
    repost: settings.repost
  });
}
function stateOf({ outcomes, subject }) {
  return {
    run: subject.run,
    commit: subject.pull.pull?.headSha ?? subject.commit ?? "",
    verdict: buildView(outcomes).status,
    digest: verdictDigest(outcomes)
  };
}
function isWorthAComment({ outcomes, passed }, { comment }) {
  if (comment !== "changes") return comment === "always" || !passed;
  const reports = reportsOf(outcomes);
  if (reports.length < outcomes.length) return true;
  return reports.some(
    ({ layers, baseline, summary }) => baseline === void 0 || "missing" in baseline ? summary.verdict !== "pass" : layers.some(differsFromBaseline)
  );
}
function differsFromBaseline({ alpha, delta, threshold, verdict }) {
  if (alpha === null || delta === null) return verdict !== "pass";
  const wasBelow = alpha - delta < threshold;
  return alpha < threshold !== wasBelow || verdict === "fail" && !wasBelow;
}
function defaultKey(env) {
  return `${env["GITHUB_WORKFLOW"] ?? ""} / ${env["GITHUB_JOB"] ?? ""}`;
}

export {
  commentOnPullRequest
};
