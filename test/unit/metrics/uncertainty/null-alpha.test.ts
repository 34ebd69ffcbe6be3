import { describe, expect, test } from '@jest/globals';
import { fitPowerLaw } from '../../../../src/metrics/power-law.ts';
import { type NullAlphaOptions, nullAlpha } from '../../../../src/metrics/uncertainty/null-alpha.ts';
import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import type { MatrixView, SpectrumEngine } from '../../../../src/spectrum/engine.ts';
import { createWasmEngine } from '../../../../src/spectrum/wasm.ts';
import { normalMatrix, viewOf } from '../../../support/matrices.ts';
import { plantedMatrix } from './planted-matrix.ts';

describe('nullAlpha', () => {
  test('finds a planted heavy tail far from its shuffles, and its alpha below theirs', () => {
    const { alphas, pValue, separation } = compare(viewOf(plantedMatrix(60, 1.8, 1)), { shuffles: 5 });
    expect(alphas).toHaveLength(5);
    expect(alphas).toEqual([...alphas].sort((a, b) => a - b));
    expect(pValue).toBe(1 / 6);
    expect(separation).toBeGreaterThan(10);
  });

  test.each([
    [16, 12],
    [40, 20],
    [64, 64],
    [30, 90],
  ])(
    'finds %p × %p Gaussian matrices no farther from their shuffles than these are from each other',
    (rows, cols) => {
      const separations = Array.from({ length: 6 }, (_, seed) =>
        compare(viewOf(normalMatrix(rows, cols, seed + 1), 'F32'), { shuffles: 10 }),
      ).map(({ separation }) => separation);
      expect(Math.max(...separations)).toBeLessThan(2);
      expect(separations.some((separation) => separation < 1)).toBe(true);
    },
  );

  test('shuffles all matrices of a layer and pools their spectra', () => {
    const seen: MatrixView[] = [];
    const engine: Pick<SpectrumEngine, 'name' | 'singularValues'> = {
      name: 'reference',
      singularValues: (matrix) => {
        seen.push({ ...matrix, bytes: matrix.bytes.slice() });
        return Float64Array.of(seen.length, 2 * seen.length, 3 * seen.length);
      },
    };
    const matrix = { rows: 3, cols: 4, rowStride: 4, colStride: 1 };
    const { separation } = nullAlpha(
      engine,
      {
        bytes: new Uint8Array(24).map((_, i) => i),
        dtype: 'F8_E5M2',
        matrices: [
          { ...matrix, offset: 0 },
          { ...matrix, offset: 12 },
        ],
        scale: 2,
        N: 4,
        // The singular values that follow, times 2: 2 4 6 | 4 8 12, then 6 12 18 | 8 16 24.
        eigenvalues: Float64Array.of(2, 4, 4, 6, 8, 12).map((value) => value * value),
        alpha: 2,
      },
      randomStream(1, '', ''),
      { shuffles: 2 },
    );
    expect(seen.map(({ offset }) => offset)).toEqual([0, 12, 0, 12]);
    for (const { bytes, dtype } of seen) {
      expect(dtype).toBe('F8_E5M2');
      expect([...bytes.slice(0, 12)].sort((a, b) => a - b)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    }
    // Sorted, the shuffles are (2 4 4 6 8 12) and (6 8 12 16 18 24): 48 apart, and the layer 24 from their mean.
    expect(separation).toBeCloseTo(24 / 48, 12);
  });

  test('counts how many shuffles have an alpha as low', () => {
    // Each shuffle's spectrum is a power law of another exponent: ln of the eigenvalues are quantiles over alpha − 1.
    const exponents = [1.5, 2, 2.5, 3, 3.5];
    let shuffle = 0;
    const engine: Pick<SpectrumEngine, 'name' | 'singularValues'> = {
      name: 'reference',
      singularValues: () => {
        const alpha = exponents[shuffle++]!;
        return Float64Array.from({ length: 100 }, (_, i) =>
          Math.exp(-Math.log1p(-(i + 0.5) / 100) / (alpha - 1) / 2),
        );
      },
    };
    const layer = {
      bytes: new Uint8Array(100 * 100),
      dtype: 'F8_E5M2',
      matrices: [{ rows: 100, cols: 100, offset: 0, rowStride: 100, colStride: 1 }],
      scale: 1,
      N: 100,
      eigenvalues: new Float64Array(100).fill(1),
      alpha: 2.7,
    } as const;
    const { alphas, pValue } = nullAlpha(engine, layer, randomStream(1, '', ''), { shuffles: 5 });
    for (const [index, alpha] of alphas.entries())
      expect(Math.abs(alpha - exponents[index]!)).toBeLessThan(0.1);
    expect(pValue).toBe(4 / 6);
  });

  test('says nothing of alphas where shuffles have none', () => {
    const engine: Pick<SpectrumEngine, 'name' | 'singularValues'> = {
      name: 'reference',
      singularValues: () => Float64Array.of(1, 1, 1),
    };
    const view = viewOf(normalMatrix(3, 3, 1));
    const layer = { bytes: view.bytes, dtype: view.dtype, matrices: [view], scale: 1, N: 3 };
    const result = nullAlpha(
      engine,
      { ...layer, eigenvalues: Float64Array.of(1, 1, 1), alpha: 2 },
      randomStream(1, '', ''),
      { shuffles: 3 },
    );
    expect(result).toEqual({ alphas: [], pValue: 1, separation: 0, traps: 0 });
  });

  test('gives the same for the same seed', () => {
    const view = viewOf(normalMatrix(30, 20, 1));
    expect(compare(view, { shuffles: 3 })).toEqual(compare(view, { shuffles: 3 }));
  });
});

function compare(view: MatrixView, options: NullAlphaOptions) {
  const engine = createWasmEngine();
  const eigenvalues = engine.singularValues(view).map((value) => value * value);
  const layer = {
    bytes: view.bytes,
    dtype: view.dtype,
    matrices: [view],
    scale: 1,
    N: Math.max(view.rows, view.cols),
    eigenvalues,
    alpha: fitPowerLaw(eigenvalues)!.alpha,
  };
  return nullAlpha(engine, layer, randomStream(7, 'layer', 'shuffles'), options);
}
