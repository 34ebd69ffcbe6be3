// Made by "npm run build" from src/entry/library and the schemas of settings and reports.

/** What a run may be told besides its models and settings. */
export interface AnalyzeOptions {
    /** Ends the run, with all its threads and requests; what it was waiting for rejects with the signal's reason. */
    readonly signal?: AbortSignal | undefined;
    /** Whether reports are to carry the points that plots of spectra need, as the format `html` shows them [false]. */
    readonly curves?: boolean | undefined;
    /** The commit that the models belong to; the reports name it. */
    readonly commit?: string | undefined;
    /** Called after each layer. */
    readonly onProgress?: ((progress: Progress) => void) | undefined;
    /**
     * Called for each model that could not be read or analysed, while the others go on. Without it the first such error
     * is thrown once all models have been tried.
     */
    readonly onError?: ((error: AnalysisError) => void) | undefined;
}

/** What a document looks like besides its format. */
export interface RenderOptions {
    /** The text of a Handlebars template, by which `markdown` is written [Alphagate’s own]. */
    readonly template?: string | undefined;
}

/** A model that there is no report of. */
export interface AnalysisError {
    /** The model, without what is secret in its address. */
    readonly reference: string;
    readonly error: AlphagateError;
}

/**
 * Analyses models and judges them, with this machine's disk, network and processors: what `alphagate analyze` does.
 * Relative paths begin at the working directory. What settings leave out of credentials and servers comes from the
 * environment, as on the command line; a configuration file is not looked for, see `parseConfig`.
 *
 * @param references paths, folders, globs or addresses (`s3://`, `https://`, `hf://`, `artifact://`), in any number.
 * @param settings what is to be other than the default.
 * @returns a report for each model that the references stand for, in their order. A red verdict is a report like any
 * other: see `summary.passed`.
 * @throws ConfigError when a setting cannot be used, before anything is read.
 * @throws SourceError when a model or the baseline cannot be read; FormatError when it is not what it claims to be;
 * NumericError when a layer could not be computed. See `onError`.
 */
export declare function analyze(references: string | readonly string[], settings?: Settings, options?: AnalyzeOptions): Promise<Report[]>;

/**
 * Judges the numbers of reports once more, by another gate: thresholds, accepted layers, baseline. Nothing is analysed
 * anew but a `baseline` that is a model; which layers there are, and how they were computed, stays as the reports say.
 *
 * @param reports one or several, as `analyze` or `parseReports` give them. They are not changed.
 * @param settings the gate: those of the group `gate`, and `baseline`.
 * @param options `signal` ends the reading of the baseline.
 * @returns as many new reports, in the same order.
 * @throws ConfigError when a setting cannot be used; FormatError `NOT_A_REPORT` when a report does not fit the schema;
 * SourceError when the baseline cannot be read.
 */
export declare function judge(reports: Report | readonly Report[], settings?: Settings, options?: Pick<AnalyzeOptions, 'signal'>): Promise<Report[]>;

/**
 * Writes reports as one document, the same that the command line writes.
 *
 * @param reports one or several. As `json`, one is an object, several are a list.
 * @param format `table` is plain text for people, 120 characters wide; `html` is one page that needs nothing else.
 * @returns the document, with a final line break.
 * @throws ConfigError `UNKNOWN_FORMAT`, or what is wrong with the template and in which line; FormatError
 * `NOT_A_REPORT` when a report does not fit the schema.
 */
export declare function render(reports: Report | readonly Report[], format: DocumentFormat, options?: RenderOptions): Promise<string>;

/**
 * Reads what `render(reports, 'json')` or `alphagate analyze --format json` wrote, in this version or an earlier one.
 *
 * @param text JSON of one report or of a list.
 * @param subject where it was read, for messages.
 * @returns the reports; of one a list of one.
 * @throws FormatError `NOT_A_REPORT` unless every report fits the schema, `dist/report.schema.json` of the package.
 */
export declare function parseReports(text: string, subject?: string): Report[];

/**
 * Reads the settings in the text of a configuration file, such as `.alphagate.yml`.
 *
 * @param text YAML.
 * @param fileName where it was read, for messages.
 * @returns the settings that it has, for `analyze` and `judge`; what is left out stays at its default.
 * @throws ConfigError `BAD_YAML`, `UNKNOWN_KEY` or `BAD_SETTING`, naming the line or the key.
 */
export declare function parseConfig(text: string, fileName?: string): Settings;

/** How far a model is: layers done, and elements as the measure of work. */
export interface Progress {
    readonly model: string;
    readonly layersDone: number;
    readonly layers: number;
    /** Share of the work that is done, 0 to 1. */
    readonly share: number;
}

/** What an error says. */
export interface ErrorParts {
    /** Stable, documented name of the failure, such as `TENSOR_OUT_OF_BOUNDS`. */
    readonly code: string;
    /** What was being read or done: a file, a reference, an option. */
    readonly subject: string;
    /** What is wrong with it: what was found and what was allowed. */
    readonly problem: string;
    /** What the reader can do about it. */
    readonly cure?: string;
    /** Machine-readable facts, such as `{ offsetBytes: 8 }`. */
    readonly details?: Readonly<Record<string, unknown>>;
    readonly cause?: unknown;
}

/** The base of every error that Alphagate raises on purpose. */
export declare class AlphagateError extends Error {
    readonly code: string;
    readonly subject: string;
    readonly problem: string;
    readonly cure: string | undefined;
    readonly details: Readonly<Record<string, unknown>>;
    constructor(parts: ErrorParts);
}

/** A flag, input or configuration file that cannot be used. Exit code 2. */
export declare class ConfigError extends AlphagateError {
}

/** A place that cannot be read: missing, refused, changed while it was read. Exit code 3. */
export declare class SourceError extends AlphagateError {
}

/** Bytes that are not the format they claim to be, or that lie about themselves. Exit code 3. */
export declare class FormatError extends AlphagateError {
}

/** A computation that did not come to an end it can vouch for. Exit code 3. */
export declare class NumericError extends AlphagateError {
}

/** The formats of documents. */
export type DocumentFormat = 'table' | 'json' | 'markdown' | 'html' | 'csv' | 'sarif' | 'junit';

/** What is to be other than the default. What a configuration file may say of publishing is let pass, and means nothing here. */
export interface Settings {
  /** A layer whose alpha is below this fails the check. Must be a number, such as 2 or 2.5 [2]. */
  readonly minAlpha?: number | undefined;
  /** A layer whose alpha is above this gets a warning: it is hardly trained. Must be a number, such as 2 or 2.5 [6]. */
  readonly maxAlpha?: number | undefined;
  /** Thresholds for layers by name; the first entry whose `layers` matches wins over `min-alpha` and `max-alpha`. Must be a list of {layers: GLOB, min-alpha: NUMBER, max-alpha: NUMBER}. */
  readonly thresholds?: readonly {
    layers: string;
    'min-alpha'?: number | undefined;
    'max-alpha'?: number | undefined;
  }[] | undefined;
  /** A layer whose alpha is lower than the baseline’s by more than this fails, wherever it lies. Must be a number from 0 on, or off. */
  readonly maxAlphaDrop?: number | null | undefined;
  /** `new` only warns of layers that were below their threshold in the baseline already; `none` warns of all. Must be one of any, new, none [any]. */
  readonly failOn?: 'any' | 'new' | 'none' | undefined;
  /** Layers below their threshold that are tolerated as long as alpha does not fall below the one given; the first entry whose `layers` matches counts. Must be a list of {layers: GLOB, alpha: NUMBER}. */
  readonly accepted?: readonly {
    layers: string;
    alpha: number;
  }[] | undefined;
  /** How far alpha may move against `accepted` and the baseline before it counts as a change. Must be a number from 0 on [0.01]. */
  readonly epsilon?: number | undefined;
  /** A layer fails only when alpha + confidence·sigma is below its threshold; otherwise it warns. Must be a number from 0 on [0]. */
  readonly confidence?: number | undefined;
  /** A layer that is out of bounds but has fewer nonzero eigenvalues than this is `inconclusive`: small random matrices look over-trained by chance. Must be a whole number from 0 on (0: judge every layer) [50]. */
  readonly fewestEigenvalues?: number | undefined;
  /** A layer that is out of bounds but whose fit has a larger Kolmogorov-Smirnov distance D is `inconclusive`. 1 judges every fit. Must be a number from 0 to 1 [1]. */
  readonly maxKsDistance?: number | undefined;
  /** A layer that is out of bounds but whose goodness of fit has a smaller p-value is `inconclusive`. 0 judges every fit. Must be a number from 0 to 1 [0]. */
  readonly minPValue?: number | undefined;
  /** A layer that is out of bounds but whose alpha has a lower trust label is `inconclusive`. Must be one of none, low, medium, high [none]. */
  readonly leastTrust?: 'none' | 'low' | 'medium' | 'high' | undefined;
  /** What the check says when no layer at all could be judged. Must be one of fail, pass [fail]. */
  readonly onInconclusive?: 'fail' | 'pass' | undefined;
  /** Analyse only layers whose name matches one of these patterns. Must be patterns of layer names, one a line. */
  readonly include?: readonly string[] | undefined;
  /** Leave out layers whose name matches one of these patterns. Must be patterns of layer names, one a line. */
  readonly exclude?: readonly string[] | undefined;
  /** Skip layers with fewer eigenvalues. Must be a whole number from 0 on (0: no limit) [8]. */
  readonly minEvals?: number | undefined;
  /** Skip layers with more eigenvalues. Must be a whole number from 0 on (0: no limit) [15000]. */
  readonly maxEvals?: number | undefined;
  /** Skip layers whose larger side is longer. Must be a whole number from 0 on (0: no limit) [50000]. */
  readonly maxN?: number | undefined;
  /** Analyse only these layers: by `layer_id`, by name, or by type (`dense`, `conv1d`, `conv2d`, `conv3d`). With a minus before each, all but these. Must be ids, names or types of layers, all with a minus or none. */
  readonly layers?: readonly (number | string)[] | undefined;
  /** The `layer_id` of the first candidate. Must be a whole number from 0 on (0: from zero) [0]. */
  readonly startIds?: number | undefined;
  /** Analyse the matrices of a kernel, one for each of its positions, together. With `false` each is a row of its own, told apart by `slice_id`. Must be true or false [true]. */
  readonly pool?: boolean | undefined;
  /** Where kernels have their channels: as their format stores them (`auto`), before the positions as in PyTorch (`first`), or after them as in TensorFlow (`last`). Must be one of auto, first, last [auto]. */
  readonly channels?: 'auto' | 'first' | 'last' | undefined;
  /** Scale the weights of convolutions by √½, so that their eigenvalues are halved; with `pool: false` by √(rf/2). Must be true or false [true]. */
  readonly conv2dNorm?: boolean | undefined;
  /** Divide the weights by the standard deviation of Glorot’s initialisation, √(2/((N + M)·rf)), so that layers of different shapes have eigenvalues that can be compared. Must be true or false [false]. */
  readonly glorotFix?: boolean | undefined;
  /** Analyse the two-dimensional Fourier transform of each matrix. It multiplies every eigenvalue by N·M, alpha stays. Must be true or false [false]. */
  readonly fft?: boolean | undefined;
  /** Fit the inverse eigenvalues, those of (WᵀW)⁻¹, whose tail is the small singular values. Must be true or false [false]. */
  readonly inverse?: boolean | undefined;
  /** Analyse one matrix of all layers: each standardised by median and median absolute deviation, one below the other. Must be true or false [false]. */
  readonly stacked?: boolean | undefined;
  /** Analyse the products of consecutive layers that share a dimension, W₀·S·W₁ / (‖W₀‖·‖W₁‖ + √‖S‖), by their singular values. Must be true or false [false]. */
  readonly intra?: boolean | undefined;
  /** With `intra`, put random zeros and ones S between two layers; without, nothing. Must be true or false [true]. */
  readonly sparsify?: boolean | undefined;
  /** The model that this one was trained from, by any reference that `model` may be: analysed is the difference, W − W₀, matched by name. Must be text of at most 2000 characters. */
  readonly baseModel?: string | undefined;
  /** With `on`, the factors A and B of a LoRA adapter are analysed as what they add to the model: B·A, scaled as `adapter_config.json` says. With `with-base`, the weights W of `base_model` and the sum W + B·A as well. With `off`, each factor by itself. Must be one of off, on, with-base [off]. */
  readonly peft?: 'off' | 'on' | 'with-base' | undefined;
  /** With `weightwatcher`, numbers as WeightWatcher 0.7.7 has them, its defects included; see docs/differences.md. Must be one of off, weightwatcher [off]. */
  readonly compat?: 'off' | 'weightwatcher' | undefined;
  /** What is fitted to the tail: a power law (`PL`); one with exponential cut-off, x^(−alpha)·e^(−Λx), with the column `Lambda` (`TPL`); that, with xmin near the peak of the density (`E_TPL`). Must be one of PL, TPL, E_TPL [PL]. */
  readonly fit?: 'PL' | 'TPL' | 'E_TPL' | undefined;
  /** Fit the power law as WeightWatcher does, with its rules for fewer than 20 eigenvalues (`ww`), or as the package `powerlaw` 1.5 does (`powerlaw`). Must be one of ww, powerlaw [ww]. */
  readonly plPackage?: 'ww' | 'powerlaw' | undefined;
  /** How many of the largest eigenvalues are left out of the fit, whatever the sign; or `force`: the power law ends at the largest, λ_max. Must be a whole number or force (0: fit all) [0]. */
  readonly xmax?: number | 'force' | undefined;
  /** What is done about eigenvalues that stand apart from the tail: with `clip_xmax` the largest are taken away until alpha falls (columns `raw_alpha`, `num_fingers`); with `xmin_peak` the tail begins near the peak of the density of log λ. Must be one of off, xmin_peak, clip_xmax [off]. */
  readonly fixFingers?: 'off' | 'xmin_peak' | 'clip_xmax' | undefined;
  /** Most eigenvalues that `clip_xmax` takes away. Must be a whole number from 0 to 1000 (0: none) [10]. */
  readonly maxFingers?: number | undefined;
  /** By how much alpha has to fall for `clip_xmax` to take eigenvalues away. Must be a number from 0 on [1]. */
  readonly fingerThresh?: number | undefined;
  /** Fit the density of Marchenko and Pastur, √((λ₊ − λ)(λ − λ₋))·Q/(2πσ²λ), to the bulk: columns `num_spikes`, `sigma_mp`, `mp_softrank`, `W_scale`, `bulk_max`, `bulk_min`. Must be true or false [false]. */
  readonly mpFit?: boolean | undefined;
  /** Compare with the same weights in random order: columns `rand_distance`, `ww_softrank`, `ww_maxdist`, `num_traps` (correlation traps), `max_rand_eval`, and those of `mp_fit` with `rand_`. Must be true or false [false]. */
  readonly randomize?: boolean | undefined;
  /** Count the largest eigenvalues that preserve volume, Π λ/mean(λ) = 1: columns `detX_num`, `num_ERG_spikes`, `ERG_gap`, `detX_val`, `detX_val_unrescaled`. Must be true or false [false]. */
  readonly detX?: boolean | undefined;
  /** Compute the eigenvectors, and how localised those of tail and bulk are: mean and variance of `vec_entropy`, of `loc_ratio` ‖v‖₁/‖v‖∞, and of `part_ratio` ‖v‖₂/‖v‖₄. Must be true or false [false]. */
  readonly vectors?: boolean | undefined;
  /** Eigenvalues below this count towards `weak_rank_loss`. Must be a number from 0 on [0.000001]. */
  readonly tolerance?: number | undefined;
  /** Which layers get a trust label and a p-value: those out of bounds (`suspects`), `all`, or none (`off`). Must be one of suspects, all, off [suspects]. */
  readonly trust?: 'suspects' | 'all' | 'off' | undefined;
  /** Seed of everything that is drawn by chance; the same seed gives the same numbers. Must be a whole number from 0 on (0: a seed like any other) [1]. */
  readonly seed?: number | undefined;
  /** WeightWatcher’s other name for `detX`: one of them is enough. Must be true or false [false]. */
  readonly ERG?: boolean | undefined;
  /** WeightWatcher’s name for the engine: `accurate` is `--engine reference`, and `fast` leaves the engine as it is. Must be one of fast, accurate [fast]. */
  readonly svdMethod?: 'fast' | 'accurate' | undefined;
  /** How `compare` measures how far a layer has moved: by the norm of the difference of its tensors (`raw`), by its mean over their matrices (`euclidean`), or by the similarity `cka`, which is 1 for equal ones. Must be one of raw, euclidean, cka [raw]. */
  readonly distances?: 'raw' | 'euclidean' | 'cka' | undefined;
  /** Analyse only part I of N of each model, parts of equal cost. Their reports are joined by `merge`, which judges them. Must be a part of a whole, such as 2/8, of at most 256. */
  readonly shard?: {
    index: number;
    count: number;
  } | null | undefined;
  /** What `smooth` keeps of each layer: the singular values of the volume-preserving part of its spectrum (`detX`), a share of them (`svd`), or those in the power law’s tail (`alpha_min`). `sharpness` clips those that stand out even when all elements are shuffled. Must be one of detX, svd, alpha_min, sharpness [detX]. */
  readonly smoothMethod?: 'detX' | 'svd' | 'alpha_min' | 'sharpness' | undefined;
  /** The share of singular values that the method `svd` keeps. Must be a number above 0, up to 1 [0.8]. */
  readonly smoothPercent?: number | undefined;
  /** What computes the eigenvalues: WebAssembly kernels, or ml-matrix to check them by. Must be one of wasm, reference [wasm]. */
  readonly engine?: 'wasm' | 'reference' | undefined;
  /** Worker threads. The numbers do not depend on it. Must be a whole number from 0 to 256 (0: as many as there are processors) [0]. */
  readonly threads?: number | undefined;
  /** What layers that are being read or analysed may take of memory together, in bytes; a layer that takes more alone is refused. Must be a whole number from 0 on (0: three quarters of what the machine has free) [0]. */
  readonly memoryBytes?: number | undefined;
  /** A folder that keeps the numbers of layers, so that one that has not changed is not analysed again. Whoever can write to it decides what the gate sees: keep it out of the checkout. See docs/cache.md. Must be text of at most 2000 characters. */
  readonly cache?: string | undefined;
  /** How often compressed bytes may grow; what claims more is refused as made to mislead. Must be a number from 1 on [100]. */
  readonly inflation?: number | undefined;
  /** What a compressed archive’s expanded files may take of memory at a time, in bytes. Must be a whole number from 0 to 4294967296 (0: expand nothing) [2147483648]. */
  readonly expandedBytes?: number | undefined;
  /** What to compare with: a JSON report or a model, by any reference that `model` may be. `{base-sha}` stands for the commit that a pull request is based on. Must be text of at most 2000 characters. */
  readonly baseline?: string | undefined;
  /** The workflow run that `artifact://` references are looked for in; by default the one that asks. Must be the id of a workflow run. */
  readonly runId?: number | null | undefined;
  /** Region of the S3 bucket; by default what AWS_REGION or the AWS configuration says. Must be text of at most 2000 characters. */
  readonly awsRegion?: string | undefined;
  /** Address of an S3 server other than AWS. Must be text of at most 2000 characters. */
  readonly s3Endpoint?: string | undefined;
  /** ARN of the AWS role to read S3 as, by the OIDC token of the runner; needs `id-token: write`. By default the AWS configuration decides. Must be text of at most 2000 characters. */
  readonly roleToAssume?: string | undefined;
  /** `none` reads public buckets without a signature. Must be one of default, none [default]. */
  readonly awsCredentials?: 'default' | 'none' | undefined;
  /** Read S3 buckets whose owner lets the reader pay for requests and traffic. Must be true or false [false]. */
  readonly requesterPays?: boolean | undefined;
  /** Token for private and gated repositories of `hf://`; by default HF_TOKEN. Must be text of at most 2000 characters. */
  readonly hubToken?: string | undefined;
  /** Address of a hub other than huggingface.co; by default HF_ENDPOINT. Must be text of at most 2000 characters. */
  readonly hubEndpoint?: string | undefined;
  /** Let `https://` references, and where they redirect to, lead to this machine and its own network, and let them be `http://`. Must be true or false [false]. */
  readonly allowPrivateAddresses?: boolean | undefined;
  /** When to comment on the pull request. With `failure`, a comment that exists is still brought up to date; with `changes`, only when the verdict of the model or of a layer is another than in the comment before, or else in the baseline. Must be one of always, changes, failure, never [always]. */
  readonly comment?: 'always' | 'changes' | 'failure' | 'never' | undefined;
  /** When the verdict turns, put a new comment in the place of the old one: GitHub notifies nobody of an edited comment. Must be true or false [false]. */
  readonly repost?: boolean | undefined;
  /** Also set a commit status on the head of the pull request, where the check itself is not shown, as after `workflow_run`; needs `statuses: write`. Must be true or false [false]. */
  readonly commitStatus?: boolean | undefined;
  /** Also make a check run on the head of the pull request, which shows the report; needs `checks: write`. GitHub lists it below a workflow of its own choice. Must be true or false [false]. */
  readonly checkRun?: boolean | undefined;
  /** Annotate the run with the layers that fail or warn. Must be true or false [true]. */
  readonly annotations?: boolean | undefined;
  /** A Handlebars file by which the report is written as Markdown: the comment, the job summary, the file. A pull request’s is taken from the commit that it is based on. See docs/templates.md. Must be text of at most 2000 characters. */
  readonly template?: string | undefined;
  /** Posts the comment, which needs `pull-requests: write`, and reads artifacts, which needs `actions: read`. Must be text of at most 2000 characters. */
  readonly githubToken?: string | undefined;
  /** Where runs are recorded, so that reports show each layer’s alpha over the last of them: a JSON file, `s3://bucket/key`, or `artifact://NAME?commit={base-sha}`, a chain of artifacts. See docs/history.md. Must be text of at most 2000 characters. */
  readonly history?: string | undefined;
  /** How many runs of a model the history keeps and reports show. Must be a whole number from 1 to 200 [20]. */
  readonly historyRuns?: number | undefined;
  /** Who adds to the history. With `auto`, runs of the action on the default branch, and every run of the command line; with `never`, this run only reads it. Must be one of auto, never [auto]. */
  readonly historyWrite?: 'auto' | 'never' | undefined;
}

/** The report of a model; a value that does not exist is null. The schema is `report.schema.json`. */
export interface Report {
  /** Another number is another contract: a field was renamed or removed, or means something else. */
  schemaVersion: 1;
  /** What computed the numbers. */
  tool: {
    name: 'alphagate';
    /** Of Alphagate. */
    version: string;
    /** What computed the eigenvalues, `wasm` or `reference`. */
    engine: string;
  };
  /** What was analysed. */
  model: {
    /** The reference it came from, without credentials. */
    source: string;
    /** ETag, version id or sha256 of the content. */
    identity: string;
    /** Of the file, such as `safetensors`. */
    format: string;
    /** Of all its files together. */
    bytes: number;
  };
  /** The model that layers are differences from, or that products were added to; absent where there is none. */
  base_model?: {
    /** The reference it came from, without credentials. */
    source: string;
    /** ETag, version id or sha256 of the content. */
    identity: string;
  } | undefined;
  /** Those that decide numbers and verdicts, as applied, in the shape of a configuration file. */
  settings: Record<string, unknown>;
  /** The model as a whole. */
  summary: {
    /** Of the model: `fail` where a layer fails, `warn` where one warns or is inconclusive, `inconclusive` where all are. */
    verdict: 'fail' | 'inconclusive' | 'warn' | 'pass';
    /** Whether the check is green. */
    passed: boolean;
    /** One sentence that says why. */
    reason: string;
    /** How many layers there are of each kind. */
    counts: {
      /** Layers that were analysed. */
      layers: number;
      /** Those that pass. */
      pass: number;
      /** Those that warn. */
      warn: number;
      /** Those that fail. */
      fail: number;
      /** Those that cannot be judged. */
      inconclusive: number;
      /** Tensors that are no layer, or were left out. */
      skipped: number;
    };
    /** The smallest alpha. */
    min_alpha: number | null;
    /** The layer that has it. */
    min_alpha_layer: string | null;
    /** Mean alpha over the layers that have one, as WeightWatcher’s summary has it. */
    alpha: number | null;
    /** Mean of that column. */
    alpha_weighted: number | null;
    /** Mean of that column. */
    log_norm: number | null;
    /** Mean of that column. */
    log_alpha_norm: number | null;
    /** Mean of that column. */
    log_spectral_norm: number | null;
    /** Mean of that column. */
    stable_rank: number | null;
    /** Mean of that column; null without `mp_fit`. */
    mp_softrank: number | null;
  };
  /** One row for each layer that was analysed. */
  layers: ReportLayer[];
  /** Tensors that were not analysed. */
  skipped: {
    /** Of the tensor. */
    name: string;
    /** Why it was not analysed, in words. */
    reason: string;
  }[];
  /** What `delta` compares with, or why there is nothing to; absent when no baseline was asked for. */
  baseline?: {
    /** The reference it came from, without credentials. */
    source: string;
    /** ETag, version id or sha256 of the content. */
    identity: string;
    /** The commit that it was computed at, where it says so. */
    commit: string | null;
  } | {
    /** The reference it came from, without credentials. */
    source: string;
    /** Why there is nothing to compare with. */
    missing: string;
  } | undefined;
  /** The commit that the model was analysed at, where it is known. */
  commit?: string | undefined;
  /** Of a report of one part of a model. */
  shard?: {
    /** Which part, from 1. */
    index: number;
    /** Of how many. */
    count: number;
    /** How many layers the whole model has. */
    layers: number;
  } | undefined;
  /** The run that computed the numbers, where it is one that nobody vouches for. */
  untrusted_run?: string | undefined;
  /** The only part that differs between runs. */
  timing: {
    /** Wall-clock milliseconds from opening the model to the last layer’s verdict. */
    total_ms: number;
  };
}

/** One layer, under the names of WeightWatcher's columns. */
export interface ReportLayer {
  /** Position among the model’s candidate tensors, counted from `analysis.start_ids`. */
  layer_id: number;
  /** Which of the layer’s matrices this is, from 0; only where each is a row of its own (`pool: false`). */
  slice_id?: number | undefined;
  /** The tensor’s name without a final `.weight`. */
  name: string;
  /** The same; what patterns of layers are matched with. */
  longname: string;
  /** What kind of layer it is. */
  layer_type: 'dense' | 'conv1d' | 'conv2d' | 'conv3d' | 'stacked';
  /** The larger side of the layer’s matrices. */
  N: number;
  /** The smaller side. */
  M: number;
  /** N/M, at least 1. */
  Q: number;
  /** Receptive field: how many matrices the layer consists of, one for each kernel position. */
  rf: number;
  /** Number of eigenvalues, M·rf; of a LoRA product its rank in place of M, where that is smaller. */
  num_evals: number;
  /** Exponent of the power law fitted to the tail of the eigenvalue density, greater than 1. */
  alpha: number | null;
  /** Kolmogorov-Smirnov distance between the tail and the fit, 0 to 1. */
  D: number | null;
  /** Standard error of alpha, (alpha − 1)/√tail. */
  sigma: number | null;
  /** The smallest eigenvalue of the tail. */
  xmin: number | null;
  /** The largest eigenvalue of the tail. */
  xmax: number | null;
  /** Eigenvalues in the tail; −1 where WeightWatcher writes that (`compat`). */
  num_pl_spikes: number | null;
  /** The largest eigenvalue. */
  lambda_max: number | null;
  /** The largest singular value. */
  sv_max: number | null;
  /** The smallest singular value. */
  sv_min: number | null;
  /** Singular values that are zero to working precision. */
  rank_loss: number | null;
  /** Eigenvalues below `analysis.tolerance`. */
  weak_rank_loss: number | null;
  /** Sum of the eigenvalues, the squared Frobenius norm. */
  norm: number | null;
  /** log₁₀ of `norm`. */
  log_norm: number | null;
  /** The largest eigenvalue, the squared spectral norm. */
  spectral_norm: number | null;
  /** log₁₀ of `spectral_norm`. */
  log_spectral_norm: number | null;
  /** alpha·log₁₀ λ_max. */
  alpha_weighted: number | null;
  /** log₁₀ Σ λ^alpha. */
  log_alpha_norm: number | null;
  /** Σ λ/λ_max. */
  stable_rank: number | null;
  /** Singular values above √λ_max·N·2⁻⁵². */
  matrix_rank: number | null;
  /** Entropy of λ/Σλ, relative to that of a flat spectrum of the same rank, 0 to 1. */
  entropy: number | null;
  Lambda?: number | null | undefined;
  raw_alpha?: number | null | undefined;
  num_fingers?: number | null | undefined;
  num_spikes?: number | null | undefined;
  sigma_mp?: number | null | undefined;
  mp_softrank?: number | null | undefined;
  W_scale?: number | null | undefined;
  bulk_max?: number | null | undefined;
  bulk_min?: number | null | undefined;
  max_rand_eval?: number | null | undefined;
  rand_distance?: number | null | undefined;
  ww_softrank?: number | null | undefined;
  ww_maxdist?: number | null | undefined;
  num_traps?: number | null | undefined;
  rand_num_spikes?: number | null | undefined;
  rand_sigma_mp?: number | null | undefined;
  rand_mp_softrank?: number | null | undefined;
  rand_W_scale?: number | null | undefined;
  rand_bulk_max?: number | null | undefined;
  rand_bulk_min?: number | null | undefined;
  detX_num?: number | null | undefined;
  num_ERG_spikes?: number | null | undefined;
  ERG_gap?: number | null | undefined;
  detX_val?: number | null | undefined;
  detX_val_unrescaled?: number | null | undefined;
  bulk_mean_vec_entropy?: number | null | undefined;
  bulk_var_vec_entropy?: number | null | undefined;
  bulk_mean_loc_ratio?: number | null | undefined;
  bulk_var_loc_ratio?: number | null | undefined;
  bulk_mean_part_ratio?: number | null | undefined;
  bulk_var_part_ratio?: number | null | undefined;
  tail_mean_vec_entropy?: number | null | undefined;
  tail_var_vec_entropy?: number | null | undefined;
  tail_mean_loc_ratio?: number | null | undefined;
  tail_var_loc_ratio?: number | null | undefined;
  tail_mean_part_ratio?: number | null | undefined;
  tail_var_part_ratio?: number | null | undefined;
  /** Of the bootstrap for goodness of fit, 0 to 1; null where the layer was not assessed. */
  p_value: number | null;
  /** How far alpha can be relied on; null where the layer was not assessed. */
  trust: 'none' | 'low' | 'medium' | 'high' | null;
  /** What keeps trust from being higher, the weightiest first. */
  trust_reasons: string[];
  /** Singular values that are more than what rounding the weights to their dtype makes of zeros. */
  numerical_rank: number | null;
  /** How many of the largest eigenvalues lie apart from the tail below them; null where nobody looked. */
  outliers: number | null;
  /** alpha of all eigenvalues but those; null where there are none. */
  alpha_without_outliers: number | null;
  /** Eigenvalues that stand out of the bulk when the weights are put in random order; null where they were not. */
  correlation_traps: number | null;
  /** The theory’s word for alpha, whatever the thresholds. */
  warning: '' | 'over-trained' | 'under-trained';
  /** `success`, or what kept a value from existing. */
  status: string;
  /** By the gate; `inconclusive` where it cannot be judged. */
  verdict: 'fail' | 'inconclusive' | 'warn' | 'pass';
  /** Why, in words. */
  reasons: string[];
  /** The `min-alpha` that holds for it. */
  threshold: number;
  /** alpha less the baseline’s; null where there is nothing to compare with. */
  delta: number | null;
  /** What is wrong with it, by name: see the page on diagnoses. */
  diagnosis: ('not-finite' | 'zero' | 'constant' | 'rank-collapse' | 'over-trained' | 'correlation-trap' | 'finger' | 'under-trained' | 'duplicate')[];
  /** What plots of its spectrum need; only where they were asked for. */
  curves?: {
    log_bins: {
      from: number;
      to: number;
      counts: number[];
    };
    random_log_bins?: {
      from: number;
      to: number;
      counts: number[];
    } | undefined;
    bins: {
      to: number;
      counts: number[];
    };
    scan: {
      xmin: number[];
      D: number[];
      alpha: number[];
    };
  } | undefined;
}
