import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/publish/comment-failure.ts
var PERMISSIONS = `
permissions:
  contents: read
  pull-requests: write
`;
function explainCommentFailure(error) {
  const failure = error;
  const said = (failure.message ?? String(error)).split("\n")[0];
  if (failure.response === void 0)
    return `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network`;
  if (isRateLimit(failure))
    return `GitHub limits how often the token may be used (${said}). Run the job again later`;
  switch (failure.status) {
    case 401:
      return "GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job's own";
    case 403:
      return `the token may not comment (${said}). Give the job:
${PERMISSIONS}
For a pull request from a fork GitHub gives no token that may`;
    case 404:
      return `GitHub does not show the pull request to the token (${said}). Give the job:
${PERMISSIONS}
and check pr-number`;
    case 410:
    case 422:
      return `GitHub refuses the comment (${said}). Check that the conversation is not locked and that comments are not switched off`;
    default:
      return `GitHub answers with ${failure.status} (${said}). Run the job again later`;
  }
}
function isRateLimit({ status, message = "", response }) {
  if (status === 429) return true;
  return status === 403 && (/rate limit/i.test(message) || response?.headers?.["retry-after"] !== void 0);
}

// src/publish/retry.ts
import { setTimeout as sleep } from "node:timers/promises";
var PAUSES_MS = [1e3, 4e3];
var LONGEST_PAUSE_MS = 2e4;
async function retrying(attempt, wait = sleep) {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      const asked = isTransient(error) ? retryAfterMs(error) ?? pauseMs : Infinity;
      if (asked > LONGEST_PAUSE_MS) throw error;
      await wait(asked);
    }
  }
  return attempt();
}
function isTransient(failure) {
  return (failure.status ?? 0) >= 500 || isRateLimit(failure);
}
function retryAfterMs(failure) {
  const seconds = Number(failure.response?.headers?.["retry-after"] ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1e3;
  return isRateLimit(failure) ? Infinity : void 0;
}

export {
  explainCommentFailure,
  isRateLimit,
  retrying
};
