import { describe, expect, test } from '@jest/globals';
import { alphaByDepth, alphaHistogram } from '../../../../src/report/plots/model-plots.ts';
import { drawPlot, type Mark } from '../../../../src/report/plots/plot.ts';
import { spectrumPlots } from '../../../../src/report/plots/spectrum-plots.ts';
import { plottedLayer } from '../../../support/plotted-model.ts';
import { reportLayer } from '../../../support/report-builder.ts';

const marksOf = <Kind extends Mark['kind']>(marks: readonly Mark[], kind: Kind) =>
  marks.filter((mark): mark is Mark & { kind: Kind } => mark.kind === kind);

describe('plots of a spectrum', () => {
  const layer = plottedLayer(2.5);

  test('are five where there is a fit, and none without curves', () => {
    const esds = ['log-log', 'log-linear', 'linear'];
    expect(Object.keys(spectrumPlots(layer))).toEqual([...esds, 'ks-distance', 'alpha-over-xmin']);
    expect(spectrumPlots(reportLayer())).toEqual({});
    expect(Object.keys(spectrumPlots({ ...layer, alpha: null, xmin: null }))).toEqual(esds);
  });

  test('show the density, which adds up to one, and a line of slope −alpha through its tail', () => {
    const { marks } = spectrumPlots(layer)['log-log']!;
    const [points] = marksOf(marks, 'points');
    const { from, to, counts } = layer.curves!.log_bins;
    const step = (to - from) / counts.length;
    const mass = points!.points.reduce(
      (sum, [x, density]) => sum + density * x * (10 ** (step / 2) - 10 ** (-step / 2)),
      0,
    );
    expect(mass).toBeCloseTo(1, 6);
    const [[x1, y1], [x2, y2]] = marksOf(marks, 'line')[0]!.points as [[number, number], [number, number]];
    expect(Math.log(y2 / y1) / Math.log(x2 / x1)).toBeCloseTo(-layer.alpha!, 6);
    expect(x1).toBe(layer.xmin);
  });

  test('of curves that nobody could have computed are drawn, with few ticks', () => {
    const curves = {
      log_bins: { from: 309, to: -324, counts: [1, 0, 2] },
      bins: { to: -Infinity, counts: [0] },
      scan: { xmin: [-1, 0, Infinity], D: [Infinity, 1, 2], alpha: [-Infinity, 0, Infinity] },
    };
    for (const plot of Object.values(spectrumPlots({ ...layer, curves })))
      expect(drawPlot(plot).match(/class="grid"/g)?.length ?? 0).toBeLessThan(40);
  });

  test('mark the edges of the bulk where they are known', () => {
    const { marks } = spectrumPlots({ ...layer, bulk_max: 2, rand_bulk_max: 3 }).linear!;
    expect(marksOf(marks, 'vertical').map(({ x, label }) => [label, x])).toEqual([
      ['xmin', layer.xmin],
      ['MP edge', 2],
      ['rand. edge', 3],
    ]);
  });
});

describe('plots of the bulk', () => {
  const { curves, ...layer } = plottedLayer(2.5);
  const bins = { from: -2, to: 1, counts: new Array<number>(300).fill(1) };
  const curved = { ...layer, curves: { ...curves!, log_bins: bins, random_log_bins: { ...bins, to: 0.5 } } };

  test('are there only where the bulk was looked at', () => {
    expect(spectrumPlots({ ...layer, curves, bulk_max: 3 })['marchenko-pastur']).toBeUndefined();
    expect(spectrumPlots({ ...layer, curves }).randomized).toBeUndefined();
  });

  test.each([
    [0.1, 4],
    [1, 2],
    // Of a square matrix, whose bulk begins at 0: below the first bin lies a part of it.
    [0, 4],
  ])(
    'show the law of Marchenko and Pastur between %d and %d, whose shares add up to one',
    (bulk_min, bulk_max) => {
      const { marks } = spectrumPlots({ ...curved, bulk_min, bulk_max })['marchenko-pastur']!;
      const [law] = marksOf(marks, 'line');
      const total = law!.points.reduce((sum, [, share]) => sum + share / 2, 0);
      expect(total).toBeCloseTo(bulk_min === 0 ? 1 - 0.2 / Math.PI : 1, 3);
      const within = law!.points.filter(([, share]) => share > 0).map(([at]) => at);
      expect(Math.max(...within)).toBeLessThan(bulk_max * 1.03);
      expect(marksOf(marks, 'vertical').map(({ x }) => x)).toEqual([bulk_max]);
    },
  );

  test('show the spectrum of the weights in random order, with its edge', () => {
    const { marks } = spectrumPlots({ ...curved, rand_bulk_max: 2 }).randomized!;
    expect(marksOf(marks, 'line')[0]).toMatchObject({ role: 'random' });
    expect(marksOf(marks, 'line')[0]!.points).toHaveLength(600);
    expect(marksOf(marks, 'vertical').map(({ x }) => x)).toEqual([2]);
  });
});

describe('plots of a model', () => {
  const bounds = { minAlpha: 2, maxAlpha: 6 };
  const layers = [
    reportLayer({ alpha: 3, delta: -0.5 }),
    reportLayer({ alpha: null }),
    reportLayer({ alpha: 40, verdict: 'warn' }),
  ];

  test('have a point for each layer that has an alpha, the bounds, and the baseline', () => {
    const { marks, y } = alphaByDepth(layers, bounds);
    expect(marksOf(marks, 'points').map(({ role, points }) => [role, points])).toEqual([
      ['pass', [[1, 3]]],
      ['warn', [[3, 40]]],
    ]);
    expect(marksOf(marks, 'horizontal').map((mark) => mark.y)).toEqual([2, 6]);
    expect(marksOf(marks, 'line')[0]!.points).toEqual([[1, 3.5]]);
    expect(y.domain[1]).toBe(12);
  });

  test('count every layer that has an alpha, and not what WeightWatcher writes where there is none', () => {
    const literal = reportLayer({ alpha: -1 });
    const { marks, description } = alphaHistogram([...layers, literal], bounds);
    expect(description).toContain('Alpha of 2 layers, from 3.00 to 40.00.');
    const [bars] = marksOf(marks, 'bars');
    expect(bars!.bars.reduce((sum, { height }) => sum + height, 0)).toBe(2);
  });

  test('can be drawn of no layer at all', () => {
    expect(drawPlot(alphaByDepth([], bounds))).not.toMatch(/NaN|Infinity/);
    expect(drawPlot(alphaHistogram([], bounds))).not.toMatch(/NaN|Infinity/);
  });
});
