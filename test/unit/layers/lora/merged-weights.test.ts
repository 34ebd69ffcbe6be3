import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../../../src/formats/models.ts';
import { openModel } from '../../../../src/formats/open-model.ts';
import type { Tensor } from '../../../../src/formats/tensor.ts';
import { multiplyLoraPairs } from '../../../../src/layers/lora/lora-products.ts';
import { normalMatrix, product, transpose } from '../../../support/matrices.ts';
import { memoryFolder } from '../../../support/memory-source.ts';
import { bytesOf } from '../../../support/reading.ts';
import {
  buildSafetensors,
  float32Bytes,
  type SafetensorsTensor,
} from '../../../support/safetensors-builder.ts';

function stored(shape: readonly number[], values: ArrayLike<number>): SafetensorsTensor {
  return { shape, bytes: float32Bytes(values) };
}

const A = normalMatrix(4, 12, 1);
const B = normalMatrix(10, 4, 2);
const W = normalMatrix(10, 12, 3);
const BA = product(B, A);

async function merge(
  tensors: Readonly<Record<string, SafetensorsTensor>>,
  config: object,
  base: Readonly<Record<string, SafetensorsTensor>> = {},
): Promise<readonly Tensor[]> {
  const folder = memoryFolder({
    'adapter_model.safetensors': buildSafetensors(tensors),
    'adapter_config.json': new TextEncoder().encode(JSON.stringify({ peft_type: 'LORA', ...config })),
  });
  const [files] = await groupModels(folder);
  const [baseFiles] = await groupModels(memoryFolder({ 'base.safetensors': buildSafetensors(base) }, 'file'));
  const outside = (await openModel(baseFiles!)).tensors;
  const weightsOf = (module: string) => outside.find(({ name }) => name === `${module}.weight`);
  return (await multiplyLoraPairs(await openModel(files!), files!, { weightsOf })).tensors;
}

async function elementsOf(tensors: readonly Tensor[], name: string): Promise<Float64Array> {
  const tensor = tensors.find((one) => one.name === name)!;
  return new Float64Array((await bytesOf(tensor)).buffer);
}

function expectSum(
  elements: Float64Array,
  weights: ArrayLike<number>,
  added: ArrayLike<number>,
  scale: number,
) {
  expect(elements).toHaveLength(weights.length);
  for (const [i, element] of elements.entries())
    expect(element).toBeCloseTo(weights[i]! + scale * added[i]!, 5);
}

describe('weights with the product of LoRA factors added', () => {
  const pair = {
    'base_model.model.q.lora_A.weight': stored([4, 12], A.values),
    'base_model.model.q.lora_B.weight': stored([10, 4], B.values),
  };

  test('come after the weights and before the product, scaled as it is applied', async () => {
    const tensors = await merge(pair, { r: 4, lora_alpha: 8 }, { 'q.weight': stored([10, 12], W.values) });
    expect(tensors.map(({ name }) => name)).toEqual([
      'q.weight',
      'base_model.model.q.lora_W_plus_AB.weight',
      'base_model.model.q.lora_BA.weight',
    ]);
    expectSum(await elementsOf(tensors, 'base_model.model.q.lora_W_plus_AB.weight'), W.values, BA.values, 2);
  });

  test('are found beside the factors where a whole model was saved', async () => {
    const own = { 'base_model.model.q.base_layer.weight': stored([10, 12], W.values), ...pair };
    const tensors = await merge(own, { r: 4, lora_alpha: 4 });
    expect(tensors.map(({ name }) => name)).toEqual([
      'base_model.model.q.base_layer.weight',
      'base_model.model.q.lora_W_plus_AB.weight',
      'base_model.model.q.lora_BA.weight',
    ]);
    expectSum(await elementsOf(tensors, 'base_model.model.q.lora_W_plus_AB.weight'), W.values, BA.values, 1);
  });

  test.each([
    ['an embedding', '', { lora_embedding_A: A, lora_embedding_B: B }, {}],
    ['weights stored as input by output', '.weight', { lora_A: A, lora_B: B }, { fan_in_fan_out: true }],
  ] as const)('are transposed for %s', async (_, ending, factors, config) => {
    const tensors = await merge(
      Object.fromEntries(
        Object.entries(factors).map(([name, { rows, cols, values }]) => [
          `base_model.model.e.${name}${ending}`,
          stored([rows, cols], values),
        ]),
      ),
      { r: 4, lora_alpha: 4, ...config },
      { 'e.weight': stored([12, 10], transpose(W).values) },
    );
    const name = `base_model.model.e.lora_W_plus_AB${ending}`;
    expectSum(await elementsOf(tensors, name), transpose(W).values, transpose(BA).values, 1);
  });

  test('of a kernel have a product for each position', async () => {
    const factors = {
      'c.lora_A.weight': stored(
        [4, 12, 1, 2],
        Array.from({ length: 96 }, (_, i) => A.values[i >> 1]! * (1 + (i & 1))),
      ),
      'c.lora_B.weight': stored([10, 4, 1, 1], B.values),
    };
    const weights = Array.from({ length: 240 }, (_, i) => W.values[i >> 1]!);
    const tensors = await merge(
      factors,
      { r: 4, lora_alpha: 4 },
      { 'c.weight': stored([10, 12, 1, 2], weights) },
    );
    const added = weights.map((_, i) => BA.values[i >> 1]! * (1 + (i & 1)));
    expectSum(await elementsOf(tensors, 'c.lora_W_plus_AB.weight'), weights, added, 1);
  });

  test('of another shape are refused with both', async () => {
    await expect(merge(pair, { r: 4 }, { 'q.weight': stored([12, 10], W.values) })).rejects.toMatchObject({
      code: 'LORA_BASE_SHAPES',
      problem: expect.stringContaining('add [10, 12] to "q.weight", which is [12, 10]'),
    });
  });

  test('that are nowhere are named where others are there, and an error where none is', async () => {
    const second = {
      'p.lora_A.weight': stored([4, 12], A.values),
      'p.lora_B.weight': stored([10, 4], B.values),
    };
    const tensors = await merge({ ...pair, ...second }, { r: 4 }, { 'q.weight': stored([10, 12], W.values) });
    expect(tensors.find(({ name }) => name === 'p.lora_W_plus_AB.weight')?.unfit).toBe(
      'the base model has no weights for it',
    );
    await expect(merge(pair, { r: 4 })).rejects.toMatchObject({ code: 'NO_BASE_WEIGHTS' });
  });

  test('are left out for DoRA, whose magnitudes would be missing', async () => {
    const tensors = await merge(pair, { r: 4, use_dora: true }, { 'q.weight': stored([10, 12], W.values) });
    expect(tensors[0]).toMatchObject({
      name: 'base_model.model.q.lora_W_plus_AB.weight',
      unfit: 'the magnitudes of DoRA are not applied',
    });
  });
});
