import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  comment
} from "./chunk-6XYATBHJ.js";
import {
  markdownTemplate
} from "./chunk-5OSO5CJY.js";
import {
  buildView
} from "./chunk-7Q3HDJ4U.js";
import {
  NONE
} from "./chunk-5EWVQSMP.js";
import {
  count
} from "./chunk-RI7JASEA.js";
import {
  markdownCode,
  markdownText
} from "./chunk-X3MXISDX.js";

// src/report/comment-view.ts
var SMALL_MODEL = 12;
var MOST_CHANGED = 10;
var MOST_PROPOSALS = 20;
var MOST_SETTINGS = 20;
var MOST_EXAMPLES = 3;
var PRIORITIES = [
  "failing",
  "others",
  "diagnoses",
  "charts",
  "history",
  "changed",
  "passing",
  "skipped"
];
function abridgeable(view, proposed) {
  const whole = view.models.map(partsOf);
  const parts = whole.reduce(
    (sum, model) => PRIORITIES.reduce((of, kind) => of + model[kind].length, sum),
    view.models.length
  );
  return { parts, abridge: (shown) => abridge(view, whole, proposed, shown) };
}
function partsOf(model) {
  const { attention, passing, diagnoses, chart, history, skipped } = model;
  const changed = passing.filter((layer) => layer.changed).sort((a, b) => b.change - a.change).slice(0, MOST_CHANGED);
  const shown = new Set(changed);
  return {
    failing: attention.filter(({ verdict }) => verdict === "fail").map(commentLayer),
    others: attention.filter(({ verdict }) => verdict !== "fail").map(commentLayer),
    diagnoses,
    charts: chart === "" ? [] : [chart],
    history,
    changed: changed.map(commentLayer),
    passing: passing.filter((layer) => !shown.has(layer)).map(commentLayer),
    skipped,
    counts: countsOf(model)
  };
}
function abridge(view, whole, proposed, parts) {
  let left = parts;
  const take = (list) => {
    const taken = list.slice(0, left);
    left -= taken.length;
    return taken;
  };
  const models = take(view.models);
  const kept = models.map(() => ({}));
  for (const kind of PRIORITIES)
    for (const [index, of] of kept.entries()) of[kind] = take(whole[index][kind]);
  const shown = models.map((model, index) => commentModel(model, whole[index], kept[index]));
  return {
    status: view.status,
    headline: view.headline,
    several: view.models.length > 1,
    analyzed: view.models.some(({ status }) => status !== "error"),
    compared: view.models.some((model) => model.compared),
    trusted: shown.some(({ listedTrust }) => listedTrust),
    models: shown,
    modelsCut: view.models.length - models.length,
    proposed: proposed.slice(0, MOST_PROPOSALS),
    version: view.version
  };
}
function commentModel(model, whole, kept) {
  const { index, attention, passing, skippedCount, seconds, ...shown } = model;
  const layerCount = attention.length + passing.length;
  const toLookAt = [...kept.failing, ...kept.others, ...kept.changed];
  const small = layerCount <= SMALL_MODEL;
  const listed = small ? [...toLookAt, ...kept.passing] : toLookAt;
  const passingCut = whole.passing.length - kept.passing.length;
  return {
    ...shown,
    counts: whole.counts,
    listed,
    listedCut: attention.length + whole.changed.length - toLookAt.length + (small ? passingCut : 0),
    listedTrust: listed.some(({ trust }) => trust !== NONE),
    // The worst layer's reasons stand above the table.
    listedWhy: listed.some(({ why }, index2) => why !== "" && !(shown.worst !== null && index2 === 0)),
    diagnoses: kept.diagnoses.map(({ title, meaning, remedies, url, names }) => ({
      title,
      meaning,
      remedies,
      url,
      ...examplesOf(names)
    })),
    diagnosisTitles: kept.diagnoses.map(({ title }) => title.toLowerCase()).join(", "),
    chart: kept.charts[0] ?? "",
    history: kept.history,
    folded: small ? [] : kept.passing,
    foldedCut: small ? 0 : passingCut,
    foldedTitle: small || whole.passing.length === 0 ? "" : `${whole.passing.length} ${whole.changed.length > 0 ? "more " : ""}of ${layerCount} layers pass`,
    skipped: kept.skipped.map(({ reason, names }) => ({ reason, ...examplesOf(names) })),
    skippedCut: model.skipped.length - kept.skipped.length,
    skippedTitle: skippedCount === 0 ? "" : `${count(skippedCount, "tensor")} ${skippedCount === 1 ? "was" : "were"} not analysed`,
    changedSettings: model.changedSettings.slice(0, MOST_SETTINGS),
    settingsCut: Math.max(0, model.changedSettings.length - MOST_SETTINGS)
  };
}
function commentLayer({ eigenvalues, change, why, ...shown }) {
  return { ...shown, why: why.map(withoutTrust).filter(Boolean).join("; ") };
}
function withoutTrust(reason) {
  return reason.replace(/^trust (?:none|low|medium|high)(?:: |$)/, "");
}
function countsOf({ attention, passing, skippedCount }) {
  const of = (verdict) => attention.filter((layer) => layer.verdict === verdict).length;
  const changed = [...attention, ...passing].filter((layer) => layer.changed).length;
  return [
    verb(of("fail"), "fail"),
    of("inconclusive") > 0 && `${of("inconclusive")} inconclusive`,
    verb(of("warn"), "warn"),
    verb(passing.length, "pass"),
    changed > 0 && `${changed} changed`,
    skippedCount > 0 && `${count(skippedCount, "tensor")} not analysed`
  ].filter((part) => part !== false).join(" \xB7 ");
}
function verb(number, word) {
  return number > 0 && `${number} ${number > 1 ? word : word.endsWith("s") ? `${word}es` : `${word}s`}`;
}
function examplesOf(names) {
  return { names: names.slice(0, MOST_EXAMPLES), namesCut: Math.max(0, names.length - MOST_EXAMPLES) };
}

// src/report/markdown.ts
var COMMENT_BUDGET_BYTES = 6e4;
var SUMMARY_BUDGET_BYTES = 1e6;
var template = markdownTemplate(comment);
function renderMarkdown(outcomes, { marker = "", budgetBytes = Infinity, proposed = [], template: own } = {}) {
  const report = abridgeable(buildView(outcomes), proposed);
  const head = marker === "" ? "" : `${marker}
`;
  const whole = (body, foot2 = "") => `${head}${body.trim()}
${foot2}`;
  const fits = (text) => new TextEncoder().encode(text).length <= budgetBytes;
  if (own !== void 0 && "render" in own) {
    const text = longestThatFits(report, fits, (view) => {
      const body = own.render(view);
      return body === void 0 ? void 0 : whole(body);
    });
    if (text !== void 0) return text;
  }
  const foot = own === void 0 ? "" : noteOn(own);
  return longestThatFits(report, fits, (view) => whole(template(view), foot)) ?? whole("", foot);
}
function noteOn(own) {
  const problem = "problem" in own ? own.problem : "whatever is left out, its result is too long or does not come to an end";
  return `
> [!NOTE]
> The template ${markdownCode(own.name)} was not used: ${markdownText(problem)}.
`;
}
function longestThatFits({ parts, abridge: abridge2 }, fits, render) {
  const attempt = (shown) => {
    const text = render(abridge2(shown));
    return text !== void 0 && fits(text) ? text : void 0;
  };
  const whole = attempt(parts);
  if (whole !== void 0) return whole;
  let longest;
  let [least, most] = [0, parts - 1];
  while (least <= most) {
    const middle = Math.ceil((least + most) / 2);
    const text = attempt(middle);
    if (text === void 0) most = middle - 1;
    else {
      longest = text;
      least = middle + 1;
    }
  }
  return longest;
}

export {
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
  renderMarkdown
};
