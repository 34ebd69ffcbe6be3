import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  _enum,
  array,
  boolean,
  int,
  literal,
  number,
  strictObject,
  string,
  union
} from "./chunk-56UKHU64.js";
import {
  printableReference
} from "./chunk-XJUTMDZ7.js";
import {
  EXPANSION_LIMITS,
  MAX_RUNS_OF_MODEL,
  MAX_SHARDS
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/settings/kinds.ts
function setting(definition) {
  return definition;
}
function number2(names, fallback, schema = number(), expects = "a number, such as 2 or 2.5") {
  return setting({
    ...names,
    schema,
    parse: parseNumber,
    expects,
    default: fallback,
    placeholder: "NUMBER"
  });
}
function count(names, fallback, meaningOfZero, most = Number.MAX_SAFE_INTEGER) {
  const range = most === Number.MAX_SAFE_INTEGER ? "from 0 on" : `from 0 to ${most}`;
  return setting({
    ...names,
    schema: int().min(0).max(most),
    parse: parseNumber,
    expects: `a whole number ${range} (0: ${meaningOfZero})`,
    default: fallback,
    placeholder: "COUNT"
  });
}
function choice(names, choices, fallback) {
  return setting({
    ...names,
    schema: _enum(choices),
    parse: (value) => value,
    expects: `one of ${choices.join(", ")}`,
    default: fallback,
    placeholder: choices.join("|")
  });
}
function globs(names) {
  return setting({
    ...names,
    schema: array(string().min(1)),
    parse: (value) => value.split("\n").map((line) => line.trim()).filter((line) => line !== ""),
    expects: "patterns of layer names, one a line",
    default: [],
    placeholder: "GLOB",
    repeatable: true
  });
}
function yesOrNo(names, fallback) {
  return setting({
    ...names,
    schema: boolean(),
    parse: (value) => ({ true: true, false: false })[value],
    expects: "true or false",
    default: fallback,
    placeholder: "true|false"
  });
}
var LONGEST_TEXT = 2e3;
function text(names, placeholder) {
  return setting({
    ...names,
    schema: string().max(LONGEST_TEXT),
    parse: (value) => value,
    expects: `text of at most ${LONGEST_TEXT} characters`,
    default: "",
    placeholder
  });
}
function parseNumber(value) {
  return /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(value.trim()) ? Number(value) : void 0;
}

// src/settings/groups/analysis.ts
var MOST_FINGERS = 1e3;
var ANALYSIS = {
  compat: choice(
    {
      option: "compat",
      key: "analysis.compat",
      description: "With `weightwatcher`, numbers as WeightWatcher 0.7.7 has them, its defects included; see docs/differences.md."
    },
    ["off", "weightwatcher"],
    "off"
  ),
  fit: choice(
    {
      option: "fit",
      key: "analysis.fit",
      description: "What is fitted to the tail: a power law (`PL`); one with exponential cut-off, x^(\u2212alpha)\xB7e^(\u2212\u039Bx), with the column `Lambda` (`TPL`); that, with xmin near the peak of the density (`E_TPL`)."
    },
    ["PL", "TPL", "E_TPL"],
    "PL"
  ),
  plPackage: choice(
    {
      option: "pl-package",
      key: "analysis.pl_package",
      description: "Fit the power law as WeightWatcher does, with its rules for fewer than 20 eigenvalues (`ww`), or as the package `powerlaw` 1.5 does (`powerlaw`)."
    },
    ["ww", "powerlaw"],
    "ww"
  ),
  xmax: setting({
    option: "xmax",
    key: "analysis.xmax",
    schema: union([int(), literal("force")]),
    parse: (value) => value === "force" ? value : parseNumber(value),
    expects: "a whole number or force (0: fit all)",
    default: 0,
    placeholder: "COUNT|force",
    description: "How many of the largest eigenvalues are left out of the fit, whatever the sign; or `force`: the power law ends at the largest, \u03BB_max."
  }),
  fixFingers: choice(
    {
      option: "fix-fingers",
      key: "analysis.fix_fingers",
      description: "What is done about eigenvalues that stand apart from the tail: with `clip_xmax` the largest are taken away until alpha falls (columns `raw_alpha`, `num_fingers`); with `xmin_peak` the tail begins near the peak of the density of log \u03BB."
    },
    ["off", "xmin_peak", "clip_xmax"],
    "off"
  ),
  maxFingers: count(
    {
      option: "max-fingers",
      key: "analysis.max_fingers",
      description: "Most eigenvalues that `clip_xmax` takes away."
    },
    10,
    "none",
    MOST_FINGERS
  ),
  fingerThresh: number2(
    {
      option: "finger-thresh",
      key: "analysis.finger_thresh",
      description: "By how much alpha has to fall for `clip_xmax` to take eigenvalues away."
    },
    1,
    number().nonnegative(),
    "a number from 0 on"
  ),
  mpFit: yesOrNo(
    {
      option: "mp-fit",
      key: "analysis.mp_fit",
      description: "Fit the density of Marchenko and Pastur, \u221A((\u03BB\u208A \u2212 \u03BB)(\u03BB \u2212 \u03BB\u208B))\xB7Q/(2\u03C0\u03C3\xB2\u03BB), to the bulk: columns `num_spikes`, `sigma_mp`, `mp_softrank`, `W_scale`, `bulk_max`, `bulk_min`."
    },
    false
  ),
  randomize: yesOrNo(
    {
      option: "randomize",
      key: "analysis.randomize",
      description: "Compare with the same weights in random order: columns `rand_distance`, `ww_softrank`, `ww_maxdist`, `num_traps` (correlation traps), `max_rand_eval`, and those of `mp_fit` with `rand_`."
    },
    false
  ),
  detX: yesOrNo(
    {
      option: "detx",
      key: "analysis.detX",
      description: "Count the largest eigenvalues that preserve volume, \u03A0 \u03BB/mean(\u03BB) = 1: columns `detX_num`, `num_ERG_spikes`, `ERG_gap`, `detX_val`, `detX_val_unrescaled`."
    },
    false
  ),
  vectors: yesOrNo(
    {
      option: "vectors",
      key: "analysis.vectors",
      description: "Compute the eigenvectors, and how localised those of tail and bulk are: mean and variance of `vec_entropy`, of `loc_ratio` \u2016v\u2016\u2081/\u2016v\u2016\u221E, and of `part_ratio` \u2016v\u2016\u2082/\u2016v\u2016\u2084."
    },
    false
  ),
  tolerance: number2(
    {
      option: "tolerance",
      key: "analysis.tolerance",
      description: "Eigenvalues below this count towards `weak_rank_loss`."
    },
    1e-6,
    number().nonnegative(),
    "a number from 0 on"
  ),
  trust: choice(
    {
      option: "trust",
      key: "analysis.trust",
      description: "Which layers get a trust label and a p-value: those out of bounds (`suspects`), `all`, or none (`off`)."
    },
    ["suspects", "all", "off"],
    "suspects"
  ),
  seed: count(
    {
      option: "seed",
      key: "analysis.seed",
      description: "Seed of everything that is drawn by chance; the same seed gives the same numbers."
    },
    1,
    "a seed like any other"
  )
};

// src/settings/groups/gate.ts
var threshold = strictObject({
  layers: string().min(1),
  "min-alpha": number().optional(),
  "max-alpha": number().optional()
});
var acceptance = strictObject({ layers: string().min(1), alpha: number() });
var GATE = {
  minAlpha: number2(
    {
      input: "min-alpha",
      option: "min-alpha",
      key: "min-alpha",
      description: "A layer whose alpha is below this fails the check."
    },
    2
  ),
  maxAlpha: number2(
    {
      input: "max-alpha",
      option: "max-alpha",
      key: "max-alpha",
      description: "A layer whose alpha is above this gets a warning: it is hardly trained."
    },
    6
  ),
  thresholds: setting({
    key: "thresholds",
    schema: array(threshold),
    parse: () => void 0,
    expects: "a list of {layers: GLOB, min-alpha: NUMBER, max-alpha: NUMBER}",
    default: [],
    description: "Thresholds for layers by name; the first entry whose `layers` matches wins over `min-alpha` and `max-alpha`."
  }),
  maxAlphaDrop: setting({
    input: "max-alpha-drop",
    option: "max-alpha-drop",
    key: "max-alpha-drop",
    schema: number().nonnegative().nullable(),
    parse: (value) => value === "off" ? null : parseNumber(value),
    expects: "a number from 0 on, or off",
    default: null,
    placeholder: "NUMBER",
    description: "A layer whose alpha is lower than the baseline\u2019s by more than this fails, wherever it lies."
  }),
  failOn: choice(
    {
      input: "fail-on",
      option: "fail-on",
      key: "fail-on",
      description: "`new` only warns of layers that were below their threshold in the baseline already; `none` warns of all."
    },
    ["any", "new", "none"],
    "any"
  ),
  accepted: setting({
    key: "accepted",
    schema: array(acceptance),
    parse: () => void 0,
    expects: "a list of {layers: GLOB, alpha: NUMBER}",
    default: [],
    description: "Layers below their threshold that are tolerated as long as alpha does not fall below the one given; the first entry whose `layers` matches counts."
  }),
  epsilon: number2(
    {
      option: "epsilon",
      key: "epsilon",
      description: "How far alpha may move against `accepted` and the baseline before it counts as a change."
    },
    0.01,
    number().nonnegative(),
    "a number from 0 on"
  ),
  confidence: number2(
    {
      option: "confidence",
      key: "confidence",
      description: "A layer fails only when alpha + confidence\xB7sigma is below its threshold; otherwise it warns."
    },
    0,
    number().nonnegative(),
    "a number from 0 on"
  ),
  fewestEigenvalues: count(
    {
      option: "fewest-eigenvalues",
      key: "reliability.fewest-eigenvalues",
      description: "A layer that is out of bounds but has fewer nonzero eigenvalues than this is `inconclusive`: small random matrices look over-trained by chance."
    },
    50,
    "judge every layer"
  ),
  maxKsDistance: number2(
    {
      option: "max-ks-distance",
      key: "reliability.max-ks-distance",
      description: "A layer that is out of bounds but whose fit has a larger Kolmogorov-Smirnov distance D is `inconclusive`. 1 judges every fit."
    },
    1,
    number().min(0).max(1),
    "a number from 0 to 1"
  ),
  minPValue: number2(
    {
      option: "min-p-value",
      key: "reliability.min-p-value",
      description: "A layer that is out of bounds but whose goodness of fit has a smaller p-value is `inconclusive`. 0 judges every fit."
    },
    0,
    number().min(0).max(1),
    "a number from 0 to 1"
  ),
  leastTrust: choice(
    {
      option: "least-trust",
      key: "reliability.least-trust",
      description: "A layer that is out of bounds but whose alpha has a lower trust label is `inconclusive`."
    },
    ["none", "low", "medium", "high"],
    "none"
  ),
  onInconclusive: choice(
    {
      input: "on-inconclusive",
      option: "on-inconclusive",
      key: "on-inconclusive",
      description: "What the check says when no layer at all could be judged."
    },
    ["fail", "pass"],
    "fail"
  )
};

// src/settings/groups/layers.ts
var LAYERS = {
  include: globs({
    input: "include",
    option: "include",
    key: "include",
    description: "Analyse only layers whose name matches one of these patterns."
  }),
  exclude: globs({
    input: "exclude",
    option: "exclude",
    key: "exclude",
    description: "Leave out layers whose name matches one of these patterns."
  }),
  minEvals: count(
    {
      option: "min-evals",
      key: "analysis.min_evals",
      description: "Skip layers with fewer eigenvalues."
    },
    8,
    "no limit"
  ),
  maxEvals: count(
    {
      option: "max-evals",
      key: "analysis.max_evals",
      description: "Skip layers with more eigenvalues."
    },
    15e3,
    "no limit"
  ),
  maxN: count(
    {
      option: "max-n",
      key: "analysis.max_N",
      description: "Skip layers whose larger side is longer."
    },
    5e4,
    "no limit"
  ),
  layers: setting({
    option: "layers",
    key: "analysis.layers",
    schema: array(union([int(), string().min(1)])),
    parse: (value) => value.split(/[\n,]/).map((word) => word.trim()).filter((word) => word !== "").map((word) => /^-?\d+$/.test(word) ? Number(word) : word),
    expects: "ids, names or types of layers, all with a minus or none",
    default: [],
    placeholder: "ID|NAME|TYPE",
    repeatable: true,
    description: "Analyse only these layers: by `layer_id`, by name, or by type (`dense`, `conv1d`, `conv2d`, `conv3d`). With a minus before each, all but these."
  }),
  startIds: count(
    {
      option: "start-ids",
      key: "analysis.start_ids",
      description: "The `layer_id` of the first candidate."
    },
    0,
    "from zero"
  ),
  pool: yesOrNo(
    {
      option: "pool",
      key: "analysis.pool",
      description: "Analyse the matrices of a kernel, one for each of its positions, together. With `false` each is a row of its own, told apart by `slice_id`."
    },
    true
  ),
  channels: choice(
    {
      option: "channels",
      key: "analysis.channels",
      description: "Where kernels have their channels: as their format stores them (`auto`), before the positions as in PyTorch (`first`), or after them as in TensorFlow (`last`)."
    },
    ["auto", "first", "last"],
    "auto"
  ),
  conv2dNorm: yesOrNo(
    {
      option: "conv2d-norm",
      key: "analysis.conv2d_norm",
      description: "Scale the weights of convolutions by \u221A\xBD, so that their eigenvalues are halved; with `pool: false` by \u221A(rf/2)."
    },
    true
  ),
  glorotFix: yesOrNo(
    {
      option: "glorot-fix",
      key: "analysis.glorot_fix",
      description: "Divide the weights by the standard deviation of Glorot\u2019s initialisation, \u221A(2/((N + M)\xB7rf)), so that layers of different shapes have eigenvalues that can be compared."
    },
    false
  ),
  fft: yesOrNo(
    {
      option: "fft",
      key: "analysis.fft",
      description: "Analyse the two-dimensional Fourier transform of each matrix. It multiplies every eigenvalue by N\xB7M, alpha stays."
    },
    false
  ),
  inverse: yesOrNo(
    {
      option: "inverse",
      key: "analysis.inverse",
      description: "Fit the inverse eigenvalues, those of (W\u1D40W)\u207B\xB9, whose tail is the small singular values."
    },
    false
  ),
  stacked: yesOrNo(
    {
      option: "stacked",
      key: "analysis.stacked",
      description: "Analyse one matrix of all layers: each standardised by median and median absolute deviation, one below the other."
    },
    false
  ),
  intra: yesOrNo(
    {
      option: "intra",
      key: "analysis.intra",
      description: "Analyse the products of consecutive layers that share a dimension, W\u2080\xB7S\xB7W\u2081 / (\u2016W\u2080\u2016\xB7\u2016W\u2081\u2016 + \u221A\u2016S\u2016), by their singular values."
    },
    false
  ),
  sparsify: yesOrNo(
    {
      option: "sparsify",
      key: "analysis.sparsify",
      description: "With `intra`, put random zeros and ones S between two layers; without, nothing."
    },
    true
  ),
  baseModel: {
    ...text(
      {
        option: "base-model",
        key: "analysis.base_model",
        description: "The model that this one was trained from, by any reference that `model` may be: analysed is the difference, W \u2212 W\u2080, matched by name."
      },
      "REFERENCE"
    ),
    printable: printableReference
  },
  peft: choice(
    {
      option: "peft",
      key: "analysis.peft",
      description: "With `on`, the factors A and B of a LoRA adapter are analysed as what they add to the model: B\xB7A, scaled as `adapter_config.json` says. With `with-base`, the weights W of `base_model` and the sum W + B\xB7A as well. With `off`, each factor by itself."
    },
    ["off", "on", "with-base"],
    "off"
  )
};

// src/settings/groups/report.ts
var REPORT = {
  comment: choice(
    {
      input: "comment",
      key: "comment",
      description: "When to comment on the pull request. With `failure`, a comment that exists is still brought up to date; with `changes`, only when the verdict of the model or of a layer is another than in the comment before, or else in the baseline."
    },
    ["always", "changes", "failure", "never"],
    "always"
  ),
  repost: yesOrNo(
    {
      input: "repost",
      key: "repost",
      description: "When the verdict turns, put a new comment in the place of the old one: GitHub notifies nobody of an edited comment."
    },
    false
  ),
  commitStatus: yesOrNo(
    {
      input: "commit-status",
      key: "commit-status",
      description: "Also set a commit status on the head of the pull request, where the check itself is not shown, as after `workflow_run`; needs `statuses: write`."
    },
    false
  ),
  checkRun: yesOrNo(
    {
      input: "check-run",
      key: "check-run",
      description: "Also make a check run on the head of the pull request, which shows the report; needs `checks: write`. GitHub lists it below a workflow of its own choice."
    },
    false
  ),
  artifactName: text(
    {
      input: "artifact-name",
      description: "Upload the report (JSON, Markdown, CSV, SARIF) as a workflow artifact of this name."
    },
    "NAME"
  ),
  annotations: yesOrNo(
    {
      input: "annotations",
      key: "annotations",
      description: "Annotate the run with the layers that fail or warn."
    },
    true
  ),
  template: text(
    {
      input: "template",
      option: "template",
      key: "template",
      description: "A Handlebars file by which the report is written as Markdown: the comment, the job summary, the file. A pull request\u2019s is taken from the commit that it is based on. See docs/templates.md."
    },
    "FILE"
  ),
  reportKey: text(
    {
      input: "report-key",
      option: "report-key",
      description: "Tells the comments of several checks on one pull request apart; by default workflow and job."
    },
    "TEXT"
  ),
  prNumber: setting({
    input: "pr-number",
    option: "pr-number",
    schema: int().positive().nullable(),
    parse: parseNumber,
    expects: "the number of a pull request",
    default: null,
    placeholder: "NUMBER",
    description: "The pull request to comment on; by default the one that triggered the run."
  }),
  githubToken: text(
    {
      input: "github-token",
      description: "Posts the comment, which needs `pull-requests: write`, and reads artifacts, which needs `actions: read`."
    },
    "TOKEN"
  ),
  history: {
    ...text(
      {
        input: "history",
        option: "history",
        key: "history",
        description: "Where runs are recorded, so that reports show each layer\u2019s alpha over the last of them: a JSON file, `s3://bucket/key`, or `artifact://NAME?commit={base-sha}`, a chain of artifacts. See docs/history.md."
      },
      "REFERENCE"
    ),
    printable: printableReference
  },
  historyRuns: setting({
    input: "history-runs",
    option: "history-runs",
    key: "history-runs",
    schema: int().min(1).max(MAX_RUNS_OF_MODEL),
    parse: parseNumber,
    expects: `a whole number from 1 to ${MAX_RUNS_OF_MODEL}`,
    default: 20,
    placeholder: "COUNT",
    description: "How many runs of a model the history keeps and reports show."
  }),
  historyWrite: choice(
    {
      input: "history-write",
      option: "history-write",
      key: "history-write",
      description: "Who adds to the history. With `auto`, runs of the action on the default branch, and every run of the command line; with `never`, this run only reads it."
    },
    ["auto", "never"],
    "auto"
  )
};

// src/settings/groups/run.ts
var shard = strictObject({ index: int().min(1), count: int().min(1).max(MAX_SHARDS) }).refine(({ index, count: count2 }) => index <= count2);
var MOST_THREADS = 256;
var MOST_MINUTES = 7200;
var RUN = {
  ERG: yesOrNo(
    {
      option: "erg",
      key: "analysis.ERG",
      description: "WeightWatcher\u2019s other name for `detX`: one of them is enough."
    },
    false
  ),
  svdMethod: choice(
    {
      option: "svd-method",
      key: "analysis.svd_method",
      description: "WeightWatcher\u2019s name for the engine: `accurate` is `--engine reference`, and `fast` leaves the engine as it is."
    },
    ["fast", "accurate"],
    "fast"
  ),
  distances: choice(
    {
      option: "distances",
      key: "analysis.distances",
      description: "How `compare` measures how far a layer has moved: by the norm of the difference of its tensors (`raw`), by its mean over their matrices (`euclidean`), or by the similarity `cka`, which is 1 for equal ones."
    },
    ["raw", "euclidean", "cka"],
    "raw"
  ),
  mode: choice(
    {
      input: "mode",
      description: "`check` analyses, reports and gates. `analyze` only computes the numbers, for a later job: no token, no gate, no comment. `merge` joins the reports of shards, and `publish` takes over a report of another run, as after `workflow_run`; both judge and report it."
    },
    ["check", "analyze", "merge", "publish"],
    "check"
  ),
  shard: setting({
    input: "shard",
    option: "shard",
    schema: shard.nullable(),
    parse: parseShard,
    expects: `a part of a whole, such as 2/8, of at most ${MAX_SHARDS}`,
    default: null,
    placeholder: "I/N",
    description: "Analyse only part I of N of each model, parts of equal cost. Their reports are joined by `merge`, which judges them."
  }),
  reanalyze: yesOrNo(
    {
      input: "reanalyze",
      description: "With `publish`: analyse `model` here and now, with the settings of the base, instead of taking over the numbers of a report."
    },
    false
  ),
  smoothMethod: choice(
    {
      option: "smooth-method",
      key: "smooth.method",
      description: "What `smooth` keeps of each layer: the singular values of the volume-preserving part of its spectrum (`detX`), a share of them (`svd`), or those in the power law\u2019s tail (`alpha_min`). `sharpness` clips those that stand out even when all elements are shuffled."
    },
    ["detX", "svd", "alpha_min", "sharpness"],
    "detX"
  ),
  smoothPercent: number2(
    {
      option: "smooth-percent",
      key: "smooth.percent",
      description: "The share of singular values that the method `svd` keeps."
    },
    0.8,
    number().positive().max(1),
    "a number above 0, up to 1"
  ),
  engine: choice(
    {
      option: "engine",
      key: "engine",
      description: "What computes the eigenvalues: WebAssembly kernels, or ml-matrix to check them by."
    },
    ["wasm", "reference"],
    "wasm"
  ),
  threads: count(
    {
      input: "threads",
      option: "threads",
      key: "threads",
      description: "Worker threads. The numbers do not depend on it."
    },
    0,
    "as many as there are processors",
    MOST_THREADS
  ),
  memoryBytes: count(
    {
      input: "memory-bytes",
      option: "memory-bytes",
      key: "memory-bytes",
      description: "What layers that are being read or analysed may take of memory together, in bytes; a layer that takes more alone is refused."
    },
    0,
    "three quarters of what the machine has free"
  ),
  timeoutMinutes: number2(
    {
      input: "timeout-minutes",
      option: "timeout-minutes",
      description: "Longest time of a run in minutes, from reading to publishing. What is not read or analysed by then fails; what is not published by then is left out."
    },
    300,
    number().positive().max(MOST_MINUTES),
    `a number above 0, at most ${MOST_MINUTES}`
  ),
  cache: text(
    {
      input: "cache",
      option: "cache",
      description: "A folder that keeps the numbers of layers, so that one that has not changed is not analysed again. Whoever can write to it decides what the gate sees: keep it out of the checkout. See docs/cache.md."
    },
    "FOLDER"
  )
};
function parseShard(text2) {
  const [, index, count2] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text2.trim()) ?? [];
  return count2 === void 0 ? void 0 : { index: Number(index), count: Number(count2) };
}

// src/settings/groups/source.ts
var LONGEST_ARRAY_BYTES = 2 ** 32;
var SOURCE = {
  inflation: number2(
    {
      option: "inflation",
      key: "limits.inflation",
      description: "How often compressed bytes may grow; what claims more is refused as made to mislead."
    },
    EXPANSION_LIMITS.inflation,
    number().min(1),
    "a number from 1 on"
  ),
  expandedBytes: count(
    {
      option: "expanded-bytes",
      key: "limits.expanded-bytes",
      description: "What a compressed archive\u2019s expanded files may take of memory at a time, in bytes."
    },
    EXPANSION_LIMITS.expandedBytes,
    "expand nothing",
    LONGEST_ARRAY_BYTES
  ),
  baseline: text(
    {
      input: "baseline",
      option: "baseline",
      key: "baseline",
      description: "What to compare with: a JSON report or a model, by any reference that `model` may be. `{base-sha}` stands for the commit that a pull request is based on."
    },
    "REFERENCE"
  ),
  runId: setting({
    input: "run-id",
    option: "run-id",
    schema: int().positive().nullable(),
    parse: parseNumber,
    expects: "the id of a workflow run",
    default: null,
    placeholder: "ID",
    description: "The workflow run that `artifact://` references are looked for in; by default the one that asks."
  }),
  awsRegion: text(
    {
      input: "aws-region",
      option: "aws-region",
      description: "Region of the S3 bucket; by default what AWS_REGION or the AWS configuration says."
    },
    "REGION"
  ),
  s3Endpoint: text(
    {
      input: "s3-endpoint",
      option: "s3-endpoint",
      description: "Address of an S3 server other than AWS."
    },
    "URL"
  ),
  roleToAssume: text(
    {
      input: "role-to-assume",
      option: "role-to-assume",
      description: "ARN of the AWS role to read S3 as, by the OIDC token of the runner; needs `id-token: write`. By default the AWS configuration decides."
    },
    "ARN"
  ),
  awsCredentials: choice(
    {
      input: "aws-credentials",
      option: "aws-credentials",
      description: "`none` reads public buckets without a signature."
    },
    ["default", "none"],
    "default"
  ),
  requesterPays: yesOrNo(
    {
      input: "requester-pays",
      option: "requester-pays",
      description: "Read S3 buckets whose owner lets the reader pay for requests and traffic."
    },
    false
  ),
  hubToken: text(
    {
      input: "hf-token",
      description: "Token for private and gated repositories of `hf://`; by default HF_TOKEN."
    },
    "TOKEN"
  ),
  hubEndpoint: text(
    {
      input: "hf-endpoint",
      option: "hf-endpoint",
      description: "Address of a hub other than huggingface.co; by default HF_ENDPOINT."
    },
    "URL"
  ),
  allowPrivateAddresses: yesOrNo(
    {
      input: "allow-private-addresses",
      option: "allow-private-addresses",
      description: "Let `https://` references, and where they redirect to, lead to this machine and its own network, and let them be `http://`."
    },
    false
  )
};

// src/settings/setting.ts
function inGroup(group, definitions) {
  const settings = Object.entries(definitions).map(([name, definition]) => [name, { group, ...definition }]);
  return Object.fromEntries(settings);
}

// src/settings/schema.ts
var SETTINGS = {
  ...inGroup("gate", GATE),
  ...inGroup("layers", LAYERS),
  ...inGroup("analysis", ANALYSIS),
  ...inGroup("run", RUN),
  ...inGroup("source", SOURCE),
  ...inGroup("report", REPORT)
};

// src/settings/resolve.ts
var SETTING_NAMES = Object.keys(SETTINGS);
function settingOf(name) {
  return SETTINGS[name];
}
function checkValue(name, value, subject) {
  const { schema, expects } = settingOf(name);
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  const where = checked.error.issues[0]?.path.join(".") ?? "";
  throw badSetting(subject, `${where === "" ? "" : `${where} in `}${show(value)} cannot be used`, expects);
}
function parseText(name, text2, subject) {
  const { parse, expects } = settingOf(name);
  const value = parse(text2);
  if (value === void 0) throw badSetting(subject, `${show(text2)} cannot be used`, expects);
  return checkValue(name, value, subject);
}
function completeSettings(...layers) {
  const defaults = Object.fromEntries(SETTING_NAMES.map((name) => [name, settingOf(name).default]));
  const settings = Object.assign(defaults, ...layers);
  if (settings.minAlpha > settings.maxAlpha) {
    throw badSetting(
      "min-alpha",
      `${settings.minAlpha} is above max-alpha, ${settings.maxAlpha}`,
      "at most max-alpha"
    );
  }
  if (settings.stacked && settings.intra) {
    throw badSetting(
      "intra",
      "one matrix of all layers (stacked) has no pairs",
      "false where stacked is true"
    );
  }
  refuseContradictions(settings);
  return withoutAliases(settings);
}
function withoutAliases(settings) {
  const { svdMethod, engine, ERG, detX } = settings;
  return { ...settings, engine: svdMethod === "accurate" ? "reference" : engine, detX: detX || ERG };
}
function refuseContradictions({ fit, xmax, fixFingers, intra, inverse, randomize, vectors }) {
  if (fixFingers !== "off" && xmax !== 0)
    throw badSetting("xmax", "fix_fingers chooses the range of the fit itself", "0 with fix_fingers");
  if (fixFingers !== "off" && fit !== "PL")
    throw badSetting("fix_fingers", `it is for the fit PL, not ${fit}`, "off with another fit");
  if (fit !== "PL" && xmax === "force")
    throw badSetting("xmax", `${fit} has a cut-off of its own`, "a whole number");
  if (intra && (randomize || vectors))
    throw badSetting(
      "intra",
      "products of layers have no elements of their own",
      "false with randomize and vectors"
    );
  if (inverse && vectors)
    throw badSetting("vectors", "they are those of the matrix, not of its inverse", "false with inverse");
}
var OF_NUMBERS = ["layers", "analysis"];
function toConfig(settings) {
  const config = {};
  for (const name of SETTING_NAMES) {
    const { key, group, printable } = settingOf(name);
    if (key === void 0 || group !== "gate" && !OF_NUMBERS.includes(group)) continue;
    const path = key.split(".");
    const last = path.pop();
    let place = config;
    for (const part of path) {
      place[part] ??= {};
      place = place[part];
    }
    place[last] = printable === void 0 ? settings[name] : printable(settings[name]);
  }
  return config;
}
function layerSettings(config, subject) {
  const settings = {};
  for (const name of SETTING_NAMES) {
    const { key, group } = settingOf(name);
    if (key === void 0 || !OF_NUMBERS.includes(group)) continue;
    const value = key.split(".").reduce((place, part) => isMapping(place) ? place[part] : void 0, config);
    if (value !== void 0) settings[name] = checkValue(name, value, `${subject}: settings.${key}`);
  }
  return settings;
}
function isMapping(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function badSetting(subject, problem, expects) {
  return new ConfigError({ code: "BAD_SETTING", subject, problem, cure: `It must be ${expects}` });
}
function show(value) {
  const text2 = JSON.stringify(value) ?? String(value);
  return text2.length > 100 ? `${text2.slice(0, 100)}\u2026` : text2;
}

export {
  parseNumber,
  SETTINGS,
  SETTING_NAMES,
  settingOf,
  checkValue,
  parseText,
  completeSettings,
  toConfig,
  layerSettings
};
