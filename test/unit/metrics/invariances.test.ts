import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReportLayer } from '../../../src/report/report.ts';
import { reportOnMatrices } from '../../support/analyze-in-process.ts';
import { type Dense, dense, normalMatrix, transpose } from '../../support/matrices.ts';
import { seededUniforms } from '../../support/random.ts';

/** Heavy-tailed elements, so that tails have something to be fitted to. */
function heavyTailed(rows: number, cols: number, seed: number): Dense {
  const normal = normalMatrix(rows, cols, seed);
  return { ...normal, values: normal.values.map((value) => Math.sign(value) * Math.abs(value) ** 1.5) };
}

async function analyze(W: Dense): Promise<ReportLayer> {
  return (await reportOnMatrices({ layer: W })).layers[0]!;
}

function order(count: number, seed: number): number[] {
  const uniform = seededUniforms(seed);
  return Array.from({ length: count }, (_, index) => ({ index, key: uniform() }))
    .sort((a, b) => a.key - b.key)
    .map(({ index }) => index);
}

const shapes = [fc.integer({ min: 25, max: 60 }), fc.integer({ min: 25, max: 60 }), fc.nat(1000)] as const;

/** What holds for every matrix, or the counterexample. */
async function always(holds: (W: Dense, before: ReportLayer, seed: number) => Promise<void>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(...shapes, async (rows, cols, seed) => {
      const W = heavyTailed(rows, cols, seed + 1);
      await holds(W, await analyze(W), seed);
    }),
    { numRuns: 15, seed: 1 },
  );
}

function expectSameFit(a: ReportLayer, b: ReportLayer): void {
  expect(a.num_pl_spikes).toBe(b.num_pl_spikes);
  expect(a.alpha).toBeCloseTo(b.alpha!, 8);
  expect(a.D).toBeCloseTo(b.D!, 8);
}

describe('alpha does not change', () => {
  test('when a matrix is transposed', () =>
    always(async (W, before) => {
      const after = await analyze(transpose(W));
      expectSameFit(after, before);
      expect([after.N, after.M, after.matrix_rank]).toEqual([before.N, before.M, before.matrix_rank]);
    }));

  test('when rows or columns are put in another order', () =>
    always(async (W, before, seed) => {
      const [rows, cols] = [order(W.rows, seed), order(W.cols, seed + 1)];
      const shuffled = dense(W.rows, W.cols, (i, j) => W.values[rows[i]! * W.cols + cols[j]!]!);
      expectSameFit(await analyze(shuffled), before);
    }));

  test('when a matrix is scaled, as long as the cut takes nothing more from it', () =>
    always(async (W, before) => {
      const scaled = await analyze({ ...W, values: W.values.map((value) => 3 * value) });
      fc.pre(before.weak_rank_loss === 0 && scaled.status === 'success');
      expectSameFit(scaled, before);
      expect(scaled.norm! / before.norm!).toBeCloseTo(9, 8);
    }));
});
