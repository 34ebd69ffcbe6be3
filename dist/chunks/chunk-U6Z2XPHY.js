import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  rowName
} from "./chunk-WA4HYSTF.js";

// src/publish/comment-state.ts
import { createHash } from "node:crypto";
function formatState({ run, commit, verdict, digest }) {
  return `<!-- run ${run.id}.${run.attempt} commit ${commit || "unknown"} verdict ${verdict} ${digest} -->`;
}
var STATE = /^<!-- run (?<id>\d{1,15})\.(?<attempt>\d{1,9}) commit (?<commit>[0-9a-z]+) verdict (?<verdict>[a-z]+) (?<digest>[0-9a-f]+) -->$/;
function parseState(body) {
  const { id, attempt, commit, verdict, digest } = STATE.exec(body.split(/\r?\n/, 2)[1] ?? "")?.groups ?? {};
  if (id === void 0) return void 0;
  return {
    run: { id: Number(id), attempt: Number(attempt) },
    commit: commit === "unknown" ? "" : commit,
    verdict,
    digest
  };
}
function withoutRun(body) {
  return body.replace(/^<!-- run \d+\.\d+ /m, "<!-- run ");
}
function compareRuns(a, b) {
  return a.id - b.id || a.attempt - b.attempt;
}
function isOlder(run, than) {
  return run.id !== 0 && compareRuns(run, than) < 0;
}
function verdictDigest(outcomes) {
  const verdicts = outcomes.map(
    (outcome) => outcome.kind === "error" ? [outcome.reference, "error"] : [
      outcome.report.model.source,
      outcome.report.summary.verdict,
      ...outcome.report.layers.map((layer) => [rowName(layer), layer.verdict])
    ]
  );
  return createHash("sha256").update(JSON.stringify(verdicts)).digest("hex").slice(0, 16);
}

export {
  formatState,
  parseState,
  withoutRun,
  compareRuns,
  isOlder,
  verdictDigest
};
