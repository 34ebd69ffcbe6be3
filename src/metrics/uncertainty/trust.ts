import type { PowerLawFit } from '../power-law.ts';
import { ALTERNATIVES, type Alternative, type Comparisons } from './alternatives/compare.ts';
import type { GoodnessOfFit } from './goodness-of-fit.ts';
import type { NullAlpha } from './null-alpha.ts';
import type { XminStability } from './xmin-stability.ts';

/**
 * How far a layer's alpha can be relied on. `none`: the layer is not distinguishable from its own weights in random order,
 * so that alpha says nothing of what it learned. The least comes first.
 */
export const TRUST_LABELS = ['none', 'low', 'medium', 'high'] as const;

export type TrustLabel = (typeof TRUST_LABELS)[number];

export interface Trust {
  readonly label: TrustLabel;
  /** What keeps the label from being higher, the weightiest first; empty for `high`. */
  readonly reasons: readonly string[];
}

export interface Evidence {
  readonly fit: PowerLawFit;
  readonly goodnessOfFit: GoodnessOfFit;
  readonly stability: XminStability;
  readonly alternatives: Comparisons;
  /** Undefined where the layer was not compared with shuffles of itself. */
  readonly nullAlpha: Pick<NullAlpha, 'alphas' | 'pValue' | 'separation'> | undefined;
}

/** Thresholds, explained in docs/statistics.md, "Trust". */
export const TRUST = {
  /** A layer whose `separation` is smaller is noise. */
  noiseBelowSeparation: 2,
  /** Alpha is no lower than chance gives it where the null's p-value is larger. */
  chanceAboveP: 0.2,
  /** Values in the tail. */
  lowBelowTail: 20,
  mediumBelowTail: 50,
  /** p-values of the goodness of fit and of alternatives that are held to be significant. */
  significance: 0.1,
  /** Where the goodness of fit is significant, a tail that is nowhere this far from the fit is still near a power law. */
  nearBelowD: 0.1,
  /** By which factor alpha − 1 depends on the start of the tail. */
  lowAboveRatio: 2,
  mediumAboveRatio: 1.5,
} as const;

/** A reason for a label no higher than `cap`. */
interface Doubt {
  readonly cap: Exclude<TrustLabel, 'high'>;
  readonly reason: string;
}

const NAMES: Readonly<Record<Alternative, string>> = {
  exponential: 'an exponential distribution',
  lognormal: 'a log-normal distribution',
  truncated_power_law: 'a power law with a cut-off',
  stretched_exponential: 'a stretched exponential',
};

/** One label from all that is known about the fit: the lowest that one of the doubts allows. */
export function judgeTrust(evidence: Evidence): Trust {
  const doubts = [
    doubtNoise(evidence),
    doubtSize(evidence),
    doubtFit(evidence),
    doubtStability(evidence),
    doubtShape(evidence),
  ]
    .filter((doubt) => doubt !== undefined)
    .sort((a, b) => TRUST_LABELS.indexOf(a.cap) - TRUST_LABELS.indexOf(b.cap));
  return { label: doubts[0]?.cap ?? 'high', reasons: doubts.map(({ reason }) => reason) };
}

function doubtNoise({ nullAlpha }: Evidence): Doubt | undefined {
  if (nullAlpha === undefined) {
    return { cap: 'medium', reason: 'it was not compared with its own weights in random order' };
  }
  const { alphas, pValue, separation } = nullAlpha;
  if (!(separation >= TRUST.noiseBelowSeparation)) {
    return {
      cap: 'none',
      reason: 'not distinguishable from a shuffled layer: its own weights in random order have this spectrum',
    };
  }
  if (alphas.length > 0 && pValue > TRUST.chanceAboveP) {
    const range = `${short(alphas[0]!)} to ${short(alphas.at(-1)!)}`;
    return { cap: 'low', reason: `its own weights in random order have an alpha as low (${range})` };
  }
  return undefined;
}

function doubtSize({ fit: { tail, sigma } }: Evidence): Doubt | undefined {
  const reason = `only ${tail} eigenvalues in the tail (alpha ± ${short(sigma)})`;
  if (tail < TRUST.lowBelowTail) return { cap: 'low', reason };
  return tail < TRUST.mediumBelowTail ? { cap: 'medium', reason } : undefined;
}

function doubtFit({ fit: { D }, goodnessOfFit: { pValue } }: Evidence): Doubt | undefined {
  if (pValue >= TRUST.significance) return undefined;
  const facts = `${pText(pValue)}, D = ${short(D)}`;
  return D < TRUST.nearBelowD
    ? { cap: 'medium', reason: `its tail is near a power law, but not one (${facts})` }
    : { cap: 'low', reason: `its tail is not a power law (${facts})` };
}

function doubtStability({ stability: { lowest, highest, ratio } }: Evidence): Doubt | undefined {
  if (!(ratio > TRUST.mediumAboveRatio)) return undefined;
  return {
    cap: ratio > TRUST.lowAboveRatio ? 'low' : 'medium',
    reason: `alpha depends on where the tail begins: ${short(lowest)} to ${short(highest)} for nearly as good fits`,
  };
}

function doubtShape({ alternatives }: Evidence): Doubt | undefined {
  const isBetter = (name: Alternative) =>
    alternatives[name].R < 0 && alternatives[name].p < TRUST.significance;
  const ratio = (name: Alternative) => alternatives[name].logLikelihoodRatio;
  const [best] = ALTERNATIVES.filter(isBetter).sort((a, b) => ratio(a) - ratio(b));
  if (best === undefined) return undefined;
  if (isBetter('exponential')) {
    return {
      cap: 'low',
      reason: `its tail is not heavy: an exponential distribution is more likely (${pText(alternatives.exponential.p)})`,
    };
  }
  return { cap: 'medium', reason: `${NAMES[best]} is more likely (${pText(alternatives[best].p)})` };
}

function pText(p: number): string {
  return p < 0.001 ? 'p < 0.001' : `p = ${short(p)}`;
}

/** Three significant digits at most. */
function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}
