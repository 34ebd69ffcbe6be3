import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  compareRuns,
  isOlder,
  parseState,
  withoutRun
} from "./chunk-U6Z2XPHY.js";
import {
  retrying
} from "./chunk-ZJWCIM7T.js";
import {
  explainRequestFailure,
  isRateLimit
} from "./chunk-G7XFHQDN.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/comment.ts
async function upsertComment(octokit, request, wait) {
  let creating = false;
  try {
    return await retrying(async () => {
      const [current, ...duplicates] = await findOwn(octokit, request);
      if (current !== void 0) {
        const reposting = mustRepost(request, current);
        creating ||= reposting;
        const result = reposting ? await create(octokit, request) : await bringUpToDate(octokit, request, current);
        await removeAll(octokit, request, reposting ? [current, ...duplicates] : duplicates);
        return creating && result.status !== "skipped" ? { ...result, status: "created" } : result;
      }
      if (!request.create)
        return { status: "skipped", reason: "there is nothing to say, and no earlier comment" };
      creating = true;
      return await create(octokit, request);
    }, wait);
  } catch (error) {
    return { status: "failed", ...explainRequestFailure(error) };
  }
}
async function create(octokit, { owner, repo, issueNumber, body }) {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issueNumber, body });
  return { status: "created", id: data.id, url: data.html_url };
}
async function bringUpToDate(octokit, { owner, repo, body, state, onlyOnChange }, current) {
  const place = { id: current.id, url: current.html_url };
  const before = parseState(current.body ?? "");
  if (before !== void 0 && isOlder(state.run, before.run))
    return { status: "skipped", reason: `a newer run has reported already: ${before.run.id}`, ...place };
  if (onlyOnChange === true && before?.digest === state.digest) return { status: "unchanged", ...place };
  if (sameText(current.body, body)) return { status: "unchanged", ...place };
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: current.id, body });
  return { status: "updated", ...place };
}
function mustRepost({ repost, state }, current) {
  const before = parseState(current.body ?? "");
  return repost === true && before !== void 0 && before.verdict !== state.verdict && !isOlder(state.run, before.run);
}
async function removeAll(octokit, { owner, repo }, comments) {
  for (const { id } of comments) {
    try {
      await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    } catch (error) {
      if (error.status === void 0) throw error;
    }
  }
}
async function findOwn(octokit, { owner, repo, issueNumber, marker }) {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: issueNumber,
    per_page: 100
  });
  const marked = comments.filter(({ body }) => body?.startsWith(marker));
  if (marked.length === 0) return [];
  const login = await ownLogin(octokit);
  return marked.filter(({ user }) => login === void 0 ? user?.type === "Bot" : user?.login === login).sort((a, b) => compareRuns(runOf(b), runOf(a)) || a.id - b.id);
}
function runOf({ body }) {
  return parseState(body ?? "")?.run ?? { id: 0, attempt: 0 };
}
async function ownLogin(octokit) {
  const viewer = await answerOf(() => octokit.graphql("{ viewer { login } }"));
  if (viewer !== void 0) return viewer.viewer.login;
  return (await answerOf(() => octokit.rest.users.getAuthenticated()))?.data.login;
}
async function answerOf(ask) {
  try {
    return await ask();
  } catch (error) {
    const failure = error;
    if ((failure.status ?? 0) >= 500 || isRateLimit(failure)) throw error;
    return void 0;
  }
}
function sameText(a, b) {
  return withoutRun(a?.replaceAll("\r\n", "\n") ?? "").trim() === withoutRun(b).trim();
}
export {
  upsertComment
};
