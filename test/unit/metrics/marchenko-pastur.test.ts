import { describe, expect, test } from '@jest/globals';
import { computeEsd } from '../../../src/metrics/esd.ts';
import { fitMarchenkoPastur } from '../../../src/metrics/marchenko-pastur.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { type Dense, dense, normalMatrix } from '../../support/matrices.ts';

const engine = createWasmEngine();

function eigenvaluesOf({ rows, cols, values }: Dense): Float64Array {
  const place = { rows, cols, offset: 0, rowStride: cols, colStride: 1 };
  return computeEsd(engine, new Uint8Array(values.buffer), 'F64', [place], 1).eigenvalues;
}

/** Adds `strength`·√N times a unit vector of signs and another: a spike of σ² ≈ strength²·N. */
function withSpike({ rows, cols, values }: Dense, strength: number): Dense {
  const size = strength / Math.sqrt(Math.min(rows, cols));
  return dense(rows, cols, (i, j) => values[i * cols + j]! + size * ((i + j) % 2 === 0 ? 1 : -1));
}

describe('the fit of Marchenko and Pastur', () => {
  test.each([
    [600, 300, 1],
    [800, 200, 0.1],
    [1000, 250, 30],
  ])('finds the planted edges of a Gaussian %i × %i matrix with deviation %d', (N, M, deviation) => {
    const { values } = normalMatrix(N, M, N);
    const scaled = dense(N, M, (i, j) => deviation * values[i * M + j]!);
    const fit = fitMarchenkoPastur(eigenvaluesOf(scaled), N, M)!;
    const edge = (sign: number) => (deviation * (Math.sqrt(N) + sign * Math.sqrt(M))) ** 2;
    expect(fit.bulkMax / edge(1)).toBeCloseTo(1, 1);
    expect(fit.bulkMin / edge(-1)).toBeCloseTo(1, 1);
    expect(fit.sigma).toBeCloseTo(1, 1);
    expect(fit.scale).toBeCloseTo(1 / (deviation * Math.sqrt(N)), 2);
    expect(fit.spikes).toBe(0);
    expect(fit.softrank).toBeCloseTo(1, 1);
  });

  test('counts a planted spike, and no other', () => {
    const fit = fitMarchenkoPastur(eigenvaluesOf(withSpike(normalMatrix(600, 300, 3), 4)), 600, 300)!;
    expect(fit.spikes).toBe(1);
    expect(fit.softrank).toBeLessThan(0.5);
  });

  test('fits the quarter circle to a square matrix', () => {
    const fit = fitMarchenkoPastur(eigenvaluesOf(normalMatrix(300, 300, 4)), 300, 300)!;
    expect(fit.sigma).toBeCloseTo(1, 1);
    expect(fit.bulkMin).toBe(0);
    expect(fit.spikes).toBe(0);
  });

  test('is none of a matrix of zeros', () => {
    expect(fitMarchenkoPastur(new Float64Array(20), 40, 20)).toBeUndefined();
  });
});
