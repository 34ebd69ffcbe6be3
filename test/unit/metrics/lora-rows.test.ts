import { describe, expect, test } from '@jest/globals';
import { selectLayers } from '../../../src/layers/select-layers.ts';
import { analyzeLayer } from '../../../src/metrics/analyze-layer.ts';
import { toTask } from '../../../src/metrics/layer-task.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { multiplyAdapter } from '../../support/lora-adapter.ts';
import { seededNormal } from '../../support/matrices.ts';
import { float32Bytes } from '../../support/safetensors-builder.ts';

function adapterOf(rank: number, change: (B: Float32Array) => void = () => {}) {
  const next = seededNormal(1);
  const A = Float32Array.from({ length: rank * 64 }, next);
  const B = Float32Array.from({ length: 48 * rank }, next);
  change(B);
  return multiplyAdapter({
    tensors: {
      'q.lora_A.weight': { shape: [rank, 64], bytes: float32Bytes(A) },
      'q.lora_B.weight': { shape: [48, rank], bytes: float32Bytes(B) },
    },
  });
}

async function rowOf(change?: (B: Float32Array) => void) {
  const { layers } = await adapterOf(16, change);
  const bytes = new Uint8Array(layers[0]!.tensor.sizeBytes);
  await layers[0]!.tensor.readInto(bytes);
  const task = toTask(layers[0]!, { assess: { minAlpha: Infinity, maxAlpha: Infinity, seed: 1 } });
  return analyzeLayer(createWasmEngine(), task, bytes);
}

describe('the row of a LoRA product', () => {
  test('has the shape of the product and the eigenvalues of its rank', async () => {
    expect(await rowOf()).toMatchObject({ N: 64, M: 48, Q: 64 / 48, rf: 1, num_evals: 16, matrix_rank: 16 });
  });

  test('says what is to know of the product besides what is to know of the fit', async () => {
    const tiny = await rowOf((B) => B.set(B.map((value) => value * 1e-6)));
    expect(tiny.status).toMatch(/^success: B·A without its scale, .*; fitted on eigenvalues scaled /);
  });

  test('has a p-value and a label, without shuffles: there are no elements to shuffle', async () => {
    const { p_value, trust } = await rowOf();
    expect(p_value).toBeGreaterThan(0);
    expect(trust).not.toBeNull();
  });

  test('of a factor that is not finite is not finite', async () => {
    const row = await rowOf((B) => {
      B[5] = Number.NaN;
    });
    expect(row).toMatchObject({
      alpha: null,
      num_evals: 16,
      status: 'not finite: NaN or infinite weights in its factors',
    });
  });
});

test('a product of rank below 8 is skipped as too small, whatever the size of its layer', async () => {
  const { skipped } = selectLayers(
    { order: 'stored', tensors: (await adapterOf(4)).tensors },
    completeSettings(),
  );
  expect(skipped).toEqual([{ name: 'q.lora_BA.weight', reason: '4 eigenvalues, fewer than min_evals = 8' }]);
});
