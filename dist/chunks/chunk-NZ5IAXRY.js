import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  NO_TOKEN
} from "./chunk-HKKCZVCL.js";
import {
  COMMENT_BUDGET_BYTES,
  renderMarkdown
} from "./chunk-VCFUFMY4.js";
import {
  buildView
} from "./chunk-7Q3HDJ4U.js";
import {
  plainText
} from "./chunk-X3MXISDX.js";

// src/entry/github/on-commit.ts
async function showOnCommit(delivery, settings, env, connection, commentUrl) {
  const target = targetOf(delivery, settings);
  const { commitStatus, checkRun } = settings;
  if (target === void 0 || !(commitStatus || checkRun)) return {};
  const octokit = await connection();
  if (octokit === void 0) return commitStatus ? { status: NO_TOKEN } : { checkRun: NO_TOKEN };
  const url = commentUrl ?? runUrl(env);
  return {
    status: commitStatus ? await setStatus(octokit, target, delivery, url) : void 0,
    checkRun: checkRun ? await makeCheckRun(octokit, target, delivery, url) : void 0
  };
}
function targetOf({ subject }, { reportKey }) {
  const { repository, pull, commit, source } = subject;
  const sha = pull.pull?.headSha ?? commit;
  if (source !== void 0 && pull.pull === void 0) return void 0;
  if (repository === void 0 || sha === void 0) return void 0;
  return { ...repository, sha, name: reportKey === "" ? "alphagate" : `alphagate / ${plainText(reportKey)}` };
}
async function setStatus(octokit, { name, ...target }, { outcomes, passed }, targetUrl) {
  const { setCommitStatus } = await import("./commit-status-OM2PLR2L.js");
  const description = buildView(outcomes).headline;
  return setCommitStatus(octokit, { ...target, passed, context: name, description, targetUrl });
}
async function makeCheckRun(octokit, target, { outcomes, passed, timedOut, proposed, subject, template }, detailsUrl) {
  const { upsertCheckRun } = await import("./check-run-K2XYREWC.js");
  return upsertCheckRun(octokit, {
    ...target,
    externalId: `${subject.run.id}.${subject.run.attempt}`,
    detailsUrl,
    conclusion: timedOut === true ? "timed_out" : passed ? "success" : "failure",
    title: buildView(outcomes).headline,
    summary: renderMarkdown(outcomes, { budgetBytes: COMMENT_BUDGET_BYTES, proposed, template })
  });
}
function runUrl(env) {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run } = env;
  return server && repository && run ? `${server}/${repository}/actions/runs/${run}` : void 0;
}

export {
  showOnCommit
};
