import { compilePatterns } from '../layers/name-pattern.ts';
import type { LayerDetails } from '../metrics/details.ts';
import { isNotFinite, statusReason } from '../metrics/status.ts';
import type { Settings } from '../settings/schema.ts';
import type { JudgedLayer, ModelVerdict, Verdict } from './verdict.ts';

/** The settings that the gate looks at. */
export type GateSettings = Pick<
  Settings,
  | 'minAlpha'
  | 'maxAlpha'
  | 'thresholds'
  | 'confidence'
  | 'fewestEigenvalues'
  | 'maxKsDistance'
  | 'onInconclusive'
>;

/**
 * Judges every layer and from them the model. A layer fails when its alpha is below its threshold and the number
 * can be relied on; a layer that cannot be judged is `inconclusive`, which warns.
 *
 * @param layers at least one.
 */
export function judge(layers: readonly LayerDetails[], settings: GateSettings): ModelVerdict {
  const boundsOf = boundsByName(settings);
  const judged = layers.map((layer): JudgedLayer => {
    const bounds = boundsOf(layer.longname);
    const { verdict, reason } = judgeLayer(layer, bounds, settings);
    return { ...layer, verdict, reasons: [reason], threshold: bounds.minAlpha, delta: null };
  });
  return { ...judgeModel(judged, settings), layers: judged };
}

interface Bounds {
  readonly minAlpha: number;
  readonly maxAlpha: number;
}

function boundsByName({ thresholds, minAlpha, maxAlpha }: GateSettings): (name: string) => Bounds {
  const firstMatch = compilePatterns(thresholds.map((threshold) => threshold.layers));
  return (name) => {
    const threshold = thresholds[firstMatch(name)];
    return { minAlpha: threshold?.['min-alpha'] ?? minAlpha, maxAlpha: threshold?.['max-alpha'] ?? maxAlpha };
  };
}

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
}

function judgeLayer(layer: LayerDetails, { minAlpha, maxAlpha }: Bounds, settings: GateSettings): Judgement {
  const { alpha, sigma, status } = layer;
  if (isNotFinite(status)) return { verdict: 'fail', reason: `not finite: ${statusReason(status)}` };
  if (alpha === null || sigma === null)
    return { verdict: 'inconclusive', reason: statusReason(status) ?? status };

  const shown = format(alpha, alpha < minAlpha ? minAlpha : maxAlpha);
  if (alpha >= minAlpha && alpha <= maxAlpha) {
    return { verdict: 'pass', reason: `alpha ${shown} lies within ${minAlpha} and ${maxAlpha}` };
  }
  const below = alpha < minAlpha;
  const problem = below ? `alpha ${shown} is below ${minAlpha}` : `alpha ${shown} is above ${maxAlpha}`;
  const doubt = whyUnreliable(layer, settings);
  if (doubt !== undefined) return { verdict: 'inconclusive', reason: `${problem}, but ${doubt}` };
  if (!below) return { verdict: 'warn', reason: `${problem}: hardly trained` };

  const { confidence } = settings;
  if (alpha + confidence * sigma >= minAlpha) {
    return {
      verdict: 'warn',
      reason: `${problem}, but by less than ${confidence}·sigma (sigma ${format(sigma)})`,
    };
  }
  return { verdict: 'fail', reason: `${problem}: over-trained` };
}

/** Why an alpha that is out of bounds says nothing about training, or undefined when it does. */
function whyUnreliable(
  layer: LayerDetails,
  { fewestEigenvalues, maxKsDistance }: GateSettings,
): string | undefined {
  const nonzero = Math.min(layer.num_evals, layer.matrix_rank ?? 0);
  if (nonzero < fewestEigenvalues) {
    return `${nonzero} nonzero eigenvalues are fewer than the ${fewestEigenvalues} that a judgement needs`;
  }
  if (layer.D !== null && layer.D > maxKsDistance) {
    return `the fit's distance D ${format(layer.D)} is larger than ${maxKsDistance}`;
  }
  return undefined;
}

function judgeModel(
  layers: readonly JudgedLayer[],
  { onInconclusive }: GateSettings,
): Pick<ModelVerdict, 'verdict' | 'passed' | 'reason'> {
  const count = (verdict: Verdict) => layers.filter((layer) => layer.verdict === verdict).length;
  const [failing, inconclusive, warning] = [count('fail'), count('inconclusive'), count('warn')];
  const ofLayers = `of ${layers.length} layer${layers.length === 1 ? '' : 's'}`;

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
      warning > 0 && `${warning} above max-alpha`,
      inconclusive > 0 && `${inconclusive} inconclusive`,
    ];
    return {
      verdict: 'warn',
      passed: true,
      reason: `no layer fails, but ${parts.filter(Boolean).join(' and ')} ${ofLayers}`,
    };
  }
  return { verdict: 'pass', passed: true, reason: `every layer's alpha lies within its bounds` };
}

/** Four significant digits, or as many more as it takes to tell the value from its bound. */
function format(value: number, bound?: number): string {
  let digits = 4;
  while (digits < 17 && value !== bound && Number(value.toPrecision(digits)) === bound) digits++;
  return Number(value.toPrecision(digits)).toString();
}
