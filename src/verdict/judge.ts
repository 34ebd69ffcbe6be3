import { compilePatterns } from '../layers/name-pattern.ts';
import type { LayerDetails } from '../metrics/details.ts';
import { fittedAlpha } from '../metrics/fitted-alpha.ts';
import { rowName } from '../metrics/row-name.ts';
import { isNotFinite, statusReason } from '../metrics/status.ts';
import type { TrustLabel } from '../metrics/uncertainty/trust.ts';
import type { Settings } from '../settings/schema.ts';
import { type BaselineLayer, matchBaseline } from './baseline.ts';
import { diagnose, findTwins, isFinger } from './diagnose.ts';
import { DIAGNOSES } from './diagnoses.ts';
import { count, formatAlpha, formatNumber } from './format.ts';
import type { AlphaBounds, JudgedLayer, ModelVerdict, Verdict } from './verdict.ts';

/** The settings that the gate looks at. */
export type GateSettings = Pick<
  Settings,
  | 'minAlpha'
  | 'maxAlpha'
  | 'thresholds'
  | 'accepted'
  | 'epsilon'
  | 'failOn'
  | 'maxAlphaDrop'
  | 'confidence'
  | 'fewestEigenvalues'
  | 'maxKsDistance'
  | 'minPValue'
  | 'leastTrust'
  | 'onInconclusive'
>;

/**
 * Judges every layer and from them the model. A layer fails when its alpha is below its threshold and the number
 * can be relied on; a layer that cannot be judged is `inconclusive`, which warns.
 *
 * @param layers at least one.
 * @param baseline the layers of an earlier model to compare with.
 */
export function judge(
  layers: readonly LayerDetails[],
  settings: GateSettings,
  baseline: readonly BaselineLayer[] = [],
): ModelVerdict {
  const boundsOf = boundsByName(settings);
  const before = matchBaseline(layers, baseline);
  const twins = findTwins(layers);
  const judged = layers.map((layer, index): JudgedLayer => {
    const bounds = boundsOf(layer.longname);
    const alpha = fittedAlpha(layer);
    const alphaBefore = fittedAlpha(before.get(rowName(layer)) ?? { alpha: null });
    const delta = alpha === null || alphaBefore === null ? null : alpha - alphaBefore;
    const { verdict, reason } = judgeLayer(layer, { ...bounds, alphaBefore, delta }, settings);
    const { confidence } = settings;
    const diagnoses = diagnose(layer, { ...bounds, verdict, confidence, twin: twins[index] });
    const findings = diagnoses.flatMap(({ name, finding }) =>
      finding === undefined ? [] : [`${DIAGNOSES[name].title.toLowerCase()}: ${finding}`],
    );
    return {
      ...layer,
      verdict,
      reasons: [reason, ...findings, ...(verdict === 'pass' ? [] : wordsOfTrust(layer))],
      threshold: bounds.minAlpha,
      delta,
      diagnosis: diagnoses.map(({ name }) => name),
    };
  });
  return { ...judgeModel(judged, settings), layers: judged };
}

type BoundsSettings = Pick<GateSettings, 'thresholds' | 'accepted' | 'minAlpha' | 'maxAlpha'>;

/** What a layer is held against. */
export interface Bounds extends AlphaBounds {
  /** The alpha below the threshold that is tolerated of it, if any. */
  readonly acceptedAlpha: number | undefined;
}

interface Comparison extends Bounds {
  readonly alphaBefore: number | null;
  readonly delta: number | null;
}

/** @returns what a layer of that name is held against. */
export function boundsByName(settings: BoundsSettings): (name: string) => Bounds {
  const { thresholds, accepted, minAlpha, maxAlpha } = settings;
  const firstThreshold = compilePatterns(thresholds.map((threshold) => threshold.layers));
  const firstAcceptance = compilePatterns(accepted.map((acceptance) => acceptance.layers));
  return (name) => {
    const threshold = thresholds[firstThreshold(name)];
    return {
      minAlpha: threshold?.['min-alpha'] ?? minAlpha,
      maxAlpha: threshold?.['max-alpha'] ?? maxAlpha,
      acceptedAlpha: accepted[firstAcceptance(name)]?.alpha,
    };
  };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

function judgeLayer(layer: LayerDetails, comparison: Comparison, settings: GateSettings): Judgement {
  const { sigma, status } = layer;
  const alpha = fittedAlpha(layer);
  if (isNotFinite(status)) return { verdict: 'fail', reason: `not finite: ${statusReason(status)}` };
  if (alpha === null || sigma === null)
    return { verdict: 'inconclusive', reason: statusReason(status) ?? 'there is no power law' };

  const { minAlpha, maxAlpha } = comparison;
  const outOfBounds =
    (alpha < minAlpha && `alpha ${formatAlpha(alpha, minAlpha)} is below ${minAlpha}`) ||
    (alpha > maxAlpha && `alpha ${formatAlpha(alpha, maxAlpha)} is above ${maxAlpha}`) ||
    undefined;
  const drop = whatDropped(alpha, comparison, settings);
  const doubt = whyUnreliable(layer, settings);
  if (doubt !== undefined && (outOfBounds ?? drop) !== undefined) {
    return { verdict: 'inconclusive', reason: `${outOfBounds ?? drop}, but ${doubt}` };
  }
  if (drop !== undefined) return { verdict: 'fail', reason: drop };
  if (outOfBounds === undefined) return { verdict: 'pass', reason: inBounds(alpha, comparison) };
  if (alpha > maxAlpha) return { verdict: 'warn', reason: withLabel(outOfBounds, layer, comparison) };
  return judgeBelow(
    alpha,
    sigma,
    { problem: outOfBounds, labelled: withLabel(outOfBounds, layer, comparison) },
    comparison,
    settings,
  );
}

/** A layer below its threshold whose alpha can be relied on: what speaks for it before it fails. */
function judgeBelow(
  alpha: number,
  sigma: number,
  { problem, labelled }: { readonly problem: string; readonly labelled: string },
  { minAlpha, acceptedAlpha, alphaBefore }: Comparison,
  { confidence, epsilon, failOn }: GateSettings,
): Judgement {
  if (acceptedAlpha !== undefined) {
    return alpha >= acceptedAlpha - epsilon
      ? { verdict: 'warn', reason: `${problem}, which is accepted down to ${acceptedAlpha}` }
      : { verdict: 'fail', reason: `${problem} and has fallen below the ${acceptedAlpha} that is accepted` };
  }
  if (alpha + confidence * sigma >= minAlpha) {
    return {
      verdict: 'warn',
      reason: `${problem}, but by less than ${confidence}·sigma (sigma ${formatNumber(sigma)})`,
    };
  }
  if (failOn === 'none') return { verdict: 'warn', reason: `${labelled}, but fail-on is none` };
  if (failOn === 'new' && alphaBefore !== null && alphaBefore < minAlpha + epsilon) {
    return { verdict: 'warn', reason: `${problem}, as in the baseline (${formatNumber(alphaBefore)})` };
  }
  return { verdict: 'fail', reason: labelled };
}

/** The theory's word for the alpha, where it has one: thresholds are the user's, the words are not. */
function withLabel(problem: string, layer: LayerDetails, bounds: Bounds): string {
  const { warning, trust } = layer;
  if (warning === '' || isFinger(layer, bounds)) return problem;
  if (warning === 'over-trained' && trust === 'none') return problem;
  return `${problem}: ${warning === 'over-trained' ? 'over-trained' : 'hardly trained'}`;
}

function whatDropped(
  alpha: number,
  { delta, alphaBefore }: Comparison,
  settings: GateSettings,
): string | undefined {
  const { maxAlphaDrop, epsilon } = settings;
  if (maxAlphaDrop === null || delta === null || -delta <= maxAlphaDrop + epsilon) return undefined;
  const by = formatNumber(-delta);
  return `alpha ${formatNumber(alpha)} is ${by} lower than the baseline's ${formatNumber(alphaBefore!)}, more than ${maxAlphaDrop}`;
}

function inBounds(alpha: number, { minAlpha, maxAlpha, acceptedAlpha }: Comparison): string {
  const reason = `alpha ${formatNumber(alpha)} lies within ${minAlpha} and ${maxAlpha}`;
  return acceptedAlpha === undefined
    ? reason
    : `${reason}: it has recovered, and its entry under accepted can go`;
}

const TRUST_ORDER: readonly TrustLabel[] = ['none', 'low', 'medium', 'high'];

/** How far alpha can be relied on, and what speaks against it, where that is known. */
function wordsOfTrust({ trust, trust_reasons: [weightiest] }: LayerDetails): string[] {
  if (trust === null) return [];
  return [weightiest === undefined ? `trust ${trust}` : `trust ${trust}: ${weightiest}`];
}

/** Why an alpha that is out of bounds says nothing about training, or undefined when it does. */
function whyUnreliable(layer: LayerDetails, settings: GateSettings): string | undefined {
  const { fewestEigenvalues, maxKsDistance, minPValue, leastTrust } = settings;
  const nonzero = Math.min(layer.num_evals, layer.matrix_rank ?? 0);
  if (nonzero < fewestEigenvalues) {
    return `${nonzero} nonzero eigenvalues are fewer than the ${fewestEigenvalues} that a judgement needs`;
  }
  if (layer.D !== null && layer.D > maxKsDistance) {
    return `the fit's distance D ${formatNumber(layer.D)} is larger than ${maxKsDistance}`;
  }
  if (layer.p_value !== null && layer.p_value < minPValue) {
    return `the p-value ${formatNumber(layer.p_value)} of its fit is smaller than ${minPValue}`;
  }
  if (layer.trust !== null && TRUST_ORDER.indexOf(layer.trust) < TRUST_ORDER.indexOf(leastTrust)) {
    return `trust in it is ${layer.trust}, lower than ${leastTrust}`;
  }
  return undefined;
}

function judgeModel(
  layers: readonly JudgedLayer[],
  { onInconclusive }: GateSettings,
): Pick<ModelVerdict, 'verdict' | 'passed' | 'reason'> {
  const of = (verdict: Verdict) => layers.filter((layer) => layer.verdict === verdict).length;
  const [failing, inconclusive, warning] = [of('fail'), of('inconclusive'), of('warn')];
  const ofLayers = `of ${count(layers.length, 'layer')}`;

  if (failing > 0) {
    return {
      verdict: 'fail',
      passed: false,
      reason: `${failing} ${ofLayers} ${failing === 1 ? 'fails' : 'fail'}`,
    };
  }
  if (inconclusive === layers.length) {
    const passed = onInconclusive === 'pass';
    return { verdict: 'inconclusive', passed, reason: `none ${ofLayers} could be judged` };
  }
  if (warning + inconclusive > 0) {
    const parts = [
      warning > 0 && `${warning} out of bounds`,
      inconclusive > 0 && `${inconclusive} inconclusive`,
    ].filter(Boolean);
    return {
      verdict: 'warn',
      passed: true,
      reason: `no layer fails, but ${parts.join(' and ')} ${ofLayers}`,
    };
  }
  return { verdict: 'pass', passed: true, reason: `every layer's alpha lies within its bounds` };
}
