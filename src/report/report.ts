import * as z from 'zod';
import { MAX_CURVE_POINTS } from '../limits.ts';
import { MODE_COLUMNS, type ModeColumn } from '../metrics/mode-columns.ts';
import { TRUST_LABELS } from '../metrics/uncertainty/trust.ts';
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
  layer_id: count.describe('Position among the model’s candidate tensors, counted from `analysis.start_ids`'),
  slice_id: count
    .optional()
    .describe(
      'Which of the layer’s matrices this is, from 0; only where each is a row of its own (`pool: false`)',
    ),
  name: z.string().describe('The tensor’s name without a final `.weight`'),
  longname: z.string().describe('The same; what patterns of layers are matched with'),
  layer_type: z.enum(['dense', 'conv1d', 'conv2d', 'conv3d', 'stacked']).describe('What kind of layer it is'),
  N: count.describe('The larger side of the layer’s matrices'),
  M: count.describe('The smaller side'),
  Q: z.number().describe('N/M, at least 1'),
  rf: count.describe(
    'Receptive field: how many matrices the layer consists of, one for each kernel position',
  ),
  num_evals: count.describe(
    'Number of eigenvalues, M·rf; of a LoRA product its rank in place of M, where that is smaller',
  ),
  alpha: number.describe(
    'Exponent of the power law fitted to the tail of the eigenvalue density, greater than 1',
  ),
  D: number.describe('Kolmogorov-Smirnov distance between the tail and the fit, 0 to 1'),
  sigma: number.describe('Standard error of alpha, (alpha − 1)/√tail'),
  xmin: number.describe('The smallest eigenvalue of the tail'),
  xmax: number.describe('The largest eigenvalue of the tail'),
  num_pl_spikes: z
    .int()
    .min(-1)
    .nullable()
    .describe('Eigenvalues in the tail; −1 where WeightWatcher writes that (`compat`)'),
  lambda_max: number.describe('The largest eigenvalue'),
  sv_max: number.describe('The largest singular value'),
  sv_min: number.describe('The smallest singular value'),
  rank_loss: count.nullable().describe('Singular values that are zero to working precision'),
  weak_rank_loss: count.nullable().describe('Eigenvalues below `analysis.tolerance`'),
  norm: number.describe('Sum of the eigenvalues, the squared Frobenius norm'),
  log_norm: number.describe('log₁₀ of `norm`'),
  spectral_norm: number.describe('The largest eigenvalue, the squared spectral norm'),
  log_spectral_norm: number.describe('log₁₀ of `spectral_norm`'),
  alpha_weighted: number.describe('alpha·log₁₀ λ_max'),
  log_alpha_norm: number.describe('log₁₀ Σ λ^alpha'),
  stable_rank: number.describe('Σ λ/λ_max'),
  matrix_rank: count.nullable().describe('Singular values above √λ_max·N·2⁻⁵²'),
  entropy: number.describe('Entropy of λ/Σλ, relative to that of a flat spectrum of the same rank, 0 to 1'),
  ...modeColumns,
  p_value: number.describe(
    'Of the bootstrap for goodness of fit, 0 to 1; null where the layer was not assessed',
  ),
  trust: z
    .enum(TRUST_LABELS)
    .nullable()
    .describe('How far alpha can be relied on; null where the layer was not assessed'),
  trust_reasons: z.array(z.string()).describe('What keeps trust from being higher, the weightiest first'),
  numerical_rank: count
    .nullable()
    .describe('Singular values that are more than what rounding the weights to their dtype makes of zeros'),
  outliers: count
    .nullable()
    .describe(
      'How many of the largest eigenvalues lie apart from the tail below them; null where nobody looked',
    ),
  alpha_without_outliers: number.describe('alpha of all eigenvalues but those; null where there are none'),
  correlation_traps: count
    .nullable()
    .describe(
      'Eigenvalues that stand out of the bulk when the weights are put in random order; null where they were not',
    ),
  warning: z
    .enum(['', 'over-trained', 'under-trained'])
    .describe('The theory’s word for alpha, whatever the thresholds'),
  status: z.string().describe('`success`, or what kept a value from existing'),
  verdict: verdict.describe('By the gate; `inconclusive` where it cannot be judged'),
  reasons: z.array(z.string()).min(1).describe('Why, in words'),
  threshold: z.number().describe('The `min-alpha` that holds for it'),
  delta: number.describe('alpha less the baseline’s; null where there is nothing to compare with'),
  diagnosis: z
    .array(z.enum(DIAGNOSIS_NAMES))
    .describe('What is wrong with it, by name: see the page on diagnoses'),
  curves: curves.optional().describe('What plots of its spectrum need; only where they were asked for'),
});

/** A model as reports name it. */
const source = z.string().describe('The reference it came from, without credentials');
const identity = z.string().describe('ETag, version id or sha256 of the content');

/** Of a layer what its analysis has found, before anybody has judged it. */
export const layerDetailsSchema = layer.omit({
  verdict: true,
  reasons: true,
  threshold: true,
  delta: true,
  diagnosis: true,
});

export const reportSchema = z.strictObject({
  schemaVersion: z
    .literal(SCHEMA_VERSION)
    .describe('Another number is another contract: a field was renamed or removed, or means something else'),
  tool: z
    .strictObject({
      name: z.literal('alphagate'),
      version: z.string().describe('Of Alphagate'),
      engine: z.string().describe('What computed the eigenvalues, `wasm` or `reference`'),
    })
    .describe('What computed the numbers'),
  model: z
    .strictObject({
      source,
      identity,
      format: z.string().describe('Of the file, such as `safetensors`'),
      bytes: count.describe('Of all its files together'),
    })
    .describe('What was analysed'),
  base_model: z
    .strictObject({ source, identity })
    .optional()
    .describe(
      'The model that layers are differences from, or that products were added to; absent where there is none',
    ),
  settings: z
    .record(z.string(), z.unknown())
    .describe('Those that decide numbers and verdicts, as applied, in the shape of a configuration file'),
  summary: z
    .strictObject({
      verdict: verdict.describe(
        'Of the model: `fail` where a layer fails, `warn` where one warns or is inconclusive, `inconclusive` where all are',
      ),
      passed: z.boolean().describe('Whether the check is green'),
      reason: z.string().describe('One sentence that says why'),
      counts: z
        .strictObject({
          layers: count.describe('Layers that were analysed'),
          pass: count.describe('Those that pass'),
          warn: count.describe('Those that warn'),
          fail: count.describe('Those that fail'),
          inconclusive: count.describe('Those that cannot be judged'),
          skipped: count.describe('Tensors that are no layer, or were left out'),
        })
        .describe('How many layers there are of each kind'),
      min_alpha: number.describe('The smallest alpha'),
      min_alpha_layer: z.string().nullable().describe('The layer that has it'),
      alpha: number.describe('Mean alpha over the layers that have one, as WeightWatcher’s summary has it'),
      alpha_weighted: number.describe('Mean of that column'),
      log_norm: number.describe('Mean of that column'),
      log_alpha_norm: number.describe('Mean of that column'),
      log_spectral_norm: number.describe('Mean of that column'),
      stable_rank: number.describe('Mean of that column'),
      mp_softrank: number.describe('Mean of that column; null without `mp_fit`'),
    })
    .describe('The model as a whole'),
  layers: z.array(layer).describe('One row for each layer that was analysed'),
  skipped: z
    .array(
      z.strictObject({
        name: z.string().describe('Of the tensor'),
        reason: z.string().describe('Why it was not analysed, in words'),
      }),
    )
    .describe('Tensors that were not analysed'),
  baseline: z
    .union([
      z.strictObject({
        source,
        identity,
        commit: z.string().nullable().describe('The commit that it was computed at, where it says so'),
      }),
      z.strictObject({ source, missing: z.string().describe('Why there is nothing to compare with') }),
    ])
    .optional()
    .describe(
      'What `delta` compares with, or why there is nothing to; absent when no baseline was asked for',
    ),
  commit: z.string().optional().describe('The commit that the model was analysed at, where it is known'),
  shard: z
    .strictObject({
      index: count.describe('Which part, from 1'),
      count: count.describe('Of how many'),
      layers: count.describe('How many layers the whole model has'),
    })
    .optional()
    .describe('Of a report of one part of a model'),
  untrusted_run: z
    .string()
    .optional()
    .describe('The run that computed the numbers, where it is one that nobody vouches for'),
  timing: z
    .strictObject({
      total_ms: z
        .number()
        .describe('Wall-clock milliseconds from opening the model to the last layer’s verdict'),
    })
    .describe('The only part that differs between runs'),
});

/** The order of every document. */
export const REPORT_KEYS = Object.keys(reportSchema.shape) as (keyof Report)[];

/** The columns of a layer, in the same order. */
export const LAYER_COLUMNS = Object.keys(layer.shape) as (keyof ReportLayer)[];

export type Report = z.infer<typeof reportSchema>;
export type ReportLayer = Report['layers'][number];
