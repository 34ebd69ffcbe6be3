import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  DIAGNOSIS_NAMES
} from "./chunk-JUDLKW4K.js";
import {
  VERDICTS
} from "./chunk-F6C45J7V.js";
import {
  TRUST_LABELS
} from "./chunk-MU35MNOC.js";
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  record,
  strictObject,
  string,
  union,
  unknown
} from "./chunk-56UKHU64.js";
import {
  MAX_CURVE_POINTS
} from "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/local-errors.ts
var FAILURES = {
  EACCES: {
    code: "PERMISSION_DENIED",
    problem: "may not be read by this user",
    cure: "Give the user who runs this read access to the file, and access to the directories above it"
  },
  EISDIR: { code: "NOT_A_FILE", problem: "is a directory", cure: "Name a file" },
  ELOOP: {
    code: "NOT_FOUND",
    problem: "is a link that leads back to itself",
    cure: "Point the link to a file, or name the file itself"
  },
  EMFILE: {
    code: "TOO_MANY_OPEN_FILES",
    problem: "cannot be opened, because this process has too many files open",
    cure: "Raise the limit with `ulimit -n`"
  },
  EIO: {
    code: "DISK_ERROR",
    problem: "cannot be read, because the disk or the network drive failed",
    cure: "Try again, and check the disk if it happens again"
  }
};
var SAME_FAILURE = { EPERM: "EACCES", ENFILE: "EMFILE" };
function toSourceError(error, name) {
  if (error instanceof SourceError) return error;
  const systemCode = systemCodeOf(error) ?? "unknown error";
  const failure = FAILURES[SAME_FAILURE[systemCode] ?? systemCode];
  return new SourceError({
    code: failure?.code ?? "READ_FAILED",
    subject: name,
    problem: failure?.problem ?? `cannot be read (${systemCode})`,
    cure: failure?.cure ?? "Check the path and the disk",
    details: { systemCode },
    cause: error
  });
}
function systemCodeOf(error) {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : void 0;
  return typeof code === "string" ? code : void 0;
}
function saysMissing(error) {
  return ["ENOENT", "ENOTDIR", "ENAMETOOLONG"].includes(systemCodeOf(error) ?? "");
}

// src/metrics/mode-columns.ts
var MODE_COLUMNS = [
  "Lambda",
  "raw_alpha",
  "num_fingers",
  "num_spikes",
  "sigma_mp",
  "mp_softrank",
  "W_scale",
  "bulk_max",
  "bulk_min",
  "max_rand_eval",
  "rand_distance",
  "ww_softrank",
  "ww_maxdist",
  "num_traps",
  "rand_num_spikes",
  "rand_sigma_mp",
  "rand_mp_softrank",
  "rand_W_scale",
  "rand_bulk_max",
  "rand_bulk_min",
  "detX_num",
  "num_ERG_spikes",
  "ERG_gap",
  "detX_val",
  "detX_val_unrescaled",
  "bulk_mean_vec_entropy",
  "bulk_var_vec_entropy",
  "bulk_mean_loc_ratio",
  "bulk_var_loc_ratio",
  "bulk_mean_part_ratio",
  "bulk_var_part_ratio",
  "tail_mean_vec_entropy",
  "tail_var_vec_entropy",
  "tail_mean_loc_ratio",
  "tail_var_loc_ratio",
  "tail_mean_part_ratio",
  "tail_var_part_ratio"
];

// src/report/report.ts
var SCHEMA_VERSION = 1;
var verdict = _enum(VERDICTS);
var number2 = number().nullable();
var count = int().nonnegative();
var modeColumns = Object.fromEntries(MODE_COLUMNS.map((column) => [column, number2.optional()]));
var curve = array(number()).max(MAX_CURVE_POINTS);
var exponent = number().min(-324).max(309);
var counts = array(count).min(1).max(MAX_CURVE_POINTS);
var logBins = strictObject({ from: exponent, to: exponent, counts });
var curves = strictObject({
  log_bins: logBins,
  random_log_bins: logBins.optional(),
  bins: strictObject({ to: number(), counts }),
  scan: strictObject({ xmin: curve, D: curve, alpha: curve })
});
var layer = strictObject({
  layer_id: count.describe("Position among the model\u2019s candidate tensors, counted from `analysis.start_ids`"),
  slice_id: count.optional().describe(
    "Which of the layer\u2019s matrices this is, from 0; only where each is a row of its own (`pool: false`)"
  ),
  name: string().describe("The tensor\u2019s name without a final `.weight`"),
  longname: string().describe("The same; what patterns of layers are matched with"),
  layer_type: _enum(["dense", "conv1d", "conv2d", "conv3d", "stacked"]).describe("What kind of layer it is"),
  N: count.describe("The larger side of the layer\u2019s matrices"),
  M: count.describe("The smaller side"),
  Q: number().describe("N/M, at least 1"),
  rf: count.describe(
    "Receptive field: how many matrices the layer consists of, one for each kernel position"
  ),
  num_evals: count.describe(
    "Number of eigenvalues, M\xB7rf; of a LoRA product its rank in place of M, where that is smaller"
  ),
  alpha: number2.describe(
    "Exponent of the power law fitted to the tail of the eigenvalue density, greater than 1"
  ),
  D: number2.describe("Kolmogorov-Smirnov distance between the tail and the fit, 0 to 1"),
  sigma: number2.describe("Standard error of alpha, (alpha \u2212 1)/\u221Atail"),
  xmin: number2.describe("The smallest eigenvalue of the tail"),
  xmax: number2.describe("The largest eigenvalue of the tail"),
  num_pl_spikes: int().min(-1).nullable().describe("Eigenvalues in the tail; \u22121 where WeightWatcher writes that (`compat`)"),
  lambda_max: number2.describe("The largest eigenvalue"),
  sv_max: number2.describe("The largest singular value"),
  sv_min: number2.describe("The smallest singular value"),
  rank_loss: count.nullable().describe("Singular values that are zero to working precision"),
  weak_rank_loss: count.nullable().describe("Eigenvalues below `analysis.tolerance`"),
  norm: number2.describe("Sum of the eigenvalues, the squared Frobenius norm"),
  log_norm: number2.describe("log\u2081\u2080 of `norm`"),
  spectral_norm: number2.describe("The largest eigenvalue, the squared spectral norm"),
  log_spectral_norm: number2.describe("log\u2081\u2080 of `spectral_norm`"),
  alpha_weighted: number2.describe("alpha\xB7log\u2081\u2080 \u03BB_max"),
  log_alpha_norm: number2.describe("log\u2081\u2080 \u03A3 \u03BB^alpha"),
  stable_rank: number2.describe("\u03A3 \u03BB/\u03BB_max"),
  matrix_rank: count.nullable().describe("Singular values above \u221A\u03BB_max\xB7N\xB72\u207B\u2075\xB2"),
  entropy: number2.describe("Entropy of \u03BB/\u03A3\u03BB, relative to that of a flat spectrum of the same rank, 0 to 1"),
  ...modeColumns,
  p_value: number2.describe(
    "Of the bootstrap for goodness of fit, 0 to 1; null where the layer was not assessed"
  ),
  trust: _enum(TRUST_LABELS).nullable().describe("How far alpha can be relied on; null where the layer was not assessed"),
  trust_reasons: array(string()).describe("What keeps trust from being higher, the weightiest first"),
  numerical_rank: count.nullable().describe("Singular values that are more than what rounding the weights to their dtype makes of zeros"),
  outliers: count.nullable().describe(
    "How many of the largest eigenvalues lie apart from the tail below them; null where nobody looked"
  ),
  alpha_without_outliers: number2.describe("alpha of all eigenvalues but those; null where there are none"),
  correlation_traps: count.nullable().describe(
    "Eigenvalues that stand out of the bulk when the weights are put in random order; null where they were not"
  ),
  warning: _enum(["", "over-trained", "under-trained"]).describe("The theory\u2019s word for alpha, whatever the thresholds"),
  status: string().describe("`success`, or what kept a value from existing"),
  verdict: verdict.describe("By the gate; `inconclusive` where it cannot be judged"),
  reasons: array(string()).min(1).describe("Why, in words"),
  threshold: number().describe("The `min-alpha` that holds for it"),
  delta: number2.describe("alpha less the baseline\u2019s; null where there is nothing to compare with"),
  diagnosis: array(_enum(DIAGNOSIS_NAMES)).describe("What is wrong with it, by name: see the page on diagnoses"),
  curves: curves.optional().describe("What plots of its spectrum need; only where they were asked for")
});
var source = string().describe("The reference it came from, without credentials");
var identity = string().describe("ETag, version id or sha256 of the content");
var layerDetailsSchema = layer.omit({
  verdict: true,
  reasons: true,
  threshold: true,
  delta: true,
  diagnosis: true
});
var reportSchema = strictObject({
  schemaVersion: literal(SCHEMA_VERSION).describe("Another number is another contract: a field was renamed or removed, or means something else"),
  tool: strictObject({
    name: literal("alphagate"),
    version: string().describe("Of Alphagate"),
    engine: string().describe("What computed the eigenvalues, `wasm` or `reference`")
  }).describe("What computed the numbers"),
  model: strictObject({
    source,
    identity,
    format: string().describe("Of the file, such as `safetensors`"),
    bytes: count.describe("Of all its files together")
  }).describe("What was analysed"),
  base_model: strictObject({ source, identity }).optional().describe(
    "The model that layers are differences from, or that products were added to; absent where there is none"
  ),
  settings: record(string(), unknown()).describe("Those that decide numbers and verdicts, as applied, in the shape of a configuration file"),
  summary: strictObject({
    verdict: verdict.describe(
      "Of the model: `fail` where a layer fails, `warn` where one warns or is inconclusive, `inconclusive` where all are"
    ),
    passed: boolean().describe("Whether the check is green"),
    reason: string().describe("One sentence that says why"),
    counts: strictObject({
      layers: count.describe("Layers that were analysed"),
      pass: count.describe("Those that pass"),
      warn: count.describe("Those that warn"),
      fail: count.describe("Those that fail"),
      inconclusive: count.describe("Those that cannot be judged"),
      skipped: count.describe("Tensors that are no layer, or were left out")
    }).describe("How many layers there are of each kind"),
    min_alpha: number2.describe("The smallest alpha"),
    min_alpha_layer: string().nullable().describe("The layer that has it"),
    alpha: number2.describe("Mean alpha over the layers that have one, as WeightWatcher\u2019s summary has it"),
    alpha_weighted: number2.describe("Mean of that column"),
    log_norm: number2.describe("Mean of that column"),
    log_alpha_norm: number2.describe("Mean of that column"),
    log_spectral_norm: number2.describe("Mean of that column"),
    stable_rank: number2.describe("Mean of that column"),
    mp_softrank: number2.describe("Mean of that column; null without `mp_fit`")
  }).describe("The model as a whole"),
  layers: array(layer).describe("One row for each layer that was analysed"),
  skipped: array(
    strictObject({
      name: string().describe("Of the tensor"),
      reason: string().describe("Why it was not analysed, in words")
    })
  ).describe("Tensors that were not analysed"),
  baseline: union([
    strictObject({
      source,
      identity,
      commit: string().nullable().describe("The commit that it was computed at, where it says so")
    }),
    strictObject({ source, missing: string().describe("Why there is nothing to compare with") })
  ]).optional().describe(
    "What `delta` compares with, or why there is nothing to; absent when no baseline was asked for"
  ),
  commit: string().optional().describe("The commit that the model was analysed at, where it is known"),
  shard: strictObject({
    index: count.describe("Which part, from 1"),
    count: count.describe("Of how many"),
    layers: count.describe("How many layers the whole model has")
  }).optional().describe("Of a report of one part of a model"),
  untrusted_run: string().optional().describe("The run that computed the numbers, where it is one that nobody vouches for"),
  timing: strictObject({
    total_ms: number().describe("Wall-clock milliseconds from opening the model to the last layer\u2019s verdict")
  }).describe("The only part that differs between runs")
});
var REPORT_KEYS = Object.keys(reportSchema.shape);
var LAYER_COLUMNS = Object.keys(layer.shape);

export {
  toSourceError,
  systemCodeOf,
  saysMissing,
  MODE_COLUMNS,
  SCHEMA_VERSION,
  layerDetailsSchema,
  reportSchema,
  REPORT_KEYS,
  LAYER_COLUMNS
};
