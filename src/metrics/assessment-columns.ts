import type { SpectrumEngine } from '../spectrum/engine.ts';
import type { AnalysisModes } from './analysis-modes.ts';
import type { LayerDetails } from './details.ts';
import { fittedAlpha } from './fitted-alpha.ts';
import type { LayerTask } from './layer-task.ts';
import type { PowerLawFit } from './power-law.ts';
import { findOutliers } from './symptoms/outliers.ts';
import { assessAlpha } from './uncertainty/assess-alpha.ts';
import type { LayerSpectrum } from './uncertainty/null-alpha.ts';

/** Replicas of the bootstrap at most; it stops as soon as p is known well enough. */
const REPLICAS = 1000;

/** Shuffles that a layer is compared with. */
const SHUFFLES = 5;

/** A layer with more elements is not shuffled: it would take minutes. */
const MOST_SHUFFLED_ELEMENTS = 4_000_000;

type AssessmentColumns = Pick<
  LayerDetails,
  'p_value' | 'trust' | 'trust_reasons' | 'outliers' | 'alpha_without_outliers' | 'correlation_traps'
>;

export const NOT_ASSESSED: AssessmentColumns = {
  p_value: null,
  trust: null,
  trust_reasons: [],
  outliers: null,
  alpha_without_outliers: null,
  correlation_traps: null,
};

/** Whether the fit is the one that bootstrap and shuffles repeat. */
function isPlainFit({ fit, plPackage, xmax, fixFingers }: AnalysisModes): boolean {
  return fit === 'PL' && plPackage === 'ww' && xmax === 0 && fixFingers === 'off';
}

/** How far alpha can be relied on and what may be behind it, for layers of which somebody is going to ask. */
export function assessmentColumns(
  engine: SpectrumEngine,
  { assess, modes, longname, product, rule }: LayerTask,
  layer: Omit<LayerSpectrum, 'alpha'>,
  usable: Float64Array,
  fit: PowerLawFit | undefined,
): AssessmentColumns {
  if (assess === undefined || !isPlainFit(modes)) return NOT_ASSESSED;
  if (fit === undefined || fittedAlpha(fit) === null) return NOT_ASSESSED;
  if (fit.alpha >= assess.minAlpha && fit.alpha <= assess.maxAlpha) return NOT_ASSESSED;
  // A product's own elements are not there to be shuffled, and only layers' own eigenvalues have been looked at.
  const isShuffled = product === undefined && rule.eigenvalues === 'squares' && rule.inverse === 'none';
  const elements = layer.matrices.reduce((sum, { rows, cols }) => sum + rows * cols, 0);
  const options = {
    seed: assess.seed,
    replicas: REPLICAS,
    shuffles: isShuffled && elements <= MOST_SHUFFLED_ELEMENTS ? SHUFFLES : 0,
  };
  const { goodnessOfFit, trust, nullAlpha } = assessAlpha(engine, longname, layer, usable, fit, options);
  const outliers = findOutliers(usable);
  return {
    p_value: goodnessOfFit.pValue,
    trust: trust.label,
    trust_reasons: trust.reasons,
    outliers: outliers?.count ?? 0,
    alpha_without_outliers: outliers?.fit.alpha ?? null,
    correlation_traps: nullAlpha?.traps ?? null,
  };
}
