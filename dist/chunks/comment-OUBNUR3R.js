import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import "./chunk-BFC25OSE.js";

// src/publish/comment-failure.ts
var PERMISSION = "permissions: { contents: read, pull-requests: write }";
function explainCommentFailure(error) {
  const { status, message } = error;
  const said = message === void 0 ? String(error) : message.split("\n")[0];
  switch (status) {
    case 401:
      return "GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job\u2019s own";
    case 403:
      if (/rate limit/i.test(message ?? ""))
        return `GitHub limits how often the token may write (${said}). Run the job again later`;
      return `the token may not comment (${said}). Give the job "${PERMISSION}"; for pull requests from forks GitHub gives no such token`;
    case 404:
      return `GitHub does not show the pull request to the token (${said}). Give the job "${PERMISSION}", and check pr-number`;
    case 422:
      return `GitHub refuses the comment (${said}). The conversation may be locked, or the report-key wrong`;
    case 429:
      return `GitHub limits how often the token may write (${said}). Run the job again later`;
    default:
      return status === void 0 ? `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network` : `GitHub answers with ${status} (${said}). Run the job again later`;
  }
}

// src/publish/comment.ts
async function upsertComment(octokit, request) {
  const { owner, repo, issueNumber, body } = request;
  try {
    const [current, ...duplicates] = await findOwn(octokit, request);
    for (const { id } of duplicates) await octokit.rest.issues.deleteComment({ owner, repo, comment_id: id });
    if (current === void 0) {
      if (!request.create)
        return { status: "skipped", reason: "there is nothing to say, and no earlier comment" };
      const { data } = await octokit.rest.issues.createComment({
        owner,
        repo,
        issue_number: issueNumber,
        body
      });
      return { status: "created", id: data.id, url: data.html_url };
    }
    const place = { id: current.id, url: current.html_url };
    if (sameText(current.body, body)) return { status: "unchanged", ...place };
    await octokit.rest.issues.updateComment({ owner, repo, comment_id: current.id, body });
    return { status: "updated", ...place };
  } catch (error) {
    return { status: "failed", reason: explainCommentFailure(error) };
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
  try {
    return (await octokit.rest.users.getAuthenticated()).data.login;
  } catch {
    return void 0;
  }
}
function sameText(a, b) {
  return a?.replaceAll("\r\n", "\n").trim() === b.trim();
}
export {
  upsertComment
};
