import { fittedAlpha } from '../../metrics/fitted-alpha.ts';
import { type AlphaBounds, VERDICTS } from '../../verdict/verdict.ts';
import type { ReportLayer } from '../report.ts';
import { alphaAxis, boundLines, inWords } from './alpha-axis.ts';
import { ifAny, type Plot } from './plot.ts';

type PlottedAlpha = Pick<ReportLayer, 'alpha' | 'delta' | 'verdict'>;

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
  const alphas = shown.map(({ alpha }) => alpha);
  return {
    title: 'Alpha by depth',
    description: `${describe(alphas)} ${inWords(bounds)}`,
    x: { label: 'layer', scale: 'linear', domain: [0.5, layers.length + 0.5], whole: true },
    y: alphaAxis([...alphas, ...before.map(([, alpha]) => alpha)], bounds),
    marks: [
      ...boundLines('horizontal', bounds),
      ...ifAny({ kind: 'line', role: 'baseline', points: before, label: 'baseline' }),
      // The gravest lie over the others.
      ...VERDICTS.toReversed().flatMap((role) => {
        const points = shown
          .filter(({ verdict }) => verdict === role)
          .map(({ index, alpha }) => [index, alpha] as const);
        return ifAny({ kind: 'points', role, points, label: role });
      }),
    ],
    size: [760, 300],
  };
}

const BINS = 40;

/** How many layers have which alpha. */
export function alphaHistogram(layers: readonly PlottedAlpha[], bounds: AlphaBounds): Plot {
  const alphas = layers.flatMap((layer) => fittedAlpha(layer) ?? []);
  const x = alphaAxis(alphas, bounds);
  const [from, to] = x.domain;
  const counts = new Array<number>(BINS).fill(0);
  for (const alpha of alphas) {
    const bin = Math.floor(((alpha - from) / (to - from)) * BINS);
    counts[Math.min(Math.max(bin, 0), BINS - 1)]!++;
  }
  const step = (to - from) / BINS;
  return {
    title: 'Alpha histogram',
    description: `${describe(alphas)} ${inWords(bounds)}`,
    x,
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

function describe(alphas: readonly number[]): string {
  if (alphas.length === 0) return 'No layer has an alpha.';
  const [least, most] = [alphas.reduce((a, b) => Math.min(a, b)), alphas.reduce((a, b) => Math.max(a, b))];
  return `Alpha of ${alphas.length} layers, from ${least.toFixed(2)} to ${most.toFixed(2)}.`;
}
