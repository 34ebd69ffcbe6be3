/** What charts and plots of alphas share; the comment's charts are drawn without a library of plots. */

import type { AlphaBounds } from '../../verdict/verdict.ts';
import type { Axis, Mark } from './plot.ts';

/** Where alpha lies in well-trained layers, for reports that do not say what they were held against. */
const DEFAULT_BOUNDS: AlphaBounds = { minAlpha: 2, maxAlpha: 6 };

/** The bounds that layers were held against, in general; some may have had others. */
export function boundsOf(settings: Readonly<Record<string, unknown>>): AlphaBounds {
  return {
    minAlpha: numberOr(settings['min-alpha'], DEFAULT_BOUNDS.minAlpha),
    maxAlpha: numberOr(settings['max-alpha'], DEFAULT_BOUNDS.maxAlpha),
  };
}

function numberOr(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : otherwise;
}

/** Alphas above this many times the upper bound are drawn at the edge: a few would flatten all others. */
const HIGHEST_SHOWN = 2;

export function boundLines(kind: 'vertical' | 'horizontal', { minAlpha, maxAlpha }: AlphaBounds): Mark[] {
  return [minAlpha, maxAlpha].map((at) =>
    kind === 'vertical' ? { kind, role: 'bound', x: at } : { kind, role: 'bound', y: at },
  );
}

export function inWords({ minAlpha, maxAlpha }: AlphaBounds): string {
  return `Bounds are ${minAlpha} and ${maxAlpha}.`;
}

/** An axis on which alphas and their bounds have room. */
export function alphaAxis(alphas: readonly number[], { minAlpha, maxAlpha }: AlphaBounds): Axis {
  const highest = alphas.reduce((most, alpha) => Math.max(most, alpha), 0);
  const top = Math.max(maxAlpha * 1.1, Math.min(highest * 1.05, maxAlpha * HIGHEST_SHOWN));
  return { label: 'alpha', scale: 'linear', domain: [Math.min(1, minAlpha), top] };
}
