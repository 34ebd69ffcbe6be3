import { describe, expect, test } from '@jest/globals';
import { stackLayers } from '../../../../src/layers/formed/stack-layers.ts';
import { selectLayers } from '../../../../src/layers/select-layers.ts';
import { completeSettings } from '../../../../src/settings/resolve.ts';
import { type Matrices, reportOnMatrices } from '../../../support/analyze-in-process.ts';
import { type Dense, dense, normalMatrix } from '../../../support/matrices.ts';

const A = normalMatrix(40, 20, 1);
const B = normalMatrix(30, 35, 2);

async function stack(matrices: Matrices) {
  const { layers } = await reportOnMatrices(matrices, { stacked: true });
  expect(layers).toHaveLength(1);
  return layers[0]!;
}

function map(a: Dense, f: (value: number) => number): Dense {
  return dense(a.rows, a.cols, (i, j) => f(a.values[i * a.cols + j]!));
}

describe('a stack of layers', () => {
  test('is one row: as many rows as all layers have, as wide as the widest', async () => {
    expect(await stack({ a: A, b: B })).toMatchObject({
      layer_id: 0,
      name: 'Stacked Layer',
      longname: 'Stacked Layer',
      layer_type: 'stacked',
      N: 70,
      M: 35,
      rf: 1,
      num_evals: 35,
      status: 'success',
    });
  });

  test('holds columns less the median of the layer, divided by their median absolute deviation', async () => {
    // Of 1…9, median 5; the columns' medians are 2, 5 and 8, each element at most 1 from it.
    const layer = dense(3, 3, (i, j) => 3 * j + i + 1);
    const standardised = layer.values.map((value) => (value - 5) ** 2);
    const { norm } = await stack({ layer });
    expect(norm).toBeCloseTo(
      standardised.reduce((sum, value) => sum + value, 0),
      12,
    );
  });

  test('does not change when a layer is scaled, shifted, or its rows are shuffled', async () => {
    const { alpha, lambda_max, norm } = await stack({ a: A, b: B });
    const changed = await stack({
      a: map(A, (value) => 7 * value - 3),
      b: dense(B.rows, B.cols, (i, j) => B.values[((i * 7) % 30) * B.cols + j]!),
    });
    expect(changed.alpha).toBeCloseTo(alpha!, 9);
    expect(changed.lambda_max! / lambda_max!).toBeCloseTo(1, 12);
    expect(changed.norm! / norm!).toBeCloseTo(1, 12);
  });

  test('leaves a column that is mostly one value undivided', async () => {
    const mostly = dense(5, 2, (i, j) => (j === 0 ? i : Number(i === 0)));
    const { status, norm } = await stack({ mostly });
    expect(status).not.toMatch(/not finite/);
    expect(Number.isFinite(norm)).toBe(true);
  });

  test('has the gaps that layers with NaN make', async () => {
    const broken = dense(20, 20, (i, j) => (i === 3 && j === 4 ? Number.NaN : i + j * j));
    expect((await stack({ a: A, broken })).status).toMatch(/^not finite/);
  });

  test('that would not fit into memory is refused before anything is read', () => {
    const huge = {
      name: 'huge',
      dtype: 'F32',
      shape: [50_000, 15_000],
      kernelLayout: 'oihw' as const,
      storageKey: 'huge',
      sizeBytes: 50_000 * 15_000 * 4,
      readInto: async () => {
        throw new Error('read');
      },
    };
    const { layers } = selectLayers({ order: 'stored', tensors: [huge] }, completeSettings());
    expect(() => stackLayers(layers, false)).toThrow('a matrix of 50000×15000 takes 6000000000 bytes');
  });
});
