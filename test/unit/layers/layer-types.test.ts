import { describe, expect, test } from '@jest/globals';
import type { Report, ReportLayer } from '../../../src/report/report.ts';
import type { PartialSettings } from '../../../src/settings/resolve.ts';
import { portsHere, reportHere } from '../../support/analyze-in-process.ts';
import { memoryFolder } from '../../support/memory-source.ts';
import { seededNormals } from '../../support/random.ts';
import { buildSafetensors, float32Bytes, type SafetensorsTensor } from '../../support/safetensors-builder.ts';

function normal(shape: readonly number[], seed = 1): SafetensorsTensor {
  const next = seededNormals(seed);
  const count = shape.reduce((product, size) => product * size, 1);
  return { shape, bytes: float32Bytes(Float64Array.from({ length: count }, next)) };
}

/** The elements of a tensor with its dimensions in another order. */
function permuted({ shape, bytes }: SafetensorsTensor, order: readonly number[]): SafetensorsTensor {
  const elements = new Float32Array(bytes!.slice().buffer);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const target = order.map((axis) => shape[axis]!);
  const result = Float32Array.from(elements, (_, index) => {
    let rest = index;
    let from = 0;
    for (let axis = target.length - 1; axis >= 0; axis--) {
      from += (rest % target[axis]!) * strides[order[axis]!]!;
      rest = Math.floor(rest / target[axis]!);
    }
    return elements[from]!;
  });
  return { shape: target, bytes: float32Bytes(result) };
}

function report(
  tensors: Readonly<Record<string, SafetensorsTensor>>,
  settings: PartialSettings = {},
): Promise<Report> {
  const model = memoryFolder({ 'model.safetensors': buildSafetensors(tensors) }, 'file');
  return reportHere('model.safetensors', settings, { ...portsHere(), locate: async () => model });
}

async function only(tensor: SafetensorsTensor, settings?: PartialSettings): Promise<ReportLayer> {
  const { layers } = await report({ layer: tensor }, settings);
  expect(layers).toHaveLength(1);
  return layers[0]!;
}

function expectSameSpectrum(a: ReportLayer, b: ReportLayer): void {
  for (const column of ['N', 'M', 'rf', 'num_evals', 'num_pl_spikes'] as const)
    expect([column, a[column]]).toEqual([column, b[column]]);
  for (const column of ['alpha', 'D', 'norm', 'lambda_max', 'sv_min'] as const)
    expect(a[column]! / b[column]!).toBeCloseTo(1, 9);
}

describe('the layers of every kind', () => {
  test('a dense layer stored as input by output (GPT-2’s Conv1D) is like one stored as output by input', async () => {
    const weights = normal([96, 32]);
    expectSameSpectrum(await only(permuted(weights, [1, 0])), await only(weights));
  });

  test.each([
    ['Conv1d', [24, 16, 5], 'conv1d', 5],
    ['Conv2d', [24, 16, 3, 3], 'conv2d', 9],
    ['Conv3d', [24, 16, 2, 3, 2], 'conv3d', 12],
  ] as const)('%s has one matrix for each kernel position', async (_, shape, layer_type, rf) => {
    expect(await only(normal(shape))).toMatchObject({ layer_type, rf, N: 24, M: 16, num_evals: 16 * rf });
  });

  test.each([
    ['1', [24, 16, 5]],
    ['2', [24, 16, 3, 3]],
    ['3', [24, 16, 2, 3, 2]],
  ] as const)(
    'ConvTranspose%sd, stored as input by output channels, is like the convolution',
    async (_, shape) => {
      const kernel = normal(shape);
      const transposed = permuted(kernel, [1, 0, ...shape.slice(2).map((__, axis) => axis + 2)]);
      expectSameSpectrum(await only(transposed), await only(kernel));
    },
  );

  test.each([[[24, 16, 5]], [[24, 16, 3, 3]], [[24, 16, 2, 3, 2]]] as const)(
    'a kernel %j with its channels last is the same with channels: last',
    async (shape) => {
      const kernel = normal(shape);
      const positions = shape.slice(2).map((_, axis) => axis + 2);
      const last = permuted(kernel, [...positions, 1, 0]);
      expectSameSpectrum(await only(last, { channels: 'last' }), await only(kernel));
    },
  );

  test('recurrent layers, both directions, fused projections and embeddings are matrices each', async () => {
    const { layers } = await report({
      'embedding.weight': normal([200, 24]),
      'gru.weight_hh_l0': normal([72, 24], 2),
      'lstm.weight_ih_l0': normal([96, 24], 3),
      'lstm.weight_ih_l0_reverse': normal([96, 24], 4),
      'attention.in_proj_weight': normal([72, 24], 5),
      'lstm.bias_ih_l0': normal([96], 6),
    });
    expect(layers.map(({ longname, layer_type, N, M }) => [longname, layer_type, N, M])).toEqual([
      ['attention.in_proj_weight', 'dense', 72, 24],
      ['embedding', 'dense', 200, 24],
      ['gru.weight_hh_l0', 'dense', 72, 24],
      ['lstm.weight_ih_l0', 'dense', 96, 24],
      ['lstm.weight_ih_l0_reverse', 'dense', 96, 24],
    ]);
  });
});
