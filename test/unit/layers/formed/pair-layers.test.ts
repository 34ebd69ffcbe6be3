import { describe, expect, test } from '@jest/globals';
import { SingularValueDecomposition } from 'ml-matrix';
import { type Matrices, reportOnMatrices } from '../../../support/analyze-in-process.ts';
import { type Dense, dense, normalMatrix, product, transpose } from '../../../support/matrices.ts';

const A = normalMatrix(30, 20, 1);
const B = normalMatrix(20, 25, 2);

async function pairs(matrices: Matrices, settings = {}) {
  return reportOnMatrices(matrices, { intra: true, sparsify: false, ...settings });
}

function norm({ values }: Dense): number {
  return Math.hypot(...values);
}

describe('products of consecutive layers', () => {
  test('are divided by both norms, and their singular values are the eigenvalues', async () => {
    const { layers } = await pairs({ a: A, b: B });
    expect(layers).toMatchObject([
      { layer_id: 1, name: '0 X 1', longname: 'a × b', N: 30, M: 25, num_evals: 20, layer_type: 'dense' },
    ]);
    const rows = product(A, B);
    const values = Array.from({ length: 30 }, (_, i) => [...rows.values.slice(i * 25, (i + 1) * 25)]);
    const [largest] = new SingularValueDecomposition(values).diagonal;
    expect(layers[0]!.lambda_max! * norm(A) * norm(B)).toBeCloseTo(largest!, 9);
    expect(layers[0]!.sv_max).toBeCloseTo(Math.sqrt(layers[0]!.lambda_max!), 12);
  });

  test.each<[string, Matrices]>([
    ['W₀', { a: transpose(A), b: B }],
    ['W₁', { a: A, b: transpose(B) }],
    ['both', { a: transpose(A), b: transpose(B) }],
  ])('are the same when %s is stored transposed', async (_, matrices) => {
    const [one, other] = [await pairs({ a: A, b: B }), await pairs(matrices)];
    expect(other.layers[0]!.alpha).toBeCloseTo(one.layers[0]!.alpha!, 9);
    expect(other.layers[0]!.norm).toBeCloseTo(one.layers[0]!.norm!, 12);
  });

  test('of layers that share no dimension are listed with both shapes', async () => {
    const { layers, skipped } = await pairs({ a: A, b: B, c: normalMatrix(50, 40, 3) });
    expect(layers).toHaveLength(1);
    expect(skipped).toEqual([{ name: 'b × c', reason: '20×25 and 50×40 share no dimension' }]);
  });

  test('of zeros are zero', async () => {
    const { layers } = await pairs({ a: dense(30, 20, () => 0), b: B });
    expect(layers[0]!.status).toBe('failed: every weight is zero');
  });

  test('with random zeros and ones between them have the norm that chance gives, and the seed decides', async () => {
    const [first, again, other] = await Promise.all(
      [1, 1, 2].map(async (seed) => (await pairs({ a: A, b: B }, { sparsify: true, seed })).layers[0]!),
    );
    expect(again).toEqual(first);
    expect(other!.norm).not.toBe(first!.norm);
    expect(first!.norm).not.toBe((await pairs({ a: A, b: B })).layers[0]!.norm);
  });

  test('between identities give the zeros and ones themselves: half of each, and their norm beside the layers’', async () => {
    const order = 64;
    const identity = dense(order, order, (i, j) => Number(i === j));
    const { layers } = await pairs({ a: identity, b: identity }, { sparsify: true });
    // E‖S‖² = order²/2; X = S / (order + √‖S‖), and the mean of S has the singular value order/2.
    const divisor = order + Math.sqrt(Math.sqrt(order ** 2 / 2));
    expect((layers[0]!.lambda_max! * divisor) / (order / 2)).toBeGreaterThan(0.95);
    expect((layers[0]!.lambda_max! * divisor) / (order / 2)).toBeLessThan(1.1);
  });

  test('and a stack of all exclude each other', async () => {
    await expect(pairs({ a: A, b: B }, { stacked: true })).rejects.toMatchObject({ code: 'BAD_SETTING' });
  });
});
