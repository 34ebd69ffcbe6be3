import { describe, expect, test } from '@jest/globals';
import { fitPowerLaw } from '../../../../src/metrics/power-law.ts';
import { compareAlternatives } from '../../../../src/metrics/uncertainty/alternatives/compare.ts';
import { type AssessmentOptions, assessAlpha } from '../../../../src/metrics/uncertainty/assess-alpha.ts';
import { goodnessOfFit } from '../../../../src/metrics/uncertainty/goodness-of-fit.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { judgeTrust } from '../../../../src/metrics/uncertainty/trust.ts';
import { xminStability } from '../../../../src/metrics/uncertainty/xmin-stability.ts';
import type { MatrixView } from '../../../../src/spectrum/engine.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { normalMatrix, viewOf } from '../../../support/matrices.ts';
import { paretoSample } from './pareto-sample.ts';
import { plantedMatrix } from './planted-matrix.ts';

const OPTIONS: AssessmentOptions = { seed: 1, replicas: 200, shuffles: 10 };

describe('assessAlpha', () => {
  test.each([
    [16, 12],
    [40, 20],
    [64, 30],
    [64, 64],
    [50, 400],
    [200, 300],
  ])('calls a Gaussian %p × %p matrix noise', (rows, cols) => {
    const shuffles = rows === 200 ? 3 : OPTIONS.shuffles;
    const { trust } = assess('noise', viewOf(normalMatrix(rows, cols, 5), 'F32'), { ...OPTIONS, shuffles });
    expect(trust.label).toBe('none');
    expect(trust.reasons[0]).toContain('not distinguishable from a shuffled layer');
  });

  test('trusts a planted heavy tail', () => {
    const { trust, fit } = assess('planted', viewOf(plantedMatrix(300, 1.8, 3)), { ...OPTIONS, shuffles: 4 });
    expect(Math.abs(fit.alpha - 1.8)).toBeLessThan(3 * fit.sigma);
    expect(trust).toEqual({ label: 'high', reasons: [] });
  });

  test('trusts four of five samples of a power law, and no sample without a tail', () => {
    const labelOf = (values: Float64Array, seed: number) => {
      const fit = fitPowerLaw(values)!;
      return judgeTrust({
        fit,
        goodnessOfFit: goodnessOfFit(values, fit, randomStream(seed, '', ''), {
          replicas: 100,
          sufficient: 25,
        }),
        stability: xminStability(values, fit),
        alternatives: compareAlternatives(values, fit.xmin),
        nullAlpha: { alphas: [5, 6, 7, 8, 9], pValue: 1 / 6, separation: 50 },
      }).label;
    };
    const planted = Array.from({ length: 20 }, (_, seed) =>
      labelOf(paretoSample(randomStream(seed, '', 'planted'), 200, 1.8), seed),
    );
    expect(planted.filter((label) => label === 'high').length).toBeGreaterThanOrEqual(16);

    const even = Array.from({ length: 10 }, (_, seed) => {
      const random = randomStream(seed, '', 'even');
      return labelOf(Float64Array.from({ length: 200 }, () => 1 + random.uniform()).sort(), seed);
    });
    expect(even).not.toContain('high');
  });

  test('depends on the seed and the name of the layer, and on nothing else', () => {
    const view = viewOf(normalMatrix(30, 20, 1));
    const first = assess('a', view, OPTIONS);
    assess('b', view, OPTIONS);
    expect(assess('a', view, OPTIONS)).toEqual(first);
    expect(assess('b', view, OPTIONS).nullAlpha).not.toEqual(first.nullAlpha);
    expect(assess('a', view, { ...OPTIONS, seed: 2 }).nullAlpha).not.toEqual(first.nullAlpha);
  });

  test('compares with no shuffles where none are asked for', () => {
    const assessment = assess('a', viewOf(normalMatrix(30, 20, 1)), { ...OPTIONS, shuffles: 0 });
    expect(assessment.nullAlpha).toBeUndefined();
    expect(assessment.trust.reasons).toContain('it was not compared with its own weights in random order');
  });
});

function assess(name: string, view: MatrixView, options: AssessmentOptions) {
  const engine = createWasmEngine();
  const eigenvalues = engine.singularValues(view).map((value) => value * value);
  const { bytes, dtype, rows, cols } = view;
  const layer = { bytes, dtype, matrices: [view], scale: 1, N: Math.max(rows, cols), eigenvalues };
  const usable = eigenvalues.filter((value) => value > 1e-5);
  return assessAlpha(engine, name, layer, usable, fitPowerLaw(usable)!, options);
}
