import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { vectorColumns } from '../../../src/metrics/vector-columns.ts';
import type { ReportLayer } from '../../../src/report/report.ts';
import type { PartialSettings } from '../../../src/settings/resolve.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { reportOnMatrices } from '../../support/analyze-in-process.ts';
import { type Dense, dense, normalMatrix, product } from '../../support/matrices.ts';
import { seededNormals } from '../../support/random.ts';

const engine = createWasmEngine();

async function analyze(W: Dense, settings: PartialSettings): Promise<ReportLayer> {
  return (await reportOnMatrices({ layer: W }, { trust: 'off', ...settings })).layers[0]!;
}

/** What holds of noise of every size, or the counterexample. */
const always = (holds: (noise: Dense, seed: number) => Promise<void>) =>
  fc.assert(
    fc.asyncProperty(
      fc.integer({ min: 180, max: 260 }),
      fc.integer({ min: 80, max: 120 }),
      fc.integer({ min: 1, max: 10_000 }),
      (rows, cols, seed) => holds(normalMatrix(rows, cols, seed), seed),
    ),
    { numRuns: 12, seed: 1 },
  );

const plus = (a: Dense, element: (row: number, col: number) => number): Dense =>
  dense(a.rows, a.cols, (i, j) => a.values[i * a.cols + j]! + element(i, j));

/** A vector of random directions and length 1. */
function unit(size: number, seed: number): Float64Array {
  const normal = seededNormals(seed);
  const values = Float64Array.from({ length: size }, normal);
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

describe('what was planted in noise is found', () => {
  test('the edges of the noise itself, by the fit of Marchenko and Pastur', () =>
    always(async ({ rows, cols, values }, seed) => {
      const deviation = 10 ** ((seed % 5) - 2);
      const noise = { rows, cols, values: values.map((value) => value * deviation) };
      const { bulk_max, bulk_min, num_spikes } = await analyze(noise, { mpFit: true });
      const edge = (sign: number) => (deviation * (Math.sqrt(rows) + sign * Math.sqrt(cols))) ** 2;
      // Of M eigenvalues the largest scatters about the edge by the order of M^(−2/3) of it.
      const scatter = 5 * cols ** (-2 / 3);
      expect(Math.abs(bulk_max! / edge(1) - 1)).toBeLessThan(scatter);
      expect(Math.abs(Math.sqrt(bulk_min!) - Math.sqrt(edge(-1))) / Math.sqrt(edge(1))).toBeLessThan(scatter);
      expect(num_spikes).toBeLessThanOrEqual(1);
    }));

  test('spikes, by the fit of Marchenko and Pastur', () =>
    always(async (noise, seed) => {
      const { rows, cols } = noise;
      const count = 1 + (seed % 3);
      const spikes = Array.from({ length: count }, (_, index) => ({
        left: unit(rows, seed + index),
        right: unit(cols, seed + 100 + index),
        // Noise has singular values up to √rows + √cols; a spike has to be above ∜(rows·cols) to come out.
        size: (3 + index) * (Math.sqrt(rows) + Math.sqrt(cols)),
      }));
      const planted = plus(noise, (i, j) =>
        spikes.reduce((sum, { left, right, size }) => sum + size * left[i]! * right[j]!, 0),
      );
      const { num_spikes, lambda_max } = await analyze(planted, { mpFit: true });
      expect(num_spikes).toBe(count);
      expect(Math.sqrt(lambda_max!) / spikes.at(-1)!.size).toBeCloseTo(1, 0);
    }));

  test('a rank', () =>
    always(async ({ rows, cols }, seed) => {
      const rank = 8 + (seed % 60);
      const low = product(normalMatrix(rows, rank, seed), normalMatrix(rank, cols, seed + 1));
      const { numerical_rank, matrix_rank, rank_loss, num_evals } = await analyze(low, {});
      expect([numerical_rank, num_evals]).toEqual([rank, cols]);
      // WeightWatcher's threshold lies at the rounding of the engine, which some zeros exceed.
      expect(matrix_rank! + rank_loss!).toBe(cols);
      expect(matrix_rank).toBeGreaterThanOrEqual(rank);
      expect(matrix_rank).toBeLessThan(cols);
    }));

  test('a localised vector', () =>
    always(async (noise, seed) => {
      const { rows, cols } = noise;
      const [row, col] = [seed % rows, seed % cols];
      const ofLargest = ({ values }: Dense) => {
        const place = { rows, cols, offset: 0, rowStride: cols, colStride: 1 };
        return vectorColumns(
          engine,
          { bytes: new Uint8Array(values.buffer), dtype: 'F64', matrices: [place] },
          1,
        );
      };
      const peaked = ofLargest(plus(noise, (i, j) => (i === row && j === col ? 20 * Math.sqrt(rows) : 0)));
      expect(peaked.tail_mean_part_ratio).toBeCloseTo(1, 1);
      expect(peaked.tail_mean_loc_ratio).toBeLessThan(4);
      // A random direction of length n has a ratio of about (n/3)^¼.
      const { tail_mean_part_ratio, tail_mean_loc_ratio } = ofLargest(noise);
      expect(tail_mean_part_ratio! / (cols / 3) ** 0.25).toBeCloseTo(1, 0);
      expect(tail_mean_loc_ratio).toBeGreaterThan(4);
    }));
});
