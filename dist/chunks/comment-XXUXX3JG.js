import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  explainCommentFailure,
  isRateLimit,
  retrying
} from "./chunk-JRQJ6QKW.js";
import "./chunk-BFC25OSE.js";

// src/publish/comment.ts
async function upsertComment(octokit, request, wait) {
  let creating = false;
  try {
    return await retrying(async () => {
      const [current, ...duplicates] = await findOwn(octokit, request);
      if (current !== void 0) {
        const result = await update(octokit, request, current);
        await removeAll(octokit, request, duplicates);
        return creating ? { ...result, status: "created" } : result;
      }
      if (!request.create)
        return { status: "skipped", reason: "there is nothing to say, and no earlier comment" };
      creating = true;
      return await create(octokit, request);
    }, wait);
  } catch (error) {
    return { status: "failed", reason: explainCommentFailure(error) };
  }
}
async function create(octokit, { owner, repo, issueNumber, body }) {
  const { data } = await octokit.rest.issues.createComment({ owner, repo, issue_number: issueNumber, body });
  return { status: "created", id: data.id, url: data.html_url };
}
async function update(octokit, { owner, repo, body }, current) {
  const place = { id: current.id, url: current.html_url };
  if (sameText(current.body, body)) return { status: "unchanged", ...place };
  await octokit.rest.issues.updateComment({ owner, repo, comment_id: current.id, body });
  return { status: "updated", ...place };
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
  return marked.filter(({ user }) => login === void 0 ? user?.type === "Bot" : user?.login === login);
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
  return a?.replaceAll("\r\n", "\n").trim() === b.trim();
}
export {
  upsertComment
};
