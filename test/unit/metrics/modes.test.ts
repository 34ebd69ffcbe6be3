import { describe, expect, test } from '@jest/globals';
import { DEFAULT_MODES } from '../../../src/metrics/analysis-modes.ts';
import { ergColumns } from '../../../src/metrics/erg.ts';
import { MODE_COLUMNS } from '../../../src/metrics/mode-columns.ts';
import { type FittedLayer, modeColumns } from '../../../src/metrics/mode-row.ts';
import { vectorColumns } from '../../../src/metrics/vector-columns.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import { createReferenceEngine } from '../../../src/spectrum/reference.ts';
import { createWasmEngine } from '../../../src/spectrum/wasm.ts';
import { reportOnMatrices } from '../../support/analyze-in-process.ts';
import { dense, normalMatrix } from '../../support/matrices.ts';

const noise = normalMatrix(120, 80, 1);

describe('modes', () => {
  test('add no column that was not asked for', async () => {
    const [layer] = (await reportOnMatrices({ layer: noise })).layers;
    expect(
      Object.keys(layer!).filter((column) => (MODE_COLUMNS as readonly string[]).includes(column)),
    ).toEqual([]);
  });

  test('of shuffled weights are the same for the same seed, and others for another', async () => {
    const rows = await Promise.all(
      [1, 1, 2].map(
        async (seed) => (await reportOnMatrices({ layer: noise }, { randomize: true, seed })).layers[0]!,
      ),
    );
    expect(rows[0]).toEqual(rows[1]);
    expect(rows[0]!.rand_distance).not.toBe(rows[2]!.rand_distance);
    expect(rows[0]!.num_traps).toBe(0);
  });

  test('find one element that is far too large to be a correlation trap', async () => {
    const trapped = dense(120, 80, (i, j) => (i === 3 && j === 5 ? 60 : noise.values[i * 80 + j]!));
    const { layers, summary } = await reportOnMatrices({ layer: trapped }, { randomize: true, mpFit: true });
    expect(layers[0]!.num_traps).toBe(1);
    // It stands out in any order.
    expect(layers[0]!.num_spikes).toBe(1);
    expect(layers[0]!.ww_softrank).toBeCloseTo(1, 1);
    expect(summary.mp_softrank).toBe(layers[0]!.mp_softrank);
  });

  test.each([
    ['wasm', createWasmEngine],
    ['reference', createReferenceEngine],
  ])('find a planted localised vector, with the engine %s', (_, createEngine) => {
    const partRatio = (element: (i: number, j: number) => number) => {
      const matrix = dense(120, 80, (i, j) => noise.values[i * 80 + j]! + element(i, j));
      const place = { rows: 120, cols: 80, offset: 0, rowStride: 80, colStride: 1 };
      const bytes = new Uint8Array(matrix.values.buffer);
      const source = { bytes, dtype: 'F64', matrices: [place] } as const;
      return vectorColumns(createEngine(), source, 1);
    };
    // One large element: its direction alone. Signs everywhere: all 80 elements alike.
    const localised = partRatio((i, j) => (i === 3 && j === 5 ? 60 : 0));
    const spread = partRatio((i, j) => ((i + j) % 2 === 0 ? 3 : -3));
    expect(localised.tail_mean_part_ratio).toBeCloseTo(1, 1);
    expect(localised.tail_mean_loc_ratio).toBeLessThan(4);
    expect(spread.tail_mean_part_ratio).toBeCloseTo(80 ** 0.25, 1);
    expect(spread.tail_mean_loc_ratio).toBeGreaterThan(50);
    expect(localised.tail_var_part_ratio).toBe(0);
  });

  test('leave the largest eigenvalues out of the fit, whatever the sign of xmax', async () => {
    const [plus, minus, none] = await Promise.all(
      [2, -2, 0].map(async (xmax) => (await reportOnMatrices({ layer: noise }, { xmax })).layers[0]!),
    );
    expect(plus).toEqual(minus);
    expect(plus!.xmax).toBeLessThan(none!.xmax!);
    expect(plus!.lambda_max).toBe(none!.lambda_max);
  });

  test('count eigenvalues below the tolerance', async () => {
    const [layer] = (await reportOnMatrices({ layer: noise }, { tolerance: 1e9 })).layers;
    expect(layer!.weak_rank_loss).toBe(80);
  });
});

test('what is only the core of a product is neither shuffled nor decomposed', () => {
  const layer: FittedLayer = {
    ...{ longname: 'product', bytes: new Uint8Array(0), dtype: 'F64', matrices: [], hasOwnElements: false },
    rule: { scale: 1, eigenvalues: 'squares', inverse: 'none' },
    ...{ N: 40, M: 30, eigenvalueCount: 3, eigenvalues: Float64Array.of(1, 2, 3), xmin: 1, num_pl_spikes: 3 },
  };
  const modes = { ...DEFAULT_MODES, randomize: true, vectors: true, detX: true };
  const columns = Object.keys(modeColumns(createReferenceEngine(), layer, modes));
  expect(columns).toEqual(['detX_num', 'num_ERG_spikes', 'ERG_gap', 'detX_val', 'detX_val_unrescaled']);
});

describe('the volume-preserving part of a spectrum', () => {
  test('ends where the product of rescaled eigenvalues falls below 1', () => {
    // Mean 2: rescaled 0.05, 0.25, 0.7, 3; 3·0.7 is 2.1, times 0.25 is 0.525.
    const eigenvalues = Float64Array.of(0.1, 0.5, 1.4, 6);
    expect(ergColumns(eigenvalues, 1, false)).toEqual({
      detX_num: 3,
      num_ERG_spikes: 3,
      ERG_gap: 2,
      detX_val: 0.25,
      detX_val_unrescaled: 0.5,
    });
    expect(ergColumns(eigenvalues, null, true)).toMatchObject({
      ERG_gap: null,
      detX_val: 0.5,
      detX_val_unrescaled: 0.25,
    });
  });

  test('does not overflow', () => {
    const eigenvalues = Float64Array.from({ length: 2000 }, (_, i) => (i < 1000 ? 1e-300 : 1 + i));
    expect(ergColumns(eigenvalues, 1, false).detX_num).toBe(1001);
  });

  test('is nothing of a constant spectrum', () => {
    expect(ergColumns(new Float64Array(5).fill(3), 1, false).detX_num).toBe(0);
  });
});

describe('settings of modes', () => {
  test.each([
    [{ fixFingers: 'clip_xmax', xmax: 2 }],
    [{ fixFingers: 'xmin_peak', fit: 'TPL' }],
    [{ fit: 'TPL', xmax: 'force' }],
    [{ intra: true, vectors: true }],
    [{ inverse: true, vectors: true }],
  ] as const)('that contradict each other are refused: %j', (settings) => {
    expect(() => completeSettings(settings)).toThrow(expect.objectContaining({ code: 'BAD_SETTING' }));
  });

  test('svd_method accurate is the reference engine', () => {
    expect(completeSettings({ svdMethod: 'accurate' }).engine).toBe('reference');
    expect(completeSettings({ svdMethod: 'fast' }).engine).toBe('wasm');
  });
});
