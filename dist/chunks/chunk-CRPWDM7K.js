import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  connectionOf,
  mayWriteHistory
} from "./chunk-FZHKEEUD.js";
import {
  findSubject
} from "./chunk-HKKCZVCL.js";
import {
  retrying
} from "./chunk-ZJWCIM7T.js";
import {
  workspacePath
} from "./chunk-RGBPNDS2.js";
import {
  mergeShards
} from "./chunk-HOIAFHFO.js";
import {
  EXIT,
  worstExitCode
} from "./chunk-AYGXQNTL.js";
import {
  remember
} from "./chunk-ZCYJ6PCG.js";
import {
  writeDocument
} from "./chunk-U4NYYKY2.js";
import {
  loadTemplate,
  parseTemplate
} from "./chunk-NYIOJVUR.js";
import {
  judgeReports,
  locateReports
} from "./chunk-DIIEAUAQ.js";
import {
  analyzeReferences
} from "./chunk-2MI6TJI6.js";
import {
  settingsDifference
} from "./chunk-7Q3HDJ4U.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import {
  CONFIG_FILE_NAME
} from "./chunk-HHKVI2NH.js";
import {
  LITERAL_NO_FIT,
  warningOf
} from "./chunk-HW4H6SDP.js";
import {
  SUCCESS,
  failed,
  isNotFinite,
  notFinite
} from "./chunk-RFOEC4WV.js";
import {
  completeSettings
} from "./chunk-CFYXJZWH.js";
import {
  int,
  object,
  string,
  unknown
} from "./chunk-56UKHU64.js";
import {
  MAX_REPORTED_LAYERS,
  MAX_REPORT_BYTES,
  MAX_TENSOR_NAME_LENGTH,
  MAX_UNTRUSTED_REPORT_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError,
  FormatError
} from "./chunk-LSZFXY6A.js";

// src/entry/action/base-gate.ts
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

// src/publish/repository-file.ts
async function readRepositoryFile(octokit, { owner, repo }, path2, ref, wait) {
  const refuse = (problem, cause) => new ConfigError({
    code: "BASE_UNREADABLE",
    subject: `${path2} at ${ref.slice(0, 7)}`,
    problem,
    cure: 'Give the job "permissions: { contents: read }", and keep files over 1 MB in S3',
    cause
  });
  try {
    const { data } = await retrying(() => octokit.rest.repos.getContent({ owner, repo, path: path2, ref }), wait);
    if (Array.isArray(data) || data.type !== "file" || !("content" in data)) return void 0;
    if (data.encoding !== "base64") throw refuse(`GitHub does not show a file of ${data.size} bytes`);
    return Buffer.from(data.content, "base64").toString("utf8");
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause;
    const { status, message } = cause;
    if (status === 404) return void 0;
    throw refuse(
      `GitHub does not show what this pull request is judged by (${message?.split("\n")[0]})`,
      cause
    );
  }
}

// src/entry/action/base-gate.ts
async function decideGate(inputs, subject, env, connection) {
  const own = withBaseSha(completeSettings(inputs.fromFile, inputs.overrides), subject);
  const { repository: repository2, gateSha } = subject;
  const configFile = workspacePath(inputs.configFile ?? CONFIG_FILE_NAME);
  if (own.mode === "analyze" || repository2 === void 0 || gateSha === void 0 || configFile === void 0)
    return { settings: own, proposed: [] };
  const octokit = await connection();
  if (octokit === void 0) return { settings: own, proposed: [] };
  const base = { ...repository2, sha: gateSha };
  let fromBase;
  try {
    const text = await readRepositoryFile(octokit, base, configFile, base.sha);
    const { parseConfig } = await import("./config-file-SHASPJSX.js");
    fromBase = text === void 0 ? {} : parseConfig(text, `${configFile} at ${base.sha.slice(0, 7)}`);
  } catch (error) {
    const unreadable = error instanceof ConfigError && error.code === "BASE_UNREADABLE";
    if (unreadable && isCheckedOut(own, subject) && Object.keys(inputs.fromFile).length === 0)
      return { settings: own, proposed: [] };
    throw error;
  }
  const settings = withBaseSha(completeSettings(fromBase, inputs.overrides), subject);
  return {
    settings: { ...settings, baseline: await baselineOf(settings.baseline, octokit, base, env) },
    // The workspace of a run that takes over a report is not the pull request's.
    proposed: own.mode === "publish" ? [] : settingsDifference(fromBase, inputs.fromFile)
  };
}
async function removeBase(env) {
  await rm(baseFolder(env), { recursive: true, force: true });
}
function baseFolder(env) {
  return path.join(env["RUNNER_TEMP"] || tmpdir(), `alphagate-base-${process.pid}`);
}
function isCheckedOut({ mode }, { source }) {
  return mode === "check" && source === void 0;
}
function withBaseSha(settings, { baseSha }) {
  if (baseSha === void 0) return settings;
  const [baseline, history] = [settings.baseline, settings.history].map(
    (reference) => reference.replaceAll("{base-sha}", baseSha)
  );
  return { ...settings, baseline, history };
}
async function baselineOf(reference, octokit, base, env) {
  const file = reference.endsWith(".json") && !reference.includes("://") ? workspacePath(reference) : void 0;
  if (file === void 0) return reference;
  const copy = path.join(baseFolder(env), file);
  const text = await readRepositoryFile(octokit, base, file, base.sha);
  if (text !== void 0) await writeDocument(copy, text);
  return copy;
}

// src/entry/action/event.ts
import { readFile } from "node:fs/promises";

// src/publish/event.ts
var number = int().positive();
var sha = string().regex(/^[0-9a-f]{40,64}$/);
var repository = object({ full_name: string().max(200) });
var branch = object({ sha, repo: repository.nullable().optional().catch(void 0) });
var eventSchema = object({
  pull_request: object({ number, base: branch.optional().catch(void 0), head: branch.optional().catch(void 0) }).optional().catch(void 0),
  repository: object({ default_branch: string().max(1e3).optional().catch(void 0) }).optional().catch(void 0),
  /** Of a push, the commit that the branch was at. */
  before: sha.optional().catch(void 0),
  /** Pull requests are issues too, and say so. */
  issue: object({ number, pull_request: unknown().optional() }).optional().catch(void 0),
  /** Commits of a merge queue that are tried out together. */
  merge_group: object({ head_sha: sha, base_sha: sha }).optional().catch(void 0),
  /** The run that has ended. */
  workflow_run: object({
    id: number,
    run_attempt: number.optional().catch(void 0),
    head_sha: sha,
    head_branch: string().max(1e3).nullable().optional().catch(void 0),
    head_repository: repository.nullable().optional().catch(void 0)
  }).optional().catch(void 0)
});
function parseEvent(text) {
  try {
    return eventSchema.parse(JSON.parse(text));
  } catch {
    return {};
  }
}

// src/entry/action/event.ts
async function readEvent(env) {
  try {
    return parseEvent(await readFile(env["GITHUB_EVENT_PATH"] ?? "", "utf8"));
  } catch {
    return {};
  }
}

// src/report/untrusted.ts
function takeOverNumbers(report, subject, origin) {
  const { model, base_model, tool, layers, settings, skipped, timing, summary } = report;
  const refuse = (problem) => new FormatError({
    code: "NOT_CREDIBLE",
    subject,
    problem,
    cure: "Make it with alphagate, in mode analyze, and change nothing in it"
  });
  if (report.shard !== void 0) throw refuse("holds only a part of a model. Merge all parts first");
  if (layers.length === 0) throw refuse("holds no layer");
  if (layers.length > MAX_REPORTED_LAYERS) throw refuse(`holds more than ${MAX_REPORTED_LAYERS} layers`);
  if (new Set(layers.map(({ layer_id, slice_id }) => `${layer_id} ${slice_id}`)).size < layers.length)
    throw refuse("has two layers of one layer_id");
  if (new Set(layers.map(rowName)).size < layers.length) throw refuse("has two layers of one name");
  const { source = "", identity = "" } = base_model ?? {};
  const names = [
    model.source,
    model.identity,
    model.format,
    source,
    identity,
    ...skipped.map(({ name }) => name),
    ...layers.map(({ longname }) => longname)
  ];
  if (names.some((name) => name.length > MAX_TENSOR_NAME_LENGTH))
    throw refuse(`has a name of more than ${MAX_TENSOR_NAME_LENGTH} characters`);
  for (const layer of layers) {
    const problem = contradictionIn(layer, isLiteral(settings));
    if (problem !== void 0) throw refuse(`says of the layer ${JSON.stringify(layer.longname)} ${problem}`);
  }
  return {
    schemaVersion: report.schemaVersion,
    tool,
    model,
    ...base_model !== void 0 && { base_model },
    settings,
    summary,
    layers: layers.map(withoutWords),
    skipped: skipped.map(({ name }) => ({ name, reason: "skipped by the run that computed the numbers" })),
    ...origin.commit !== void 0 && { commit: origin.commit },
    ...!origin.trusted && { untrusted_run: origin.run },
    timing
  };
}
function isLiteral(settings) {
  const analysis = settings["analysis"];
  return analysis?.compat === "weightwatcher";
}
function contradictionIn(layer, literal) {
  const { N, M, rf, num_evals, alpha, sigma, D, xmin, xmax, matrix_rank } = layer;
  if (literal ? M < 1 || N < 1 : M < 2 || N < M) return `that its sides are ${N} and ${M}`;
  if (rf < 1 || num_evals < 1 || num_evals > M * rf)
    return `that it has ${num_evals} eigenvalues, and its matrices ${M * rf}`;
  if (alpha === null !== (sigma === null))
    return "an alpha without its standard error, or the other way round";
  if (alpha !== null && alpha <= 1 && !literal)
    return `that alpha is ${alpha}, and no power law's is 1 or less`;
  if (sigma !== null && sigma < 0 && !literal) return `that sigma is ${sigma}`;
  if (D !== null && (D < (literal ? -1 : 0) || D > 1)) return `that the distance D is ${D}`;
  if (xmin !== null && xmax !== null && xmin > xmax) return "that xmin is above xmax";
  if (matrix_rank !== null && matrix_rank > num_evals) return `a rank of ${matrix_rank}`;
  return void 0;
}
function withoutWords(layer) {
  const { longname, alpha, status } = layer;
  return {
    ...layer,
    name: longname,
    status: statusOf(status, alpha),
    warning: alpha === null ? "" : warningOf(alpha),
    trust_reasons: [],
    verdict: "inconclusive",
    reasons: ["not judged yet"],
    threshold: 0,
    delta: null
  };
}
function statusOf(status, alpha) {
  if (isNotFinite(status))
    return notFinite("weights that are not numbers, as the run that computed them says");
  if (alpha === LITERAL_NO_FIT.alpha) return LITERAL_NO_FIT.status;
  return alpha === null ? failed("no alpha, as the run that computed the numbers says") : SUCCESS;
}

// src/entry/action/numbers.ts
async function judgedNumbers({ references, reports }, settings, subject, env, control) {
  const { signal } = control;
  const options = { ...control, commit: subject.commit, curves: true };
  switch (settings.mode) {
    case "check":
      return analyzeReferences(references, settings, options);
    case "analyze":
      return analyzeReferences(references, { ...settings, baseline: "" }, options);
    case "merge": {
      const mostBytes = subject.source === void 0 ? MAX_REPORT_BYTES : MAX_UNTRUSTED_REPORT_BYTES;
      const merged = mergeShards(await locateReports(reports, settings, signal, mostBytes));
      const taken = subject.source === void 0 ? merged : merged.map((report) => takeOverNumbers(report, report.model.source, originOf(subject, env)));
      return judgeReports(taken, settings, signal);
    }
    case "publish": {
      if (settings.reanalyze) return analyzeReferences(references, settings, options);
      const named = await locateReports(reports, settings, signal, MAX_UNTRUSTED_REPORT_BYTES);
      const taken = named.map(({ report, name }) => {
        requireCommit(report, name, subject);
        return takeOverNumbers(report, name, originOf(subject, env));
      });
      return judgeReports(taken, settings, signal);
    }
  }
}
function requireCommit({ commit }, name, { source, pull }) {
  const head = pull.pull?.headSha;
  if (source !== void 0 || commit === void 0 || head === void 0 || commit === head) return;
  throw new ConfigError({
    code: "OTHER_COMMIT",
    subject: name,
    problem: `is of commit ${commit.slice(0, 7)}, and the pull request is at ${head.slice(0, 7)}`,
    cure: "Publish the report of its newest commit"
  });
}
function originOf({ source, pull, commit }, env) {
  const repository2 = source?.head_repository?.full_name ?? pull.pull?.headRepository;
  return {
    run: source === void 0 ? "a run that is not known" : `run ${source.id} of ${repository2 ?? "a repository that is gone"}`,
    commit: source?.head_sha ?? pull.pull?.headSha ?? commit,
    trusted: repository2 !== void 0 && repository2 === env["GITHUB_REPOSITORY"]
  };
}

// src/entry/action/template.ts
async function decideTemplate(asked, gate, { repository: repository2, gateSha, source }, connection) {
  const name = gate.template;
  const file = workspacePath(name);
  const octokit = gate.mode === "analyze" || gateSha === void 0 ? void 0 : await connection();
  if (octokit === void 0 || repository2 === void 0 || gateSha === void 0)
    return loadTemplate(asked.template);
  if (gate.mode === "check" && source === void 0) await loadIfThere(asked.template);
  if (name === "") return void 0;
  if (file === void 0) return loadTemplate(name);
  try {
    const text = await readRepositoryFile(octokit, repository2, file, gateSha);
    if (text === void 0)
      return { name, problem: `${gateSha.slice(0, 7)}, which this is based on, does not have it` };
    return await parseTemplate(text, name);
  } catch (error) {
    if (error instanceof ConfigError)
      return { name, problem: `at ${gateSha.slice(0, 7)}, which this is based on: ${error.message}` };
    throw error;
  }
}
async function loadIfThere(fileName) {
  try {
    await loadTemplate(fileName);
  } catch (error) {
    if (!(error instanceof ConfigError && error.code === "TEMPLATE_UNREADABLE")) throw error;
  }
}

// src/entry/action/carry-out.ts
async function carryOut(inputs, env, control) {
  const { signal } = control;
  const asked = completeSettings(inputs.fromFile, inputs.overrides);
  const connection = connectionOf(asked, env, signal);
  const event = await readEvent(env);
  const subject = await findSubject(asked, event, env, connection);
  requireSubject(asked, subject);
  const { settings, proposed } = await decideGate(inputs, subject, env, connection);
  const template = await decideTemplate(asked, settings, subject, connection);
  const run = withRun(settings, subject);
  const judged = await judgedNumbers(inputs, run, subject, env, control).finally(() => removeBase(env));
  const code = worstExitCode(judged);
  const passed = code === EXIT.pass || settings.mode === "analyze" && code === EXIT.gateFailed;
  const remembered = settings.mode === "analyze" ? { outcomes: judged } : await remember(judged, run, signal);
  const { outcomes, history: past, failure } = remembered;
  const history = {
    ...past !== void 0 && { past },
    ...failure !== void 0 && { failure },
    mayWrite: mayWriteHistory(settings, subject, event, env),
    facts: { time: /* @__PURE__ */ new Date(), commit: subject.commit }
  };
  return { settings, delivery: { outcomes, passed, proposed, subject, template, history } };
}
function requireSubject({ mode }, { pull, source }) {
  if (mode === "check" || source === void 0 || pull.pull !== void 0 || pull.code === void 0) return;
  throw new ConfigError({
    code: pull.code,
    subject: "the pull request",
    problem: `is not known, and with it the gate: ${pull.reason.replace(/\s+/g, " ")}`
  });
}
function withRun(settings, { source }) {
  return source === void 0 || settings.runId !== null ? settings : { ...settings, runId: source.id };
}

export {
  carryOut
};
