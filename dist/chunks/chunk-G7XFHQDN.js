import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  AlphagateError
} from "./chunk-LSZFXY6A.js";

// src/publish/request-failure.ts
var COMMENTING = {
  action: "comment",
  permission: "pull-requests: write",
  object: "the pull request",
  check: "that the conversation is not locked and that comments are not switched off"
};
var LOOKING_UP = {
  action: "look up pull requests",
  permission: "pull-requests: read",
  object: "the pull request",
  check: "pr-number"
};
var SETTING_STATUS = {
  action: "set a commit status",
  permission: "statuses: write",
  object: "the commit",
  check: "that the commit has fewer than 1000 statuses of this name"
};
var CREATING_CHECK = {
  action: "create a check run",
  permission: "checks: write",
  object: "the commit",
  check: "that the token is that of a GitHub App, as the job\u2019s own is"
};
function explainRequestFailure(error, request = COMMENTING) {
  const failure = error;
  const said = (failure.message ?? String(error)).split("\n")[0];
  if (failure.cause instanceof AlphagateError) return explain(failure.cause);
  const permissions = `
permissions:
  contents: read
  ${request.permission}
`;
  if (failure.response === void 0) {
    return {
      code: "GITHUB_UNREACHABLE",
      reason: `GitHub cannot be reached (${said}). Check GITHUB_API_URL and the network`
    };
  }
  if (isRateLimit(failure)) {
    return {
      code: "RATE_LIMITED",
      reason: `GitHub limits how often the token may be used (${said}). Run the job again later`
    };
  }
  switch (failure.status) {
    case 401:
      return {
        code: "TOKEN_REFUSED",
        reason: "GitHub does not accept the token. Pass a valid github-token, or leave the input out to use the job's own"
      };
    case 403:
      return {
        code: "TOKEN_MAY_NOT",
        reason: `the token may not ${request.action} (${said}). Give the job:
${permissions}
For a pull request from a fork GitHub gives no token that may: publish from workflow_run instead`
      };
    case 404:
      return {
        code: "NOT_SHOWN",
        reason: `GitHub does not show ${request.object} to the token (${said}). Give the job:
${permissions}
and check pr-number`
      };
    case 410:
    case 422:
      return {
        code: "REQUEST_REFUSED",
        reason: `GitHub refuses to ${request.action} (${said}). Check ${request.check}`
      };
    default:
      return {
        code: "GITHUB_UNAVAILABLE",
        reason: `GitHub answers with ${failure.status} (${said}). Run the job again later`
      };
  }
}
function explain({ code, subject, problem, cure }) {
  return { code, reason: [`${subject} ${problem}`, cure].filter(Boolean).join(". ") };
}
function isRateLimit({ status, message = "", response }) {
  if (status === 429) return true;
  return status === 403 && (/rate limit/i.test(message) || response?.headers?.["retry-after"] !== void 0);
}

export {
  COMMENTING,
  LOOKING_UP,
  SETTING_STATUS,
  CREATING_CHECK,
  explainRequestFailure,
  explain,
  isRateLimit
};
