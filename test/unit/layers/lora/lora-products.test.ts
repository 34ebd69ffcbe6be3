import { describe, expect, test } from '@jest/globals';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { type Adapter, multiplyAdapter, singularValuesOf } from '../../../support/lora-adapter.ts';
import { seededNormal } from '../../../support/matrices.ts';
import { float32Bytes, type SafetensorsTensor } from '../../../support/safetensors-builder.ts';

function normal(seed: number, ...shape: number[]): SafetensorsTensor & { values: Float32Array } {
  const next = seededNormal(seed);
  const values = Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, next);
  return { shape, values, bytes: float32Bytes(values) };
}

/** Singular values of a dense product, ascending, by another library. */
function singularValues(product: Matrix): number[] {
  return new SingularValueDecomposition(product, { autoTranspose: true }).diagonal.toSorted((a, b) => a - b);
}

function expectClose(actual: ArrayLike<number>, expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length);
  const largest = Math.max(...expected);
  Array.from(actual).forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThan(1e-13 * largest);
  });
}

/** An adapter with one pair, 48 outputs and 64 inputs. */
function adapter(config: Adapter['config'], rank = 8, module = 'base_model.model.h.0.q'): Adapter {
  return {
    config,
    tensors: {
      [`${module}.lora_A.weight`]: normal(1, rank, 64),
      [`${module}.lora_B.weight`]: normal(2, 48, rank),
    },
  };
}

async function largestSingularValue(parts: Adapter): Promise<number> {
  const { tensors } = await multiplyAdapter(parts);
  return (await singularValuesOf(tensors[0]!))[0]!.at(-1)!;
}

describe('a pair of LoRA factors', () => {
  test.each([
    ['of rank 8', 48, 8, 64],
    ['with more inputs than outputs', 16, 8, 100],
    ['whose rank is larger than its outputs', 6, 20, 40],
    ['whose rank is larger than both sides', 6, 20, 9],
    ['of rank 1', 30, 1, 20],
  ])('%s has the singular values of the product', async (_, outputs, rank, inputs) => {
    const A = normal(3, rank, inputs);
    const B = normal(4, outputs, rank);
    const { tensors } = await multiplyAdapter({
      tensors: { 'q.lora_A.weight': A, 'q.lora_B.weight': B },
      config: { r: rank, lora_alpha: 2 * rank },
    });
    const product = Matrix.from1DArray(outputs, rank, B.values)
      .mmul(Matrix.from1DArray(rank, inputs, A.values))
      .mul(2);
    const [spectrum] = await singularValuesOf(tensors[0]!);
    expectClose(spectrum!, singularValues(product).slice(-Math.min(outputs, rank, inputs)));
    expect(tensors).toHaveLength(1);
    expect(tensors[0]).toMatchObject({ name: 'q.lora_BA.weight', product: { rows: outputs, cols: inputs } });
  });

  test('of a convolution is multiplied at each position of the kernel', async () => {
    const A = normal(5, 4, 10, 3, 3);
    const B = normal(6, 12, 4, 1, 1);
    const { tensors, layers } = await multiplyAdapter({
      tensors: { 'c.lora_A.weight': A, 'c.lora_B.weight': B },
      config: { r: 4, lora_alpha: 4 },
    });
    expect(layers[0]).toMatchObject({
      layerType: 'conv2d',
      N: 12,
      M: 10,
      receptiveField: 9,
      eigenvalueCount: 36,
    });
    const spectra = await singularValuesOf(tensors[0]!);
    for (let position = 0; position < 9; position++) {
      const slice = Array.from({ length: 40 }, (_, i) => A.values[i * 9 + position]!);
      const product = Matrix.from1DArray(12, 4, B.values).mmul(Matrix.from1DArray(4, 10, slice));
      expectClose(spectra[position]!, singularValues(product).slice(-4));
    }
  });

  test('is one layer with N and M of the product and as many eigenvalues as its rank', async () => {
    const { layers, skipped } = await multiplyAdapter(adapter({ r: 8, lora_alpha: 16 }));
    expect(layers).toMatchObject([
      { layerId: 0, name: 'base_model.model.h.0.q.lora_BA', N: 64, M: 48, eigenvalueCount: 8 },
    ]);
    expect(skipped).toEqual([]);
  });

  test.each([
    ['q.lora_A.default.weight', 'q.lora_B.default.weight', 'q.lora_BA.default'],
    ['e.lora_embedding_A', 'e.lora_embedding_B', 'e.lora_embedding_BA'],
    ['e.lora_embedding_A.default', 'e.lora_embedding_B.default', 'e.lora_embedding_BA.default'],
    ['a.lora_A.b.lora_A.weight', 'a.lora_A.b.lora_B.weight', 'a.lora_A.b.lora_BA'],
  ])('%s and %s become %s', async (nameA, nameB, name) => {
    const { layers } = await multiplyAdapter({
      tensors: { [nameB]: normal(2, 48, 8), [nameA]: normal(1, 8, 64) },
    });
    expect(layers.map((layer) => layer.name)).toEqual([name]);
  });

  test('of one adapter is not multiplied with that of another', async () => {
    const { layers, skipped } = await multiplyAdapter({
      tensors: { 'q.lora_A.x.weight': normal(1, 8, 64), 'q.lora_B.y.weight': normal(2, 48, 8) },
    });
    expect(layers).toEqual([]);
    expect(skipped).toEqual([
      { name: 'q.lora_A.x.weight', reason: 'a LoRA factor without its lora_B' },
      { name: 'q.lora_B.y.weight', reason: 'a LoRA factor without its lora_A' },
    ]);
  });

  test('leaves whatever else the file holds as it is', async () => {
    const { tensors } = adapter(undefined);
    const { layers } = await multiplyAdapter({ tensors: { ...tensors, 'score.weight': normal(7, 20, 30) } });
    expect(layers.map(({ layerId, name, dtype }) => [layerId, name, dtype])).toEqual([
      [0, 'base_model.model.h.0.q.lora_BA', 'F64'],
      [1, 'score', 'F32'],
    ]);
  });

  test.each([
    [
      [8, 64],
      [48, 16],
    ],
    [
      [8, 64],
      [48, 8, 3, 3],
    ],
    [
      [0, 64],
      [48, 0],
    ],
    [[8], [48, 8]],
  ])('of the shapes %j and %j is refused, naming both', async (shapeA, shapeB) => {
    const pair = { 'q.lora_A.weight': { shape: shapeA }, 'q.lora_B.weight': { shape: shapeB } };
    await expect(multiplyAdapter({ tensors: pair })).rejects.toMatchObject({
      code: 'LORA_SHAPES',
      problem: expect.stringContaining(`[${shapeA.join(', ')}]`),
      details: { A: shapeA, B: shapeB },
    });
  });

  test('of integers is skipped', async () => {
    const { layers, skipped } = await multiplyAdapter({
      tensors: { 'q.lora_A.weight': { shape: [8, 64], dtype: 'I8' }, 'q.lora_B.weight': normal(2, 48, 8) },
    });
    expect(layers).toEqual([]);
    expect(skipped).toHaveLength(2);
    expect(skipped[1]!.reason).toBe('A of I8 values and B of F32 values are not weights to multiply');
  });

  test('of several experts is skipped, because one product of all would mix them', async () => {
    const config = { r: 8, target_parameters: ['experts.up_proj'] };
    const { skipped } = await multiplyAdapter(adapter(config, 32));
    expect(skipped.map(({ reason }) => reason)).toEqual(
      Array(2).fill('LoRA factors of several experts in one tensor: 32 rows of A, rank 8'),
    );
  });
});

describe('the scale of a product', () => {
  const scaled = async (config: object, rank = 8, module?: string) =>
    (await largestSingularValue(adapter(config, rank, module))) /
    (await largestSingularValue(adapter({ r: rank, lora_alpha: rank }, rank)));

  test.each<[string, object, number, number]>([
    ['lora_alpha / r', { r: 8, lora_alpha: 32 }, 8, 4],
    ['lora_alpha / √r for rsLoRA', { r: 16, lora_alpha: 32, use_rslora: true }, 16, 8],
    ["with PEFT's default of 8 where lora_alpha is missing", { r: 16 }, 16, 0.5],
    ['by the rank of the factors where r is missing', { lora_alpha: 32 }, 16, 2],
    [
      'by the rank of the factors under a rank_pattern',
      { r: 8, lora_alpha: 32, rank_pattern: { q: 16 } },
      16,
      2,
    ],
    [
      "by the module's own alpha",
      { r: 8, lora_alpha: 8, alpha_pattern: { k: 64, q: 16, 'h.0.q': 32 } },
      8,
      2,
    ],
    ["by a full name's alpha", { r: 8, lora_alpha: 8, alpha_pattern: { '^q': 64, '^h\\.0\\.q': 24 } }, 8, 3],
    [
      'not by the alpha of a name that only ends alike',
      { r: 8, lora_alpha: 8, alpha_pattern: { '0.qq': 64, '.q': 32 } },
      8,
      1,
    ],
  ])('is %s', async (_, config, rank, expected) => {
    expect(await scaled(config, rank)).toBeCloseTo(expected, 12);
  });

  test('is 1 where there is no configuration, and the row says so', async () => {
    const without = adapter(undefined);
    expect(await largestSingularValue(without)).toBeCloseTo(
      await largestSingularValue(adapter({ r: 8, lora_alpha: 8 })),
      12,
    );
    const { tensors } = await multiplyAdapter(without);
    expect(tensors[0]!.product!.remark).toBe(
      'B·A without its scale, because there is no adapter_config.json',
    );
  });

  test('leaves the magnitudes of DoRA out, and the row says so', async () => {
    const { tensors } = await multiplyAdapter(adapter({ r: 8, use_dora: true }));
    expect(tensors[0]!.product!.remark).toMatch(/without the magnitudes of DoRA/);
  });

  test.each<[config: object | string, code: string]>([
    [{ r: 0 }, 'BAD_ADAPTER_CONFIG'],
    [{ r: -8 }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 8.5 }, 'BAD_ADAPTER_CONFIG'],
    [{ r: '8' }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 16 }, 'BAD_ADAPTER_CONFIG'],
    ['{"r": 8, "lora_alpha": 1e999}', 'BAD_ADAPTER_CONFIG'],
    [{ r: 8, use_rslora: 'yes' }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 8, alpha_pattern: [1] }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 8, alpha_pattern: { q: null } }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 8, alpha_pattern: { '(a+)+$': 8 } }, 'BAD_ADAPTER_CONFIG'],
    [{ r: 8, target_parameters: 'all' }, 'BAD_ADAPTER_CONFIG'],
    [[8], 'BAD_ADAPTER_CONFIG'],
    [`{"r": 8}${' '.repeat(4 * 1024 * 1024)}`, 'BAD_ADAPTER_CONFIG'],
    [{ peft_type: 'ADALORA' }, 'NOT_LORA'],
    [{ peft_type: { toString: 1, valueOf: 1 } }, 'NOT_LORA'],
    ['{"r": 8, "r": 16}', 'DUPLICATE_NAME'],
    ['{"r": 8', 'NOT_JSON'],
    [`version https://git-lfs.github.com/spec/v1\noid sha256:${'0'.repeat(64)}\nsize 1\n`, 'GIT_LFS_POINTER'],
  ])('is refused to configuration $# with $1', async (config, code) => {
    await expect(multiplyAdapter(adapter(config))).rejects.toMatchObject({
      code,
      message: expect.stringMatching(/^adapter_config\.json: [^\n]{1,400}\.$/),
    });
  });

  test('is not looked for where there are no factors', async () => {
    const { layers } = await multiplyAdapter({ tensors: { 'fc.weight': normal(7, 20, 30) }, config: '{' });
    expect(layers.map(({ name }) => name)).toEqual(['fc']);
  });
});
