import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  formatState,
  verdictDigest
} from "./chunk-U6Z2XPHY.js";
import {
  comment,
  require_runtime
} from "./chunk-4YNCPQJR.js";
import {
  NO_TOKEN
} from "./chunk-JC6T3OOA.js";
import {
  buildView,
  count,
  reportsOf
} from "./chunk-5ENL5KMZ.js";
import {
  markdownCode,
  markdownCodeCell,
  markdownText
} from "./chunk-XLCYYEDR.js";
import {
  __toESM
} from "./chunk-4MUT4G64.js";

// src/report/markdown.ts
var import_runtime = __toESM(require_runtime(), 1);

// src/report/template-helpers.ts
var ICONS = {
  error: "\u{1F4A5}",
  fail: "\u274C",
  inconclusive: "\u2753",
  warn: "\u26A0\uFE0F",
  pass: "\u2705"
};
var ALERTS = {
  error: "CAUTION",
  fail: "CAUTION",
  inconclusive: "WARNING",
  warn: "WARNING",
  pass: "TIP"
};
var TEMPLATE_HELPERS = {
  code: markdownCode,
  codes: (names) => names.map(markdownCode).join(", "),
  cell: markdownCodeCell,
  text: (words) => markdownText(typeof words === "string" ? words : words.join(" \xB7 ")),
  icon: (status) => ICONS[status],
  alert: (status) => ALERTS[status]
};
var HELPER_NAMES = Object.keys(TEMPLATE_HELPERS);

// src/report/markdown.ts
var COMMENT_BUDGET_BYTES = 6e4;
var SUMMARY_BUDGET_BYTES = 1e6;
var SMALL_MODEL = 12;
var MOST_PROPOSALS = 20;
var MOST_SETTINGS = 20;
var MOST_EXAMPLES = 3;
var handlebars = import_runtime.default.create();
handlebars.registerHelper(TEMPLATE_HELPERS);
var template = handlebars.template(comment);
function renderMarkdown(outcomes, { marker = "", budgetBytes = Infinity, proposed = [] } = {}) {
  const view = buildView(outcomes);
  const render = (shown) => `${template({ ...abridge(view, shown), marker, proposed: proposed.slice(0, MOST_PROPOSALS) }).trim()}
`;
  const fits = (text) => new TextEncoder().encode(text).length <= budgetBytes;
  let most = partsOf(view);
  const whole = render(most);
  if (fits(whole)) return whole;
  let least = 0;
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (fits(render(middle))) least = middle;
    else most = middle - 1;
  }
  return render(least);
}
function partsOf({ models }) {
  return models.reduce(
    (sum, { attention, diagnoses, chart, history, passing, skipped }) => sum + 1 + attention.length + diagnoses.length + chartsOf({ chart }).length + history.length + passing.length + skipped.length,
    0
  );
}
function chartsOf({ chart }) {
  return chart === "" ? [] : [chart];
}
function abridge(view, parts) {
  let left = parts;
  const take = (list) => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const models = take(view.models);
  const failing = models.map((model) => take(model.attention.filter(({ verdict }) => verdict === "fail")));
  const others = models.map((model) => take(model.attention.filter(({ verdict }) => verdict !== "fail")));
  const attention = models.map((_, index) => [...failing[index], ...others[index]]);
  const diagnoses = models.map((model) => take(model.diagnoses));
  const charts = models.map((model) => take(chartsOf(model)));
  const histories = models.map((model) => take(model.history));
  const passing = models.map((model) => take(model.passing));
  const skipped = models.map((model) => take(model.skipped));
  const several = view.models.length > 1;
  return {
    ...view,
    analyzed: view.models.some(({ status }) => status !== "error"),
    compared: view.models.some((model) => model.compared),
    modelsCut: view.models.length - models.length,
    models: models.map((model, index) => ({
      ...shownModel(model, several, {
        attention: attention[index],
        diagnoses: diagnoses[index],
        passing: passing[index],
        skipped: skipped[index]
      }),
      chart: charts[index][0] ?? "",
      history: histories[index]
    }))
  };
}
function shownModel(model, several, { attention, diagnoses, passing, skipped }) {
  const { worst } = model;
  const layerCount = model.attention.length + model.passing.length;
  const small = layerCount <= SMALL_MODEL;
  const listed = small ? [...attention, ...passing] : attention;
  return {
    ...model,
    several,
    error: model.error ?? "",
    untrustedRun: model.untrustedRun ?? "",
    changedSettings: model.changedSettings.slice(0, MOST_SETTINGS),
    settingsCut: Math.max(0, model.changedSettings.length - MOST_SETTINGS),
    worst: worst === void 0 ? null : { ...worst, among: model.attention.length > 1 },
    listed,
    // The worst layer's reasons stand above the table.
    reasoned: listed.some(({ why }, index) => why !== "" && !(worst !== void 0 && index === 0)),
    diagnosisTitles: diagnoses.map(({ title }) => title.toLowerCase()).join(", "),
    diagnoses: diagnoses.map(({ names, ...words }) => ({ ...words, ...examplesOf(names) })),
    attentionCut: model.attention.length - attention.length,
    folded: small ? [] : passing,
    foldedCount: small ? 0 : model.passing.length,
    layerCount,
    passingCut: model.passing.length - passing.length,
    skipped: skipped.map(({ reason, names }) => ({ reason, ...examplesOf(names) })),
    skippedTitle: `${count(model.skippedCount, "tensor")} ${model.skippedCount === 1 ? "was" : "were"} not analysed`,
    skippedCut: model.skipped.length - skipped.length
  };
}
function examplesOf(names) {
  return { names: names.slice(0, MOST_EXAMPLES), namesCut: Math.max(0, names.length - MOST_EXAMPLES) };
}

// src/publish/comment-marker.ts
function commentMarker(reportKey) {
  const key = reportKey.replace(
    /[^A-Za-z0-9._ /]/g,
    (character) => `%${character.charCodeAt(0).toString(16)};`
  );
  return `<!-- alphagate: ${key} -->`;
}

// src/entry/action/comment.ts
async function commentOnPullRequest(delivery, settings, env, connection) {
  if (settings.comment === "never") return { status: "skipped", reason: "comment is never" };
  const { outcomes, proposed, subject } = delivery;
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
    body: renderMarkdown(outcomes, { marker: head, budgetBytes: COMMENT_BUDGET_BYTES, proposed }),
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
function isWorthAComment({ outcomes, passed }, { comment: comment2 }) {
  if (comment2 !== "changes") return comment2 === "always" || !passed;
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
  TEMPLATE_HELPERS,
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
  renderMarkdown,
  commentOnPullRequest
};
