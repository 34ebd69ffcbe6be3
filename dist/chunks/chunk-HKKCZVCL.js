import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  retrying
} from "./chunk-ZJWCIM7T.js";
import {
  LOOKING_UP,
  explainRequestFailure
} from "./chunk-G7XFHQDN.js";

// src/publish/pull-request.ts
function pullRequestOf({ pull_request, issue }) {
  if (pull_request !== void 0) {
    const { number, head, base } = pull_request;
    return { number, headSha: head?.sha, headRepository: head?.repo?.full_name, baseSha: base?.sha };
  }
  return issue?.pull_request != null ? { number: issue.number } : void 0;
}
async function readPullRequest(octokit, { owner, repo }, number, wait) {
  try {
    const { data } = await retrying(() => octokit.rest.pulls.get({ owner, repo, pull_number: number }), wait);
    return toPullRequest(data);
  } catch (error) {
    if (error.status === 404) return void 0;
    throw error;
  }
}
async function findPullRequest(octokit, { owner, repo }, head, wait) {
  const ofCommit = await retrying(
    () => octokit.paginate(octokit.rest.repos.listPullRequestsAssociatedWithCommit, {
      owner,
      repo,
      commit_sha: head.sha,
      per_page: 100
    }),
    wait
  );
  const found = oldestWith(head, ofCommit);
  if (found !== void 0 || !head.branch || head.repository === void 0) return found;
  const label = `${head.repository.split("/")[0]}:${head.branch}`;
  const ofBranch = await retrying(
    () => octokit.paginate(octokit.rest.pulls.list, { owner, repo, state: "open", head: label, per_page: 100 }),
    wait
  );
  return oldestWith(head, ofBranch);
}
function hasHead(pull, { sha, repository }) {
  return pull.headSha === sha && (repository === void 0 || pull.headRepository === repository);
}
function oldestWith(head, pulls) {
  return pulls.filter(({ state }) => state === "open").map(toPullRequest).filter((pull) => hasHead(pull, head)).sort((a, b) => a.number - b.number)[0];
}
function toPullRequest({ number, head, base }) {
  return { number, headSha: head.sha, headRepository: head.repo?.full_name, baseSha: base.sha };
}
function parseRepository(slug) {
  const [owner, repo, ...rest] = slug?.split("/") ?? [];
  return owner && repo && rest.length === 0 ? { owner, repo } : void 0;
}

// src/entry/github/subject.ts
var MAY_BE_A_HEAD = /* @__PURE__ */ new Set(["push", "workflow_dispatch", "workflow_run"]);
async function findSubject(settings, event, env, connection) {
  const repository = parseRepository(env["GITHUB_REPOSITORY"]);
  const { pull_request, workflow_run, merge_group, before } = event;
  const commit = pull_request?.head?.sha ?? workflow_run?.head_sha ?? merge_group?.head_sha ?? env["GITHUB_SHA"];
  const pull = await answer(settings, { event, env, commit, repository, connection });
  return {
    repository,
    pull,
    commit,
    gateSha: pull.pull?.baseSha ?? merge_group?.base_sha,
    baseSha: pull.pull?.baseSha ?? merge_group?.base_sha ?? before,
    run: {
      id: workflow_run?.id ?? numberOf(env["GITHUB_RUN_ID"]),
      attempt: workflow_run === void 0 ? numberOf(env["GITHUB_RUN_ATTEMPT"]) : workflow_run.run_attempt ?? 1
    },
    source: workflow_run
  };
}
async function answer({ mode, prNumber }, search) {
  const { event, env, commit, repository, connection } = search;
  const eventName = env["GITHUB_EVENT_NAME"] ?? "";
  const told = pullRequestOf(event);
  if (mode === "analyze") return { reason: "mode analyze writes to no pull request" };
  if (repository === void 0) return { reason: "GITHUB_REPOSITORY names no repository" };
  const read = (number) => attempt(connection, (octokit) => readPullRequest(octokit, repository, number));
  if (told !== void 0 && (prNumber === null || prNumber === told.number)) {
    return { pull: told.baseSha === void 0 ? (await read(told.number)).result ?? told : told };
  }
  const proof = mode === "check" ? void 0 : headOf(event);
  if (prNumber !== null && proof === void 0)
    return { pull: (await read(prNumber)).result ?? { number: prNumber } };
  const head = proof ?? (commit !== void 0 && MAY_BE_A_HEAD.has(eventName) ? { sha: commit, ...headOf(event) } : void 0);
  if (head === void 0)
    return { reason: `the event "${eventName}" is about no pull request; set pr-number to comment on one` };
  const { result, failure } = await attempt(
    connection,
    (octokit) => prNumber === null ? findPullRequest(octokit, repository, head) : readPullRequest(octokit, repository, prNumber)
  );
  if (failure !== void 0) return proof === void 0 ? { reason: failure.reason } : failure;
  if (result !== void 0 && hasHead(result, head)) return { pull: result };
  if (prNumber === null)
    return {
      reason: `no open pull request has the head ${head.sha.slice(0, 7)}; set pr-number to comment on one`
    };
  return {
    code: "PULL_REQUEST_UNPROVEN",
    reason: `pull request ${prNumber} is not at ${head.sha.slice(0, 7)} of ${head.repository ?? "this repository"}, which the report is of. It has moved on, and its newer run will report; or pr-number is another's`
  };
}
function headOf({ workflow_run }) {
  if (workflow_run === void 0) return void 0;
  const { head_sha, head_repository, head_branch } = workflow_run;
  return { sha: head_sha, repository: head_repository?.full_name, branch: head_branch ?? void 0 };
}
async function attempt(connection, ask) {
  const octokit = await connection();
  if (octokit === void 0) return { failure: NO_TOKEN };
  try {
    return { result: await ask(octokit) };
  } catch (error) {
    return { failure: explainRequestFailure(error, LOOKING_UP) };
  }
}
var NO_TOKEN = {
  code: "NO_TOKEN",
  reason: "there is no github-token. Leave the input out to use the job's own"
};
function numberOf(text) {
  return /^\d{1,15}$/.test(text ?? "") ? Number(text) : 0;
}

export {
  readPullRequest,
  findPullRequest,
  hasHead,
  parseRepository,
  findSubject,
  NO_TOKEN
};
