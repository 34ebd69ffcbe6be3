import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  retrying
} from "./chunk-ZJWCIM7T.js";
import {
  CREATING_CHECK,
  explainRequestFailure
} from "./chunk-G7XFHQDN.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/check-run.ts
var LONGEST_SUMMARY = 65535;
var LONGEST_LINE = 255;
async function upsertCheckRun(octokit, request, wait) {
  try {
    await retrying(() => save(octokit, request), wait);
    return void 0;
  } catch (error) {
    return explainRequestFailure(error, CREATING_CHECK);
  }
}
async function save(octokit, request) {
  const { owner, repo, sha, externalId, detailsUrl, conclusion, title, summary } = request;
  const name = request.name.slice(0, LONGEST_LINE);
  const known = await find(octokit, { ...request, name });
  const content = {
    owner,
    repo,
    name,
    external_id: externalId,
    ...detailsUrl !== void 0 && { details_url: detailsUrl },
    status: "completed",
    conclusion,
    output: { title: firstOf(title, LONGEST_LINE), summary: firstOf(summary, LONGEST_SUMMARY) }
  };
  if (known === void 0) await octokit.rest.checks.create({ ...content, head_sha: sha });
  else await octokit.rest.checks.update({ ...content, check_run_id: known });
}
async function find(octokit, { owner, repo, sha, name, externalId }) {
  const runs = await octokit.paginate(octokit.rest.checks.listForRef, {
    owner,
    repo,
    ref: sha,
    check_name: name,
    filter: "all",
    per_page: 100
  });
  const own = runs.filter(({ external_id }) => external_id === externalId).map(({ id }) => id);
  return own.length === 0 ? void 0 : Math.max(...own);
}
function firstOf(text, most) {
  return text.length <= most ? text : [...text.slice(0, most)].slice(0, -1).join("");
}
export {
  upsertCheckRun
};
