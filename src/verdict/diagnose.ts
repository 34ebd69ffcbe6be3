import type { LayerDetails } from '../metrics/details.ts';
import { rowName } from '../metrics/row-name.ts';
import { EVERY_WEIGHT_SAME, EVERY_WEIGHT_ZERO, isNotFinite, statusReason } from '../metrics/status.ts';
import { sameShape } from './baseline.ts';
import type { DiagnosisName } from './diagnoses.ts';
import { formatNumber } from './format.ts';
import type { AlphaBounds, Verdict } from './verdict.ts';

/** What is wrong with a layer. */
export interface Diagnosis {
  readonly name: DiagnosisName;
  /** What was found in this layer, where the verdict does not say it. May quote names: hostile until escaped. */
  readonly finding?: string;
}

/** What a diagnosis looks at besides the layer's own numbers. */
export interface Circumstances extends AlphaBounds {
  readonly verdict: Verdict;
  /** How many standard errors alpha may lie below its threshold. */
  readonly confidence: number;
  /** Name of a layer with the same spectrum, if there is one. */
  readonly twin: string | undefined;
}

/** Below this share of what its size allows a layer's rank has collapsed. */
const COLLAPSED_BELOW = 1 / 2;

/** Norms, largest eigenvalues and entropies that agree so closely, relatively, are those of the same weights. */
const SAME = 1e-9;

/**
 * Says in the field's words what is wrong with a layer, in the order of `DIAGNOSIS_NAMES`; nothing for one that is sound.
 * The manual, `docs/diagnoses.md`, has the reasons and sources of each.
 */
export function diagnose(layer: LayerDetails, circumstances: Circumstances): Diagnosis[] {
  if (isNotFinite(layer.status)) return [{ name: 'not-finite' }];
  if (layer.lambda_max === 0 || statusReason(layer.status) === EVERY_WEIGHT_ZERO) return [{ name: 'zero' }];
  if (statusReason(layer.status) === EVERY_WEIGHT_SAME) return [{ name: 'constant' }];
  const finger = fingerOf(layer, circumstances);
  return [
    rankCollapseOf(layer),
    finger === undefined ? overTraining(layer, circumstances) : undefined,
    correlationTrapOf(layer),
    finger,
    finger === undefined ? underTraining(layer, circumstances) : undefined,
    duplicateOf(circumstances),
  ].filter((diagnosis) => diagnosis !== undefined);
}

function rankCollapseOf({ numerical_rank: rank, num_evals: full }: LayerDetails): Diagnosis | undefined {
  if (rank === null || rank >= full * COLLAPSED_BELOW) return undefined;
  return { name: 'rank-collapse', finding: `its rank is ${rank} of ${full}` };
}

function overTraining(
  { alpha, sigma, warning, trust }: LayerDetails,
  { verdict, minAlpha, confidence }: Circumstances,
): Diagnosis | undefined {
  if (warning !== 'over-trained' || alpha === null || sigma === null) return undefined;
  if (verdict === 'inconclusive' || trust === 'none') return undefined;
  return alpha + confidence * sigma < minAlpha ? { name: 'over-trained' } : undefined;
}

function correlationTrapOf({ correlation_traps: traps }: LayerDetails): Diagnosis | undefined {
  if (traps === null || traps === 0) return undefined;
  const what = traps === 1 ? 'an eigenvalue stands' : `${traps} eigenvalues stand`;
  return { name: 'correlation-trap', finding: `${what} out even with the weights in random order` };
}

/** Whether a layer's alpha is out of its bounds only because of eigenvalues that lie apart from all others. */
export function isFinger(
  { alpha, alpha_without_outliers: without }: LayerDetails,
  { minAlpha, maxAlpha }: AlphaBounds,
): boolean {
  const isWithin = (value: number) => value >= minAlpha && value <= maxAlpha;
  return alpha !== null && without !== null && !isWithin(alpha) && isWithin(without);
}

function fingerOf(layer: LayerDetails, bounds: Circumstances): Diagnosis | undefined {
  const { outliers, alpha_without_outliers: without } = layer;
  if (without === null || !isFinger(layer, bounds)) return undefined;
  const which = outliers === 1 ? 'its largest eigenvalue' : `its ${outliers} largest eigenvalues`;
  return { name: 'finger', finding: `without ${which} alpha is ${formatNumber(without)}` };
}

function underTraining(
  { alpha, warning, trust }: LayerDetails,
  { verdict, maxAlpha }: Circumstances,
): Diagnosis | undefined {
  // Of few eigenvalues a shuffle is hardly told from the layer, whatever was learned.
  if (verdict === 'inconclusive') return undefined;
  const isSteep = warning === 'under-trained' && alpha !== null && alpha > maxAlpha;
  return isSteep || trust === 'none' ? { name: 'under-trained' } : undefined;
}

function duplicateOf({ twin }: Circumstances): Diagnosis | undefined {
  return twin === undefined ? undefined : { name: 'duplicate', finding: `it has the spectrum of ${twin}` };
}

/**
 * Finds layers that have the same weights.
 *
 * @returns for each layer the name of the first other one with the same spectrum; undefined where there is none.
 */
export function findTwins(layers: readonly LayerDetails[]): (string | undefined)[] {
  const twins = new Array<string | undefined>(layers.length).fill(undefined);
  // Layers with the same weights are neighbours in this order.
  const order = [...layers.keys()]
    .filter((index) => (layers[index]!.norm ?? 0) > 0)
    .sort((a, b) => compareSpectra(layers[a]!, layers[b]!));
  for (let start = 0; start < order.length; ) {
    const original = layers[order[start]!]!;
    let end = start + 1;
    while (end < order.length && sameSpectrum(original, layers[order[end]!]!)) end++;
    const [first, ...copies] = order.slice(start, end).sort((a, b) => a - b);
    for (const copy of copies) twins[copy] = rowName(layers[first!]!);
    if (copies.length > 0) twins[first!] = rowName(layers[copies[0]!]!);
    start = end;
  }
  return twins;
}

function compareSpectra(a: LayerDetails, b: LayerDetails): number {
  return a.N - b.N || a.M - b.M || a.rf - b.rf || a.norm! - b.norm!;
}

function sameSpectrum(a: LayerDetails, b: LayerDetails): boolean {
  return (
    sameShape(a, b) &&
    isSame(a.norm, b.norm) &&
    isSame(a.lambda_max, b.lambda_max) &&
    isSame(a.entropy, b.entropy)
  );
}

function isSame(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return Math.abs(a - b) <= SAME * Math.max(Math.abs(a), Math.abs(b));
}
