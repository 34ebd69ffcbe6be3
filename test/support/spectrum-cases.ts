import type { FloatDtype } from '../../src/formats/dtype.ts';
import { type Dense, dense, integerMatrix, normalMatrix, product, withSpectrum } from './matrices.ts';

export interface SpectrumCase {
  readonly matrix: Dense;
  readonly dtype: FloatDtype;
}

const powers = (count: number, base: number, step: number): number[] =>
  Array.from({ length: count }, (_, k) => base ** (-k * step));

/** Matrices of which test/fixtures/spectrum/numpy.json has the singular values. */
export const SPECTRUM_CASES: Readonly<Record<string, SpectrumCase>> = {
  'normal, square': { matrix: normalMatrix(96, 96, 401), dtype: 'F32' },
  'normal, square, large': { matrix: normalMatrix(340, 340, 402), dtype: 'F32' },
  'normal, wide': { matrix: normalMatrix(45, 130, 403), dtype: 'F64' },
  'condition 1e12': { matrix: withSpectrum(61, 61, powers(61, 10, 0.2), 404), dtype: 'F64' },
  'condition 1e5': { matrix: withSpectrum(70, 64, powers(64, 10, 0.08), 405), dtype: 'F64' },
  'graded columns': {
    matrix: dense(80, 48, (i, j) => normalMatrix(1, 1, 48 * i + j + 1).values[0]! * 10 ** (-j / 6)),
    dtype: 'F64',
  },
  'rank 52 of 60, but for the rounding to float32': {
    matrix: product(normalMatrix(70, 52, 406), normalMatrix(52, 60, 407)),
    dtype: 'F32',
  },
  'rank 30 of 48': { matrix: product(integerMatrix(64, 30, 408), integerMatrix(30, 48, 409)), dtype: 'F64' },
  'rank 250 of 340': {
    matrix: product(integerMatrix(340, 250, 410), integerMatrix(250, 340, 411)),
    dtype: 'F32',
  },
  'Hilbert matrix': { matrix: dense(40, 40, (i, j) => 1 / (i + j + 1)), dtype: 'F64' },
};
