import { fittedAlpha } from '../../metrics/fitted-alpha.ts';
import { VERDICTS, type Verdict } from '../../verdict/verdict.ts';
import type { Mark, Plot } from './plot.ts';

export interface PlottedAlpha {
  readonly alpha: number | null;
  readonly delta: number | null;
  readonly verdict: Verdict;
}

export interface AlphaBounds {
  readonly minAlpha: number;
  readonly maxAlpha: number;
}

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

/** Of each layer its alpha, in the model's order, between the bounds. */
export function alphaByDepth(layers: readonly PlottedAlpha[], bounds: AlphaBounds): Plot {
  const shown = layers.flatMap((layer, index) => {
    const alpha = fittedAlpha(layer);
    const { delta, verdict } = layer;
    return alpha === null ? [] : [{ index: index + 1, alpha, delta, verdict }];
  });
  const before = shown.flatMap(({ index, alpha, delta }) =>
    delta === null ? [] : [[index, alpha - delta] as const],
  );
  const top = topOf(
    [...shown.map(({ alpha }) => alpha), ...before.map(([, alpha]) => alpha)],
    bounds.maxAlpha,
  );
  return {
    title: 'Alpha by depth',
    description: `${describe(shown)} Bounds are ${bounds.minAlpha} and ${bounds.maxAlpha}.`,
    x: { label: 'layer', scale: 'linear', domain: [0.5, layers.length + 0.5], whole: true },
    y: { label: 'alpha', scale: 'linear', domain: [Math.min(1, bounds.minAlpha), top] },
    marks: [
      ...boundLines('horizontal', bounds),
      ...(before.length === 0
        ? []
        : [{ kind: 'line', role: 'baseline', points: before, label: 'baseline' } as const]),
      // The gravest lie over the others.
      ...VERDICTS.toReversed().flatMap((role): Mark[] => {
        const points = shown
          .filter(({ verdict }) => verdict === role)
          .map(({ index, alpha }) => [index, alpha] as const);
        return points.length === 0 ? [] : [{ kind: 'points', role, points, label: role }];
      }),
    ],
    size: [760, 300],
  };
}

const BINS = 40;

/** How many layers have which alpha. */
export function alphaHistogram(layers: readonly PlottedAlpha[], bounds: AlphaBounds): Plot {
  const alphas = layers.flatMap(({ alpha }) => alpha ?? []);
  const from = Math.min(1, bounds.minAlpha);
  const to = topOf(alphas, bounds.maxAlpha);
  const counts = new Array<number>(BINS).fill(0);
  for (const alpha of alphas) {
    const bin = Math.floor(((alpha - from) / (to - from)) * BINS);
    counts[Math.min(Math.max(bin, 0), BINS - 1)]!++;
  }
  const step = (to - from) / BINS;
  return {
    title: 'Alpha histogram',
    description: `${describe(alphas.map((alpha) => ({ alpha })))} Bounds are ${bounds.minAlpha} and ${bounds.maxAlpha}.`,
    x: { label: 'alpha', scale: 'linear', domain: [from, to] },
    y: { label: 'layers', scale: 'linear', domain: [0, Math.max(1, ...counts)], whole: true },
    marks: [
      {
        kind: 'bars',
        role: 'data',
        bars: counts.flatMap((height, index) =>
          height === 0 ? [] : [{ from: from + index * step, to: from + (index + 1) * step, height }],
        ),
      },
      ...boundLines('vertical', bounds),
    ],
    size: [360, 300],
  };
}

function boundLines(kind: 'vertical' | 'horizontal', { minAlpha, maxAlpha }: AlphaBounds): Mark[] {
  return [minAlpha, maxAlpha].map((at) =>
    kind === 'vertical' ? { kind, role: 'bound', x: at } : { kind, role: 'bound', y: at },
  );
}

/** The end of an axis of alphas. */
export function topOf(alphas: readonly number[], maxAlpha: number): number {
  const highest = alphas.reduce((most, alpha) => Math.max(most, alpha), 0);
  return Math.max(maxAlpha * 1.1, Math.min(highest * 1.05, maxAlpha * HIGHEST_SHOWN));
}

function describe(shown: readonly { readonly alpha: number }[]): string {
  if (shown.length === 0) return 'No layer has an alpha.';
  const alphas = shown.map(({ alpha }) => alpha);
  const [least, most] = [alphas.reduce((a, b) => Math.min(a, b)), alphas.reduce((a, b) => Math.max(a, b))];
  return `Alpha of ${shown.length} layers, from ${least.toFixed(2)} to ${most.toFixed(2)}.`;
}
