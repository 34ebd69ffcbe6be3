import * as z from 'zod';
import { EXPANSION_LIMITS, MAX_RUNS_OF_MODEL, MAX_SHARDS } from '../limits.ts';
import { printableReference } from '../sources/reference.ts';
import { choice, count, globs, number, parseNumber, setting, text, yesOrNo } from './kinds.ts';
import type { Setting } from './setting.ts';

const threshold = z.strictObject({
  layers: z.string().min(1),
  'min-alpha': z.number().optional(),
  'max-alpha': z.number().optional(),
});

const acceptance = z.strictObject({ layers: z.string().min(1), alpha: z.number() });

/** An alpha below the threshold that is tolerated of the layers whose name matches a glob. */
export type Acceptance = z.infer<typeof acceptance>;

/** A threshold for the layers whose name matches a glob; the first that matches counts. */
export type Threshold = z.infer<typeof threshold>;

const shard = z
  .strictObject({ index: z.int().min(1), count: z.int().min(1).max(MAX_SHARDS) })
  .refine(({ index, count }) => index <= count);

/** The part of a model that one of several runs analyses: number `index`, counted from 1, of `count`. */
export type Shard = z.infer<typeof shard>;

/** No machine that runs workflows has more processors, and each thread holds a layer in memory. */
const MOST_THREADS = 256;

/** The longest array that Node.js 20 makes; what is expanded lies in one. */
const LONGEST_ARRAY_BYTES = 2 ** 32;

/** GitHub ends jobs of the longest kind, those on machines of one's own, after five days. */
const MOST_MINUTES = 7200;

/** Each finger costs a fit. */
const MOST_FINGERS = 1000;

/** Every setting there is, with its default. */
export const SETTINGS = {
  minAlpha: number(
    {
      group: 'gate',
      input: 'min-alpha',
      option: 'min-alpha',
      key: 'min-alpha',
      description: 'A layer whose alpha is below this fails the check.',
    },
    2,
  ),
  maxAlpha: number(
    {
      group: 'gate',
      input: 'max-alpha',
      option: 'max-alpha',
      key: 'max-alpha',
      description: 'A layer whose alpha is above this gets a warning: it is hardly trained.',
    },
    6,
  ),
  thresholds: setting<readonly Threshold[]>({
    group: 'gate',
    key: 'thresholds',
    schema: z.array(threshold),
    parse: () => undefined,
    expects: 'a list of {layers: GLOB, min-alpha: NUMBER, max-alpha: NUMBER}',
    default: [],
    description:
      'Thresholds for layers by name; the first entry whose `layers` matches wins over `min-alpha` and `max-alpha`.',
  }),
  maxAlphaDrop: setting<number | null>({
    group: 'gate',
    input: 'max-alpha-drop',
    option: 'max-alpha-drop',
    key: 'max-alpha-drop',
    schema: z.number().nonnegative().nullable(),
    parse: (value) => (value === 'off' ? null : parseNumber(value)),
    expects: 'a number from 0 on, or off',
    default: null,
    placeholder: 'NUMBER',
    description:
      'A layer whose alpha is lower than the baseline’s by more than this fails, wherever it lies.',
  }),
  failOn: choice(
    {
      group: 'gate',
      input: 'fail-on',
      option: 'fail-on',
      key: 'fail-on',
      description:
        '`new` only warns of layers that were below their threshold in the baseline already; `none` warns of all.',
    },
    ['any', 'new', 'none'],
    'any',
  ),
  accepted: setting<readonly Acceptance[]>({
    group: 'gate',
    key: 'accepted',
    schema: z.array(acceptance),
    parse: () => undefined,
    expects: 'a list of {layers: GLOB, alpha: NUMBER}',
    default: [],
    description:
      'Layers below their threshold that are tolerated as long as alpha does not fall below the one given; the first entry whose `layers` matches counts.',
  }),
  epsilon: number(
    {
      group: 'gate',
      option: 'epsilon',
      key: 'epsilon',
      description: 'How far alpha may move against `accepted` and the baseline before it counts as a change.',
    },
    0.01,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  confidence: number(
    {
      group: 'gate',
      option: 'confidence',
      key: 'confidence',
      description:
        'A layer fails only when alpha + confidence·sigma is below its threshold; otherwise it warns.',
    },
    0,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  fewestEigenvalues: count(
    {
      group: 'gate',
      option: 'fewest-eigenvalues',
      key: 'reliability.fewest-eigenvalues',
      description:
        'A layer that is out of bounds but has fewer nonzero eigenvalues than this is `inconclusive`: small random matrices look over-trained by chance.',
    },
    50,
    'judge every layer',
  ),
  maxKsDistance: number(
    {
      group: 'gate',
      option: 'max-ks-distance',
      key: 'reliability.max-ks-distance',
      description:
        'A layer that is out of bounds but whose fit has a larger Kolmogorov-Smirnov distance D is `inconclusive`. 1 judges every fit.',
    },
    1,
    z.number().min(0).max(1),
    'a number from 0 to 1',
  ),
  minPValue: number(
    {
      group: 'gate',
      option: 'min-p-value',
      key: 'reliability.min-p-value',
      description:
        'A layer that is out of bounds but whose goodness of fit has a smaller p-value is `inconclusive`. 0 judges every fit.',
    },
    0,
    z.number().min(0).max(1),
    'a number from 0 to 1',
  ),
  leastTrust: choice(
    {
      group: 'gate',
      option: 'least-trust',
      key: 'reliability.least-trust',
      description: 'A layer that is out of bounds but whose alpha has a lower trust label is `inconclusive`.',
    },
    ['none', 'low', 'medium', 'high'],
    'none',
  ),
  onInconclusive: choice(
    {
      group: 'gate',
      input: 'on-inconclusive',
      option: 'on-inconclusive',
      key: 'on-inconclusive',
      description: 'What the check says when no layer at all could be judged.',
    },
    ['fail', 'pass'],
    'fail',
  ),
  include: globs({
    group: 'layers',
    input: 'include',
    option: 'include',
    key: 'include',
    description: 'Analyse only layers whose name matches one of these patterns.',
  }),
  exclude: globs({
    group: 'layers',
    input: 'exclude',
    option: 'exclude',
    key: 'exclude',
    description: 'Leave out layers whose name matches one of these patterns.',
  }),
  compat: choice(
    {
      group: 'layers',
      option: 'compat',
      key: 'analysis.compat',
      description:
        'With `weightwatcher`, numbers as WeightWatcher 0.7.7 has them, its defects included; see docs/differences.md.',
    },
    ['off', 'weightwatcher'],
    'off',
  ),
  fit: choice(
    {
      group: 'layers',
      option: 'fit',
      key: 'analysis.fit',
      description:
        'What is fitted to the tail: a power law (`PL`); one with exponential cut-off, x^(−alpha)·e^(−Λx), with the column `Lambda` (`TPL`); that, with xmin near the peak of the density (`E_TPL`).',
    },
    ['PL', 'TPL', 'E_TPL'],
    'PL',
  ),
  plPackage: choice(
    {
      group: 'layers',
      option: 'pl-package',
      key: 'analysis.pl_package',
      description:
        'Fit the power law as WeightWatcher does, with its rules for fewer than 20 eigenvalues (`ww`), or as the package `powerlaw` 1.5 does (`powerlaw`).',
    },
    ['ww', 'powerlaw'],
    'ww',
  ),
  xmax: setting<number | 'force'>({
    group: 'layers',
    option: 'xmax',
    key: 'analysis.xmax',
    schema: z.union([z.int(), z.literal('force')]),
    parse: (value) => (value === 'force' ? value : parseNumber(value)),
    expects: 'a whole number or force (0: fit all)',
    default: 0,
    placeholder: 'COUNT|force',
    description:
      'How many of the largest eigenvalues are left out of the fit, whatever the sign; or `force`: the power law ends at the largest, λ_max.',
  }),
  fixFingers: choice(
    {
      group: 'layers',
      option: 'fix-fingers',
      key: 'analysis.fix_fingers',
      description:
        'What is done about eigenvalues that stand apart from the tail: with `clip_xmax` the largest are taken away until alpha falls (columns `raw_alpha`, `num_fingers`); with `xmin_peak` the tail begins near the peak of the density of log λ.',
    },
    ['off', 'xmin_peak', 'clip_xmax'],
    'off',
  ),
  maxFingers: count(
    {
      group: 'layers',
      option: 'max-fingers',
      key: 'analysis.max_fingers',
      description: 'Most eigenvalues that `clip_xmax` takes away.',
    },
    10,
    'none',
    MOST_FINGERS,
  ),
  fingerThresh: number(
    {
      group: 'layers',
      option: 'finger-thresh',
      key: 'analysis.finger_thresh',
      description: 'By how much alpha has to fall for `clip_xmax` to take eigenvalues away.',
    },
    1,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  mpFit: yesOrNo(
    {
      group: 'layers',
      option: 'mp-fit',
      key: 'analysis.mp_fit',
      description:
        'Fit the density of Marchenko and Pastur, √((λ₊ − λ)(λ − λ₋))·Q/(2πσ²λ), to the bulk: columns `num_spikes`, `sigma_mp`, `mp_softrank`, `W_scale`, `bulk_max`, `bulk_min`.',
    },
    false,
  ),
  randomize: yesOrNo(
    {
      group: 'layers',
      option: 'randomize',
      key: 'analysis.randomize',
      description:
        'Compare with the same weights in random order: columns `rand_distance`, `ww_softrank`, `ww_maxdist`, `num_traps` (correlation traps), `max_rand_eval`, and those of `mp_fit` with `rand_`.',
    },
    false,
  ),
  detX: yesOrNo(
    {
      group: 'layers',
      option: 'detx',
      key: 'analysis.detX',
      description:
        'Count the largest eigenvalues that preserve volume, Π λ/mean(λ) = 1: columns `detX_num`, `num_ERG_spikes`, `ERG_gap`, `detX_val`, `detX_val_unrescaled`.',
    },
    false,
  ),
  ERG: yesOrNo(
    {
      group: 'run',
      option: 'erg',
      key: 'analysis.ERG',
      description: 'WeightWatcher’s other name for `detX`: one of them is enough.',
    },
    false,
  ),
  vectors: yesOrNo(
    {
      group: 'layers',
      option: 'vectors',
      key: 'analysis.vectors',
      description:
        'Compute the eigenvectors, and how localised those of tail and bulk are: mean and variance of `vec_entropy`, of `loc_ratio` ‖v‖₁/‖v‖∞, and of `part_ratio` ‖v‖₂/‖v‖₄.',
    },
    false,
  ),
  tolerance: number(
    {
      group: 'layers',
      option: 'tolerance',
      key: 'analysis.tolerance',
      description: 'Eigenvalues below this count towards `weak_rank_loss`.',
    },
    1e-6,
    z.number().nonnegative(),
    'a number from 0 on',
  ),
  svdMethod: choice(
    {
      group: 'run',
      option: 'svd-method',
      key: 'analysis.svd_method',
      description:
        'WeightWatcher’s name for the engine: `accurate` is `--engine reference`, and `fast` leaves the engine as it is.',
    },
    ['fast', 'accurate'],
    'fast',
  ),
  minEvals: count(
    {
      group: 'layers',
      option: 'min-evals',
      key: 'analysis.min_evals',
      description: 'Skip layers with fewer eigenvalues.',
    },
    8,
    'no limit',
  ),
  maxEvals: count(
    {
      group: 'layers',
      option: 'max-evals',
      key: 'analysis.max_evals',
      description: 'Skip layers with more eigenvalues.',
    },
    15_000,
    'no limit',
  ),
  maxN: count(
    {
      group: 'layers',
      option: 'max-n',
      key: 'analysis.max_N',
      description: 'Skip layers whose larger side is longer.',
    },
    50_000,
    'no limit',
  ),
  layers: setting<readonly (string | number)[]>({
    group: 'layers',
    option: 'layers',
    key: 'analysis.layers',
    schema: z.array(z.union([z.int(), z.string().min(1)])),
    parse: (value) =>
      value
        .split(/[\n,]/)
        .map((word) => word.trim())
        .filter((word) => word !== '')
        .map((word) => (/^-?\d+$/.test(word) ? Number(word) : word)),
    expects: 'ids, names or types of layers, all with a minus or none',
    default: [],
    placeholder: 'ID|NAME|TYPE',
    repeatable: true,
    description:
      'Analyse only these layers: by `layer_id`, by name, or by type (`dense`, `conv1d`, `conv2d`, `conv3d`). With a minus before each, all but these.',
  }),
  startIds: count(
    {
      group: 'layers',
      option: 'start-ids',
      key: 'analysis.start_ids',
      description: 'The `layer_id` of the first candidate.',
    },
    0,
    'from zero',
  ),
  pool: yesOrNo(
    {
      group: 'layers',
      option: 'pool',
      key: 'analysis.pool',
      description:
        'Analyse the matrices of a kernel, one for each of its positions, together. With `false` each is a row of its own, told apart by `slice_id`.',
    },
    true,
  ),
  channels: choice(
    {
      group: 'layers',
      option: 'channels',
      key: 'analysis.channels',
      description:
        'Where kernels have their channels: as their format stores them (`auto`), before the positions as in PyTorch (`first`), or after them as in TensorFlow (`last`).',
    },
    ['auto', 'first', 'last'],
    'auto',
  ),
  conv2dNorm: yesOrNo(
    {
      group: 'layers',
      option: 'conv2d-norm',
      key: 'analysis.conv2d_norm',
      description:
        'Scale the weights of convolutions by √½, so that their eigenvalues are halved; with `pool: false` by √(rf/2).',
    },
    true,
  ),
  glorotFix: yesOrNo(
    {
      group: 'layers',
      option: 'glorot-fix',
      key: 'analysis.glorot_fix',
      description:
        'Divide the weights by the standard deviation of Glorot’s initialisation, √(2/((N + M)·rf)), so that layers of different shapes have eigenvalues that can be compared.',
    },
    false,
  ),
  fft: yesOrNo(
    {
      group: 'layers',
      option: 'fft',
      key: 'analysis.fft',
      description:
        'Analyse the two-dimensional Fourier transform of each matrix. It multiplies every eigenvalue by N·M, alpha stays.',
    },
    false,
  ),
  inverse: yesOrNo(
    {
      group: 'layers',
      option: 'inverse',
      key: 'analysis.inverse',
      description: 'Fit the inverse eigenvalues, those of (WᵀW)⁻¹, whose tail is the small singular values.',
    },
    false,
  ),
  stacked: yesOrNo(
    {
      group: 'layers',
      option: 'stacked',
      key: 'analysis.stacked',
      description:
        'Analyse one matrix of all layers: each standardised by median and median absolute deviation, one below the other.',
    },
    false,
  ),
  intra: yesOrNo(
    {
      group: 'layers',
      option: 'intra',
      key: 'analysis.intra',
      description:
        'Analyse the products of consecutive layers that share a dimension, W₀·S·W₁ / (‖W₀‖·‖W₁‖ + √‖S‖), by their singular values.',
    },
    false,
  ),
  sparsify: yesOrNo(
    {
      group: 'layers',
      option: 'sparsify',
      key: 'analysis.sparsify',
      description: 'With `intra`, put random zeros and ones S between two layers; without, nothing.',
    },
    true,
  ),
  baseModel: {
    ...text(
      {
        group: 'layers',
        option: 'base-model',
        key: 'analysis.base_model',
        description:
          'The model that this one was trained from, by any reference that `model` may be: analysed is the difference, W − W₀, matched by name.',
      },
      'REFERENCE',
    ),
    printable: printableReference,
  },
  peft: choice(
    {
      group: 'layers',
      option: 'peft',
      key: 'analysis.peft',
      description:
        'With `on`, the factors A and B of a LoRA adapter are analysed as what they add to the model: B·A, scaled as `adapter_config.json` says. With `with-base`, the weights W of `base_model` and the sum W + B·A as well. With `off`, each factor by itself.',
    },
    ['off', 'on', 'with-base'],
    'off',
  ),
  distances: choice(
    {
      group: 'run',
      option: 'distances',
      key: 'analysis.distances',
      description:
        'How `compare` measures how far a layer has moved: by the norm of the difference of its tensors (`raw`), by its mean over their matrices (`euclidean`), or by the similarity `cka`, which is 1 for equal ones.',
    },
    ['raw', 'euclidean', 'cka'],
    'raw',
  ),
  trust: choice(
    {
      group: 'layers',
      option: 'trust',
      key: 'analysis.trust',
      description:
        'Which layers get a trust label and a p-value: those out of bounds (`suspects`), `all`, or none (`off`).',
    },
    ['suspects', 'all', 'off'],
    'suspects',
  ),
  seed: count(
    {
      group: 'layers',
      option: 'seed',
      key: 'analysis.seed',
      description: 'Seed of everything that is drawn by chance; the same seed gives the same numbers.',
    },
    1,
    'a seed like any other',
  ),
  mode: choice(
    {
      group: 'run',
      input: 'mode',
      description:
        '`check` analyses, reports and gates. `analyze` only computes the numbers, for a later job: no token, no gate, no comment. `merge` joins the reports of shards, and `publish` takes over a report of another run, as after `workflow_run`; both judge and report it.',
    },
    ['check', 'analyze', 'merge', 'publish'],
    'check',
  ),
  shard: setting<Shard | null>({
    group: 'run',
    input: 'shard',
    option: 'shard',
    schema: shard.nullable(),
    parse: parseShard,
    expects: `a part of a whole, such as 2/8, of at most ${MAX_SHARDS}`,
    default: null,
    placeholder: 'I/N',
    description:
      'Analyse only part I of N of each model, parts of equal cost. Their reports are joined by `merge`, which judges them.',
  }),
  reanalyze: yesOrNo(
    {
      group: 'run',
      input: 'reanalyze',
      description:
        'With `publish`: analyse `model` here and now, with the settings of the base, instead of taking over the numbers of a report.',
    },
    false,
  ),
  smoothMethod: choice(
    {
      group: 'run',
      option: 'smooth-method',
      key: 'smooth.method',
      description:
        'What `smooth` keeps of each layer: the singular values of the volume-preserving part of its spectrum (`detX`), a share of them (`svd`), or those in the power law’s tail (`alpha_min`). `sharpness` clips those that stand out even when all elements are shuffled.',
    },
    ['detX', 'svd', 'alpha_min', 'sharpness'],
    'detX',
  ),
  smoothPercent: number(
    {
      group: 'run',
      option: 'smooth-percent',
      key: 'smooth.percent',
      description: 'The share of singular values that the method `svd` keeps.',
    },
    0.8,
    z.number().positive().max(1),
    'a number above 0, up to 1',
  ),
  engine: choice(
    {
      group: 'run',
      option: 'engine',
      key: 'engine',
      description: 'What computes the eigenvalues: WebAssembly kernels, or ml-matrix to check them by.',
    },
    ['wasm', 'reference'],
    'wasm',
  ),
  threads: count(
    {
      group: 'run',
      input: 'threads',
      option: 'threads',
      key: 'threads',
      description: 'Worker threads. The numbers do not depend on it.',
    },
    0,
    'as many as there are processors',
    MOST_THREADS,
  ),
  memoryBytes: count(
    {
      group: 'run',
      input: 'memory-bytes',
      option: 'memory-bytes',
      key: 'memory-bytes',
      description:
        'What layers that are being read or analysed may take of memory together, in bytes; a layer that takes more alone is refused.',
    },
    0,
    'three quarters of what the machine has free',
  ),
  timeoutMinutes: number(
    {
      group: 'run',
      input: 'timeout-minutes',
      option: 'timeout-minutes',
      description:
        'Longest time of a run in minutes, from reading to publishing. What is not read or analysed by then fails; what is not published by then is left out.',
    },
    300,
    z.number().positive().max(MOST_MINUTES),
    `a number above 0, at most ${MOST_MINUTES}`,
  ),
  cache: text(
    {
      group: 'run',
      input: 'cache',
      option: 'cache',
      description:
        'A folder that keeps the numbers of layers, so that one that has not changed is not analysed again. Whoever can write to it decides what the gate sees: keep it out of the checkout. See docs/cache.md.',
    },
    'FOLDER',
  ),
  inflation: number(
    {
      group: 'source',
      option: 'inflation',
      key: 'limits.inflation',
      description: 'How often compressed bytes may grow; what claims more is refused as made to mislead.',
    },
    EXPANSION_LIMITS.inflation,
    z.number().min(1),
    'a number from 1 on',
  ),
  expandedBytes: count(
    {
      group: 'source',
      option: 'expanded-bytes',
      key: 'limits.expanded-bytes',
      description: 'What a compressed archive’s expanded files may take of memory at a time, in bytes.',
    },
    EXPANSION_LIMITS.expandedBytes,
    'expand nothing',
    LONGEST_ARRAY_BYTES,
  ),
  comment: choice(
    {
      group: 'report',
      input: 'comment',
      key: 'comment',
      description:
        'When to comment on the pull request. With `failure`, a comment that exists is still brought up to date; with `changes`, only when the verdict of the model or of a layer is another than in the comment before, or else in the baseline.',
    },
    ['always', 'changes', 'failure', 'never'],
    'always',
  ),
  repost: yesOrNo(
    {
      group: 'report',
      input: 'repost',
      key: 'repost',
      description:
        'When the verdict turns, put a new comment in the place of the old one: GitHub notifies nobody of an edited comment.',
    },
    false,
  ),
  commitStatus: yesOrNo(
    {
      group: 'report',
      input: 'commit-status',
      key: 'commit-status',
      description:
        'Also set a commit status on the head of the pull request, where the check itself is not shown, as after `workflow_run`; needs `statuses: write`.',
    },
    false,
  ),
  checkRun: yesOrNo(
    {
      group: 'report',
      input: 'check-run',
      key: 'check-run',
      description:
        'Also make a check run on the head of the pull request, which shows the report; needs `checks: write`. GitHub lists it below a workflow of its own choice.',
    },
    false,
  ),
  artifactName: text(
    {
      group: 'report',
      input: 'artifact-name',
      description: 'Upload the report (JSON, Markdown, CSV, SARIF) as a workflow artifact of this name.',
    },
    'NAME',
  ),
  annotations: yesOrNo(
    {
      group: 'report',
      input: 'annotations',
      key: 'annotations',
      description: 'Annotate the run with the layers that fail or warn.',
    },
    true,
  ),
  template: text(
    {
      group: 'report',
      input: 'template',
      option: 'template',
      key: 'template',
      description:
        'A Handlebars file by which the report is written as Markdown: the comment, the job summary, the file. A pull request’s is taken from the commit that it is based on. See docs/templates.md.',
    },
    'FILE',
  ),
  reportKey: text(
    {
      group: 'report',
      input: 'report-key',
      option: 'report-key',
      description:
        'Tells the comments of several checks on one pull request apart; by default workflow and job.',
    },
    'TEXT',
  ),
  prNumber: setting<number | null>({
    group: 'report',
    input: 'pr-number',
    option: 'pr-number',
    schema: z.int().positive().nullable(),
    parse: parseNumber,
    expects: 'the number of a pull request',
    default: null,
    placeholder: 'NUMBER',
    description: 'The pull request to comment on; by default the one that triggered the run.',
  }),
  githubToken: text(
    {
      group: 'report',
      input: 'github-token',
      description:
        'Posts the comment, which needs `pull-requests: write`, and reads artifacts, which needs `actions: read`.',
    },
    'TOKEN',
  ),
  baseline: text(
    {
      group: 'source',
      input: 'baseline',
      option: 'baseline',
      key: 'baseline',
      description:
        'What to compare with: a JSON report or a model, by any reference that `model` may be. `{base-sha}` stands for the commit that a pull request is based on.',
    },
    'REFERENCE',
  ),
  history: {
    ...text(
      {
        group: 'report',
        input: 'history',
        option: 'history',
        key: 'history',
        description:
          'Where runs are recorded, so that reports show each layer’s alpha over the last of them: a JSON file, `s3://bucket/key`, or `artifact://NAME?commit={base-sha}`, a chain of artifacts. See docs/history.md.',
      },
      'REFERENCE',
    ),
    printable: printableReference,
  },
  historyRuns: setting<number>({
    group: 'report',
    input: 'history-runs',
    option: 'history-runs',
    key: 'history-runs',
    schema: z.int().min(1).max(MAX_RUNS_OF_MODEL),
    parse: parseNumber,
    expects: `a whole number from 1 to ${MAX_RUNS_OF_MODEL}`,
    default: 20,
    placeholder: 'COUNT',
    description: 'How many runs of a model the history keeps and reports show.',
  }),
  historyWrite: choice(
    {
      group: 'report',
      input: 'history-write',
      option: 'history-write',
      key: 'history-write',
      description:
        'Who adds to the history. With `auto`, runs of the action on the default branch, and every run of the command line; with `never`, this run only reads it.',
    },
    ['auto', 'never'],
    'auto',
  ),
  runId: setting<number | null>({
    group: 'source',
    input: 'run-id',
    option: 'run-id',
    schema: z.int().positive().nullable(),
    parse: parseNumber,
    expects: 'the id of a workflow run',
    default: null,
    placeholder: 'ID',
    description:
      'The workflow run that `artifact://` references are looked for in; by default the one that asks.',
  }),
  awsRegion: text(
    {
      group: 'source',
      input: 'aws-region',
      option: 'aws-region',
      description: 'Region of the S3 bucket; by default what AWS_REGION or the AWS configuration says.',
    },
    'REGION',
  ),
  s3Endpoint: text(
    {
      group: 'source',
      input: 's3-endpoint',
      option: 's3-endpoint',
      description: 'Address of an S3 server other than AWS.',
    },
    'URL',
  ),
  roleToAssume: text(
    {
      group: 'source',
      input: 'role-to-assume',
      option: 'role-to-assume',
      description:
        'ARN of the AWS role to read S3 as, by the OIDC token of the runner; needs `id-token: write`. By default the AWS configuration decides.',
    },
    'ARN',
  ),
  awsCredentials: choice(
    {
      group: 'source',
      input: 'aws-credentials',
      option: 'aws-credentials',
      description: '`none` reads public buckets without a signature.',
    },
    ['default', 'none'],
    'default',
  ),
  requesterPays: yesOrNo(
    {
      group: 'source',
      input: 'requester-pays',
      option: 'requester-pays',
      description: 'Read S3 buckets whose owner lets the reader pay for requests and traffic.',
    },
    false,
  ),
  hubToken: text(
    {
      group: 'source',
      input: 'hf-token',
      description: 'Token for private and gated repositories of `hf://`; by default HF_TOKEN.',
    },
    'TOKEN',
  ),
  hubEndpoint: text(
    {
      group: 'source',
      input: 'hf-endpoint',
      option: 'hf-endpoint',
      description: 'Address of a hub other than huggingface.co; by default HF_ENDPOINT.',
    },
    'URL',
  ),
  allowPrivateAddresses: yesOrNo(
    {
      group: 'source',
      input: 'allow-private-addresses',
      option: 'allow-private-addresses',
      description:
        'Let `https://` references, and where they redirect to, lead to this machine and its own network, and let them be `http://`.',
    },
    false,
  ),
} as const satisfies Record<string, Setting>;

export type SettingName = keyof typeof SETTINGS;

function parseShard(text: string): Shard | undefined {
  const [, index, count] = /^([1-9]\d{0,5})\/([1-9]\d{0,5})$/.exec(text.trim()) ?? [];
  return count === undefined ? undefined : { index: Number(index), count: Number(count) };
}

/** The settings of a run, complete. */
export type Settings = { readonly [Name in SettingName]: z.infer<(typeof SETTINGS)[Name]['schema']> };
