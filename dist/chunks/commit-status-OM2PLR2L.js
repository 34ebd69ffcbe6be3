import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  retrying
} from "./chunk-ZJWCIM7T.js";
import {
  SETTING_STATUS,
  explainRequestFailure
} from "./chunk-G7XFHQDN.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/commit-status.ts
var LONGEST_DESCRIPTION = 140;
var LONGEST_CONTEXT = 255;
async function setCommitStatus(octokit, { owner, repo, sha, passed, context, description, targetUrl }, wait) {
  try {
    await retrying(
      () => octokit.rest.repos.createCommitStatus({
        owner,
        repo,
        sha,
        state: passed ? "success" : "failure",
        context: context.slice(0, LONGEST_CONTEXT),
        description: [...description].slice(0, LONGEST_DESCRIPTION).join(""),
        ...targetUrl !== void 0 && { target_url: targetUrl }
      }),
      wait
    );
    return void 0;
  } catch (error) {
    return explainRequestFailure(error, SETTING_STATUS);
  }
}
export {
  setCommitStatus
};
