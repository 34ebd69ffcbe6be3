import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  showOnCommit
} from "./chunk-NZ5IAXRY.js";
import {
  commentOnPullRequest
} from "./chunk-PZXKFEJJ.js";
import "./chunk-U6Z2XPHY.js";
import {
  connectionOf,
  historyForArtifact,
  keepHistory
} from "./chunk-FZHKEEUD.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-ZJWCIM7T.js";
import {
  SUMMARY_BUDGET_BYTES,
  renderMarkdown
} from "./chunk-VCFUFMY4.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import {
  explain
} from "./chunk-G7XFHQDN.js";
import {
  HISTORY_FILE
} from "./chunk-ZCYJ6PCG.js";
import {
  writeDocument
} from "./chunk-U4NYYKY2.js";
import "./chunk-4ITS5HHA.js";
import {
  helpFor
} from "./chunk-CPWGSIY3.js";
import {
  renderCsv,
  renderSarif,
  renderTable
} from "./chunk-RA4HOYB2.js";
import {
  renderJson
} from "./chunk-IZLUWDFI.js";
import "./chunk-NUHIWQ25.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-I46AYHW6.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import {
  reportsOf
} from "./chunk-7Q3HDJ4U.js";
import "./chunk-Z2QRIJIB.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-NBCO2E7D.js";
import {
  rowName
} from "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import {
  LONGEST_TEXT,
  plainText,
  shorten
} from "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-MU35MNOC.js";
import "./chunk-QD66ABUT.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import {
  AlphagateError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/annotations.ts
var MOST_OF_A_KIND = 10;
function annotate(outcomes, annotator) {
  const errors = [];
  const warnings = [];
  for (const outcome of outcomes) {
    if (outcome.kind === "error") {
      errors.push(outcome.error.message);
      continue;
    }
    const { model, layers, untrusted_run } = outcome.report;
    const remark = untrusted_run === void 0 ? "" : " (computed in an untrusted run)";
    for (const layer of layers) {
      const { verdict, reasons } = layer;
      const message = `${shorten(rowName(layer))} in ${model.source}${remark}: ${reasons.join("; ")}`;
      if (verdict === "fail") errors.push(message);
      else if (verdict !== "pass") warnings.push(message);
    }
  }
  for (const message of atMost(errors)) annotator.error(message, { title: "Alphagate" });
  for (const message of atMost(warnings)) annotator.warning(message, { title: "Alphagate" });
}
function atMost(messages) {
  const shown = messages.length > MOST_OF_A_KIND ? messages.slice(0, MOST_OF_A_KIND - 1) : messages;
  const rest = messages.length - shown.length;
  return [
    ...shown.map((message) => shorten(plainText(message), LONGEST_TEXT)),
    ...rest > 0 ? [`${rest} more in the report`] : []
  ];
}

// src/publish/artifact.ts
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
var TIMEOUT_MS = 12e4;
async function uploadArtifact(name, files, env, timeoutMs = TIMEOUT_MS) {
  if (!env["ACTIONS_RUNTIME_TOKEN"] || !env["ACTIONS_RESULTS_URL"]) {
    return {
      code: "ARTIFACTS_UNSUPPORTED",
      reason: `this runner has no service for artifacts, and ${JSON.stringify(name)} is not uploaded. Upload the files that the outputs name in a step of its own`
    };
  }
  const given = new AbortController();
  try {
    const { DefaultArtifactClient } = await import("./artifact-VOJ332EC.js");
    const upload2 = new DefaultArtifactClient().uploadArtifact(name, [...files], path.dirname(files[0]));
    const late = sleep(timeoutMs, void 0, { signal: given.signal, ref: false }).then(() => {
      throw new Error(`no end after ${timeoutMs / 1e3} seconds`);
    });
    await Promise.race([upload2, late]);
    return void 0;
  } catch (error) {
    const { name: kind, message } = error;
    if (kind === "GHESNotSupportedError") {
      return {
        code: "ARTIFACTS_UNSUPPORTED",
        reason: `GitHub Enterprise Server has no artifacts of this kind, and ${JSON.stringify(name)} is not uploaded. Upload the files that the outputs name with actions/upload-artifact@v3`
      };
    }
    return {
      code: "ARTIFACT_FAILED",
      reason: `the artifact ${JSON.stringify(name)} cannot be uploaded (${message.split("\n")[0]}). Give each job an artifact-name of its own, and run the job again`
    };
  } finally {
    given.abort();
  }
}

// src/publish/step-summary.ts
import { appendFile } from "node:fs/promises";
async function writeStepSummary(file, markdown) {
  if (file === void 0 || file === "") return "This runner has no job summary";
  try {
    await appendFile(file, `${markdown}
`);
    return void 0;
  } catch (error) {
    return `The job summary cannot be written: ${error.message}`;
  }
}

// src/entry/action/in-time.ts
async function inTime(signal, work, late) {
  const over = () => {
    if (signal.reason instanceof AlphagateError) return late(explain(signal.reason));
    throw signal.reason;
  };
  if (signal.aborted) return over();
  return new Promise((resolve, reject) => {
    const end = () => {
      try {
        resolve(over());
      } catch (error) {
        reject(error);
      }
    };
    signal.addEventListener("abort", end, { once: true });
    work().then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}

// src/entry/action/report-files.ts
import { tmpdir } from "node:os";
import path2 from "node:path";
async function writeReports({ outcomes, proposed, template, history }, settings, env) {
  const folder = path2.join(env["RUNNER_TEMP"] || tmpdir(), `alphagate-${process.pid}`);
  const documents = [
    ["report-json", "report.json", () => renderJson(reportsOf(outcomes))],
    [
      "report-html",
      "report.html",
      async () => (await import("./render-html-E2YAFLOC.js")).renderHtml(outcomes)
    ],
    ["report-markdown", "report.md", () => renderMarkdown(outcomes, { proposed, template })],
    ["report-csv", "report.csv", () => renderCsv(reportsOf(outcomes))],
    ["report-sarif", "report.sarif", () => renderSarif(outcomes)]
  ];
  const outputs = {
    "report-html": "",
    "report-json": "",
    "report-markdown": "",
    "report-csv": "",
    "report-sarif": ""
  };
  try {
    for (const [output, name, render] of documents) {
      const file2 = path2.join(folder, name);
      await writeDocument(file2, await render());
      outputs[output] = file2;
    }
    const chained = historyForArtifact({ outcomes, history }, settings);
    if (chained === void 0) return { written: Object.values(outputs), outputs };
    const file = path2.join(folder, HISTORY_FILE);
    await writeDocument(file, chained);
    return { written: [...Object.values(outputs), file], outputs };
  } catch (error) {
    const written = Object.values(outputs).filter((file) => file !== "");
    return { written, outputs, failure: `The report has no file: ${error.message}` };
  }
}

// src/entry/action/deliver.ts
var LOG_TABLE = { color: false, width: 160, verbose: false };
async function deliver(delivery, settings, runner, env, signal) {
  const { outcomes } = delivery;
  const connection = connectionOf(settings, env, signal);
  const numbersOnly = settings.mode === "analyze";
  if (reportsOf(outcomes).length > 0) runner.info(renderTable(outcomes, LOG_TABLE));
  if (settings.annotations && !numbersOnly) annotate(outcomes, runner);
  const files = await writeReports(delivery, settings, env);
  const artifact = await inTime(
    signal,
    () => upload(settings.artifactName, files.written, runner, env),
    (late) => late
  );
  const summaryFailure = numbersOnly ? void 0 : await summarize(delivery, env);
  const comment = numbersOnly ? { status: "skipped", reason: "mode analyze writes to no pull request" } : await inTime(
    signal,
    () => commentOnPullRequest(delivery, settings, env, connection),
    (late) => ({ status: "failed", ...late })
  );
  const onCommit = numbersOnly ? {} : await inTime(
    signal,
    () => showOnCommit(delivery, settings, env, connection, comment.url),
    (late) => ({
      ...settings.commitStatus && { status: late },
      ...settings.checkRun && { checkRun: late }
    })
  );
  const history = await inTime(
    signal,
    () => keepHistory(delivery, settings),
    (late) => late
  );
  const failures = [
    files.failure,
    summaryFailure,
    comment.status === "failed" && `The report is not on the pull request: ${explained(comment)}`,
    onCommit.status && `There is no commit status: ${explained(onCommit.status)}`,
    onCommit.checkRun && `There is no check run: ${explained(onCommit.checkRun)}`,
    artifact && `There is no artifact: ${explained(artifact)}`,
    history && `The history is not kept: ${explained(history)}`
  ].filter((failure) => typeof failure === "string");
  if (failures.length > 0) {
    const places = [
      !numbersOnly && summaryFailure === void 0 && "the job summary",
      files.outputs["report-markdown"],
      "the log"
    ].filter(Boolean);
    const text = `${failures.join(".\n")}.
The verdict does not depend on it; the report is in ${places[0]}.`;
    runner.warning(text.split("\n").map(plainText).join("\n"), { title: "Alphagate" });
  }
  if (comment.status !== "failed")
    runner.info(
      plainText(`Comment ${comment.status}${comment.reason === void 0 ? "" : `: ${comment.reason}`}`)
    );
  return {
    ...files.outputs,
    "comment-status": comment.status,
    "comment-id": comment.id === void 0 ? "" : String(comment.id),
    "comment-url": comment.url ?? ""
  };
}
function explained({ reason, code }) {
  return `${reason ?? "no reason is known"}${code === void 0 ? "" : ` (${helpFor(code)})`}`;
}
function summarize({ outcomes, proposed, template }, env) {
  const markdown = renderMarkdown(outcomes, { budgetBytes: SUMMARY_BUDGET_BYTES, proposed, template });
  return writeStepSummary(env["GITHUB_STEP_SUMMARY"], markdown);
}
async function upload(name, files, runner, env) {
  if (name === "" || files.length === 0) return void 0;
  const failure = await uploadArtifact(name, files, env);
  if (failure === void 0) runner.info(`Artifact uploaded: ${plainText(name)}`);
  return failure;
}
export {
  deliver
};
