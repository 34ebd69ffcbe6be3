import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  workspacePath
} from "../chunks/chunk-RGBPNDS2.js";
import {
  core_exports,
  setFailed
} from "../chunks/chunk-E6RFEV56.js";
import {
  describeCacheUse
} from "../chunks/chunk-GXLWKDE5.js";
import {
  endedBy,
  leaveSoon,
  startDeadline
} from "../chunks/chunk-NFD3U5NA.js";
import {
  helpFor
} from "../chunks/chunk-CPWGSIY3.js";
import {
  loadConfig
} from "../chunks/chunk-HHKVI2NH.js";
import {
  noReport
} from "../chunks/chunk-M5MCOTWB.js";
import {
  plainText
} from "../chunks/chunk-X3MXISDX.js";
import {
  VERSION
} from "../chunks/chunk-ACWPGXX5.js";
import {
  SETTINGS,
  SETTING_NAMES,
  completeSettings,
  parseText,
  settingOf
} from "../chunks/chunk-CFYXJZWH.js";
import "../chunks/chunk-56UKHU64.js";
import {
  printableReference
} from "../chunks/chunk-XJUTMDZ7.js";
import "../chunks/chunk-CG7EU4JQ.js";
import "../chunks/chunk-MW4IX57J.js";
import "../chunks/chunk-ET7JD5AR.js";
import "../chunks/chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  ConfigError
} from "../chunks/chunk-LSZFXY6A.js";
import "../chunks/chunk-7ZLZOROS.js";
import "../chunks/chunk-4MUT4G64.js";

// src/entry/action/inputs.ts
import path2 from "node:path";

// src/settings/inputs.ts
var MODEL_INPUT = {
  name: "model",
  description: "What to analyse, one reference a line: a file, a directory or a glob of the workspace, `s3://bucket/key-or-prefix`, `https://host/path`, `artifact://NAME`, or `hf://organisation/name`. Not needed with `merge` and `publish`."
};
var REPORT_INPUT = {
  name: "report",
  description: "With `merge` and `publish`: the JSON reports to take over, one reference a line, as for `model`; of a directory all that end in `.json`."
};
var CONFIG_INPUT = {
  name: "config",
  description: "Configuration file; by default `.alphagate.yml`, where there is one."
};
var ANALYSIS_INPUT = {
  name: "analysis",
  description: "YAML of analysis settings, as a configuration file has them under `analysis`."
};

// src/entry/action/cache-folder.ts
import path from "node:path";
function refuseCheckedOutCache(cache = "", workspace = process.cwd()) {
  if (cache === "") return;
  const isWorkspace = path.relative(workspace, path.resolve(workspace, cache)) === "";
  if (!isWorkspace && workspacePath(cache, workspace) === void 0) return;
  throw new ConfigError({
    code: "CACHE_IN_WORKSPACE",
    subject: "input cache",
    problem: `${JSON.stringify(cache)} lies in the workspace, where a commit can bring numbers of its own`,
    cure: "Name a folder outside of it, such as one in the folder of the context runner.temp"
  });
}

// src/entry/action/inputs.ts
async function readInputs(getInput) {
  const references = linesOf(getInput(MODEL_INPUT.name));
  const reports = linesOf(getInput(REPORT_INPUT.name));
  const configFile = getInput(CONFIG_INPUT.name) || void 0;
  const fromFile = await loadConfig(configFile);
  const overrides = { ...await analysisAmong(getInput), ...settingsFromInputs(getInput) };
  refuseCheckedOutCache(overrides.cache);
  requireWhatModeNeeds(completeSettings(fromFile, overrides), references, reports);
  return { references, reports, configFile, fromFile, overrides };
}
async function analysisAmong(getInput) {
  const text = getInput(ANALYSIS_INPUT.name);
  if (text === "") return {};
  const { parseAnalysis } = await import("../chunks/config-file-SHASPJSX.js");
  return parseAnalysis(text, `input ${ANALYSIS_INPUT.name}`);
}
function linesOf(text) {
  return text.split("\n").map((line) => line.trim()).filter((line) => line !== "").map(fromWorkspace);
}
function requireWhatModeNeeds({ mode, shard, reanalyze }, references, reports) {
  if (shard !== null && mode !== "analyze") {
    throw new ConfigError({
      code: "SHARD_NOT_JUDGED",
      subject: "input shard",
      problem: `a part of a model cannot be judged, and mode is ${mode}`,
      cure: 'Set "mode: analyze" beside it, and let a job with "mode: merge" judge the parts together'
    });
  }
  const takesOver = mode === "merge" || mode === "publish" && !reanalyze;
  if (takesOver && reports.length === 0)
    throw noReport(`input ${REPORT_INPUT.name}`, `names none for mode ${mode}`);
  if (!takesOver && references.length === 0) {
    throw new ConfigError({
      code: "NO_MODEL",
      subject: `input ${MODEL_INPUT.name}`,
      problem: "names no model",
      cure: "Set it to a file, a directory, a glob or s3://bucket/key, one a line"
    });
  }
}
function fromWorkspace(reference) {
  return path2.isAbsolute(reference) ? workspacePath(reference) ?? reference : reference;
}
function settingsFromInputs(getInput) {
  const settings = {};
  for (const name of SETTING_NAMES) {
    const { input } = settingOf(name);
    const text = input === void 0 ? "" : getInput(input);
    if (text !== "") settings[name] = parseText(name, text, `input ${input}`);
  }
  return settings;
}

// src/entry/action/run.ts
async function runAction(core, env, run2) {
  const inputs = await readInputs((name) => core.getInput(name));
  startDeadline(run2, inputs.overrides.timeoutMinutes ?? SETTINGS.timeoutMinutes.default);
  for (const secret of [inputs.overrides.githubToken, inputs.overrides.hubToken])
    if (secret) core.setSecret(secret);
  const names = [...inputs.references, ...inputs.reports].map(printableReference).map(plainText);
  core.info(`Alphagate ${VERSION}, mode ${inputs.overrides.mode ?? "check"}: ${names.join(", ")}`);
  const [{ carryOut }, { deliver }, { modelOutputs, numberOutputs }, { buildView }] = await Promise.all([
    import("../chunks/carry-out-LNFOSBWB.js"),
    import("../chunks/deliver-DXOJVO6Q.js"),
    import("../chunks/outputs-WP4BKBKU.js"),
    import("../chunks/view-model-6IBQPXEV.js")
  ]);
  const { settings, delivery } = await carryOut(inputs, env, {
    signal: run2.signal,
    onCacheUse: (use) => {
      const line = plainText(describeCacheUse(use));
      if (use.failure === void 0) core.info(line);
      else core.warning(line, { title: "Alphagate" });
    }
  });
  const { outcomes, passed } = delivery;
  const numbersOnly = settings.mode === "analyze";
  setOutputs(core, numbersOnly ? numberOutputs(outcomes) : modelOutputs(outcomes, passed));
  setOutputs(core, await deliver(delivery, settings, core, env, run2.signal));
  const { headline } = buildView(outcomes);
  if (!passed) core.setFailed(`Alphagate: ${headline}`);
  else core.info(numbersOnly ? "Analysed; whoever takes over the report judges it" : `Passed: ${headline}`);
}
function setOutputs(core, outputs) {
  for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
}

// src/entry/action/index.ts
var run = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => run.abort());
try {
  await endedBy(run.signal, runAction(core_exports, process.env, run));
} catch (error) {
  if (error instanceof AlphagateError) setFailed(`${plainText(error.message)} (${helpFor(error.code)})`);
  else if (run.signal.aborted) setFailed("Alphagate was cancelled");
  else
    setFailed(
      `This is a bug in alphagate, please report it: ${error instanceof Error ? error.stack : error}`
    );
}
leaveSoon();
