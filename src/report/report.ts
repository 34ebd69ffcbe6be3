import * as z from 'zod';
import { MAX_CURVE_POINTS } from '../limits.ts';
import { MODE_COLUMNS, type ModeColumn } from '../metrics/mode-columns.ts';
import { DIAGNOSIS_NAMES } from '../verdict/diagnoses.ts';
import { VERDICTS } from '../verdict/verdict.ts';

/**
 * The report: the one document from which every other rendering is made. Its JSON form is a fixed contract with
 * a version; whoever reads a report from outside validates it with `reportSchema` first.
 */

export const SCHEMA_VERSION = 1;

const verdict = z.enum(VERDICTS);
const number = z.number().nullable();
const count = z.int().nonnegative();

const modeColumns = Object.fromEntries(MODE_COLUMNS.map((column) => [column, number.optional()])) as Record<
  ModeColumn,
  z.ZodOptional<typeof number>
>;
const curve = z.array(z.number()).max(MAX_CURVE_POINTS);
/** Of ten; numbers end there. */
const exponent = z.number().min(-324).max(309);
const counts = z.array(count).min(1).max(MAX_CURVE_POINTS);

const logBins = z.strictObject({ from: exponent, to: exponent, counts });

/** What plots of a layer's spectrum need; see `SpectrumCurves`. */
const curves = z.strictObject({
  log_bins: logBins,
  random_log_bins: logBins.optional(),
  bins: z.strictObject({ to: z.number(), counts }),
  scan: z.strictObject({ xmin: curve, D: curve, alpha: curve }),
});

const layer = z.strictObject({
  layer_id: count,
  slice_id: count.optional(),
  name: z.string(),
  longname: z.string(),
  layer_type: z.enum(['dense', 'conv1d', 'conv2d', 'conv3d', 'stacked']),
  N: count,
  M: count,
  Q: z.number(),
  rf: count,
  num_evals: count,
  alpha: number,
  D: number,
  sigma: number,
  xmin: number,
  xmax: number,
  /** −1 where WeightWatcher writes that. */
  num_pl_spikes: z.int().min(-1).nullable(),
  lambda_max: number,
  sv_max: number,
  sv_min: number,
  rank_loss: count.nullable(),
  weak_rank_loss: count.nullable(),
  norm: number,
  log_norm: number,
  spectral_norm: number,
  log_spectral_norm: number,
  alpha_weighted: number,
  log_alpha_norm: number,
  stable_rank: number,
  matrix_rank: count.nullable(),
  entropy: number,
  ...modeColumns,
  p_value: number,
  trust: z.enum(['none', 'low', 'medium', 'high']).nullable(),
  trust_reasons: z.array(z.string()),
  numerical_rank: count.nullable(),
  outliers: count.nullable(),
  alpha_without_outliers: number,
  correlation_traps: count.nullable(),
  warning: z.enum(['', 'over-trained', 'under-trained']),
  status: z.string(),
  verdict,
  reasons: z.array(z.string()).min(1),
  threshold: z.number(),
  delta: number,
  diagnosis: z.array(z.enum(DIAGNOSIS_NAMES)),
  curves: curves.optional(),
});

/** Of a layer what its analysis has found, before anybody has judged it. */
export const layerDetailsSchema = layer.omit({
  verdict: true,
  reasons: true,
  threshold: true,
  delta: true,
  diagnosis: true,
});

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.strictObject({ name: z.literal('alphagate'), version: z.string(), engine: z.string() }),
  model: z.strictObject({
    /** The reference it came from, without credentials. */
    source: z.string(),
    /** ETag, version id or sha256 of the content. */
    identity: z.string(),
    format: z.string(),
    bytes: count,
  }),
  /** The model that layers are differences from, or that products were added to; absent where there is none. */
  base_model: z.strictObject({ source: z.string(), identity: z.string() }).optional(),
  /** As applied, in the shape of a configuration file. */
  settings: z.record(z.string(), z.unknown()),
  summary: z.strictObject({
    verdict,
    /** Whether the check is green. */
    passed: z.boolean(),
    /** One sentence that says why. */
    reason: z.string(),
    counts: z.strictObject({
      layers: count,
      pass: count,
      warn: count,
      fail: count,
      inconclusive: count,
      skipped: count,
    }),
    min_alpha: number,
    min_alpha_layer: z.string().nullable(),
    /** WeightWatcher's summary: means over the layers that have the value. */
    alpha: number,
    alpha_weighted: number,
    log_norm: number,
    log_alpha_norm: number,
    log_spectral_norm: number,
    stable_rank: number,
    mp_softrank: number,
  }),
  layers: z.array(layer),
  skipped: z.array(z.strictObject({ name: z.string(), reason: z.string() })),
  /** What `delta` compares with, or why there is nothing to compare with; absent when no baseline was asked for. */
  baseline: z
    .union([
      z.strictObject({
        source: z.string(),
        identity: z.string(),
        /** The commit that it was computed at, where it says so. */
        commit: z.string().nullable(),
      }),
      z.strictObject({ source: z.string(), missing: z.string() }),
    ])
    .optional(),
  /** The commit that the model was analysed at, where it is known. */
  commit: z.string().optional(),
  /** Of a report of one part of a model: which, of how many, and how many layers the whole model has. */
  shard: z.strictObject({ index: count, count, layers: count }).optional(),
  /** The run that computed the numbers, where it is one that nobody vouches for. */
  untrusted_run: z.string().optional(),
  timing: z.strictObject({
    /** Wall-clock milliseconds from opening the model to the last layer's verdict. */
    total_ms: z.number(),
  }),
});

/** The order of every document. */
export const REPORT_KEYS = Object.keys(reportSchema.shape) as (keyof Report)[];

/** The columns of a layer, in the same order. */
export const LAYER_COLUMNS = Object.keys(layer.shape) as (keyof ReportLayer)[];

export type Report = z.infer<typeof reportSchema>;
export type ReportLayer = Report['layers'][number];
