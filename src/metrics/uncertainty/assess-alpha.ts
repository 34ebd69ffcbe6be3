import type { SpectrumEngine } from '../../spectrum/engine.ts';
import type { PowerLawFit } from '../power-law.ts';
import { compareAlternatives } from './alternatives/compare.ts';
import { DEFAULT_GOODNESS_OF_FIT, goodnessOfFit } from './goodness-of-fit.ts';
import { type LayerSpectrum, type NullAlpha, nullAlpha } from './null-alpha.ts';
import { randomStream } from './random.ts';
import { type Evidence, judgeTrust, type Trust } from './trust.ts';
import { xminStability } from './xmin-stability.ts';

export interface AssessmentOptions {
  /** The same seed gives the same numbers, whatever the order of layers and the number of threads. */
  readonly seed: number;
  /** The most replicas of the bootstrap, at least 1. */
  readonly replicas: number;
  /** How many shuffles to compare with: 0 for none, else at least 2. */
  readonly shuffles: number;
}

/** All that is known about how far a layer's alpha can be relied on. */
export interface Assessment extends Evidence {
  readonly nullAlpha: NullAlpha | undefined;
  readonly trust: Trust;
}

/**
 * Asks everything there is to ask of one layer's alpha.
 *
 * @param name the layer's name; random numbers depend on it.
 * @param usable the eigenvalues that were fitted, ascending.
 * @param fit `fitPowerLaw(usable)`.
 * @throws NumericError when the engine cannot vouch for a shuffle's spectrum.
 */
export function assessAlpha(
  engine: SpectrumEngine,
  name: string,
  layer: Omit<LayerSpectrum, 'alpha'>,
  usable: Float64Array,
  fit: PowerLawFit,
  { seed, replicas, shuffles }: AssessmentOptions,
): Assessment {
  const bootstrap = { ...DEFAULT_GOODNESS_OF_FIT, replicas };
  const evidence = {
    fit,
    goodnessOfFit: goodnessOfFit(usable, fit, randomStream(seed, name, 'goodness of fit'), bootstrap),
    stability: xminStability(usable, fit),
    alternatives: compareAlternatives(usable, fit.xmin),
    nullAlpha:
      shuffles === 0
        ? undefined
        : nullAlpha(engine, { ...layer, alpha: fit.alpha }, randomStream(seed, name, 'shuffles'), {
            shuffles,
          }),
  };
  return { ...evidence, trust: judgeTrust(evidence) };
}
