import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { portsHere, reportHere } from '../support/analyze-in-process.ts';
import { dense, normalMatrix } from '../support/matrices.ts';
import { memoryFolder } from '../support/memory-source.ts';
import { buildSafetensors, float32Bytes, type SafetensorsTensor } from '../support/safetensors-builder.ts';

type Tensors = Readonly<Record<string, SafetensorsTensor>>;

const bytesOf = (values: Float64Array) => new Uint8Array(values.slice().buffer);

/** A matrix of float64 normal numbers, `change` applied to each by row and column. */
function matrix(
  rows: number,
  cols: number,
  change: (value: number, row: number, col: number) => number = (value) => value,
): SafetensorsTensor {
  const normal = normalMatrix(rows, cols, rows + cols);
  const { values } = dense(rows, cols, (i, j) => change(normal.values[i * cols + j]!, i, j));
  return { dtype: 'F64', shape: [rows, cols], bytes: bytesOf(values) };
}

const kernel = (shape: readonly number[]): SafetensorsTensor => ({
  shape,
  bytes: float32Bytes(
    normalMatrix(
      shape.reduce((product, size) => product * size, 1),
      1,
      7,
    ).values,
  ),
});

/** The same model as Alphagate has it, and as WeightWatcher. */
async function bothWays(
  tensors: Tensors,
  settings: PartialSettings = {},
): Promise<{ readonly own: Report; readonly peer: Report }> {
  const model = memoryFolder({ 'model.safetensors': buildSafetensors(tensors) }, 'file');
  const ports = { ...portsHere(), locate: async () => model };
  const all = { minEvals: 2, ...settings };
  return {
    own: await reportHere('model.safetensors', all, ports),
    peer: await reportHere('model.safetensors', { ...all, compat: 'weightwatcher' }, ports),
  };
}

describe('as Alphagate has it, and as WeightWatcher', () => {
  test('N and M of a kernel with an even number of positions', async () => {
    const { own, peer } = await bothWays({ 'conv.weight': kernel([8, 16, 2, 2]) });
    expect(own.layers[0]).toMatchObject({ N: 16, M: 8, Q: 2, num_evals: 32 });
    expect(peer.layers[0]).toMatchObject({ N: 8, M: 16, Q: 0.5, num_evals: 32 });
    expect(own.layers[0]!.norm! / peer.layers[0]!.norm!).toBeCloseTo(1, 12);
  });

  test('float64 weights', async () => {
    const weights = matrix(60, 40);
    const values = new Float64Array(weights.bytes!.slice().buffer);
    const norm = (of: Float64Array) => of.reduce((sum, value) => sum + value * value, 0);
    const { own, peer } = await bothWays({ 'fc.weight': weights });
    expect(own.layers[0]!.norm! / norm(values)).toBeCloseTo(1, 12);
    expect(peer.layers[0]!.norm! / norm(values.map(Math.fround))).toBeCloseTo(1, 12);
    expect(Math.abs(own.layers[0]!.norm! / peer.layers[0]!.norm! - 1)).toBeGreaterThan(1e-11);
  });

  test('ids beside tensors that cannot be layers', async () => {
    const { own, peer } = await bothWays({
      'a.weight': matrix(16, 16),
      'b.weight': { shape: [16], bytes: new Uint8Array(64) },
      'c.weight': matrix(16, 16),
    });
    expect(own.layers.map(({ layer_id, name }) => [layer_id, name])).toEqual([
      [0, 'a'],
      [1, 'c'],
    ]);
    expect(peer.layers.map(({ layer_id, name }) => [layer_id, name])).toEqual([
      [0, 'a'],
      [2, 'c'],
    ]);
  });

  test('an alpha of equal eigenvalues, infinite or 0', async () => {
    const identity = (size: number) => matrix(size, size, (_, i, j) => (i === j ? 2 : 0));
    const { own, peer } = await bothWays({ 'few.weight': identity(12), 'many.weight': identity(24) });
    for (const layer of own.layers)
      expect(layer).toMatchObject({
        alpha: null,
        verdict: 'inconclusive',
        status: 'failed: no power law: all eigenvalues are equal',
      });
    expect(peer.layers[0]).toMatchObject({ alpha: 0, D: 1, status: 'success', warning: 'over-trained' });
    expect(peer.layers[0]!.sigma).toBeCloseTo(-1 / Math.sqrt(12), 12);
    // JSON has no number for infinity.
    expect(peer.layers[1]).toMatchObject({
      alpha: null,
      D: 0.5,
      status: 'success',
      warning: 'under-trained',
    });
    for (const layer of peer.layers) expect(layer.verdict).toBe('inconclusive');
  });

  test('a layer with NaN among others', async () => {
    const { own, peer } = await bothWays({
      'broken.weight': matrix(60, 60, (value, i) => (i === 3 ? Number.NaN : value)),
      'sound.weight': matrix(60, 60),
    });
    for (const { layers } of [own, peer]) {
      expect(layers[0]).toMatchObject({ alpha: null, verdict: 'fail', diagnosis: ['not-finite'] });
      expect(layers[1]!.alpha).toBeGreaterThan(1);
    }
  });

  test('xmax and sigma of fits of other kinds', async () => {
    const model = { 'fc.weight': matrix(60, 40) };
    for (const settings of [{ plPackage: 'powerlaw' }, { fit: 'TPL' }] as const) {
      const { own, peer } = await bothWays(model, settings);
      const [layer] = own.layers;
      expect(layer!.xmax).toBe(layer!.lambda_max);
      expect(layer!.sigma! * Math.sqrt(layer!.num_pl_spikes!)).toBeCloseTo(layer!.alpha! - 1, 12);
      expect(peer.layers[0]!.xmax).toBeNull();
      expect(peer.layers[0]!.sigma === null).toBe('fit' in settings);
    }
  });

  test('traps of a layer that is shuffled five times', async () => {
    const trapped = matrix(120, 80, (value, i, j) => (i === 3 && j === 5 ? 60 : value));
    const { own, peer } = await bothWays({ 'fc.weight': trapped }, { randomize: true });
    expect(own.layers[0]).toMatchObject({ num_traps: 1, rand_num_spikes: 5 });
    expect(peer.layers[0]).toMatchObject({ num_traps: 5, rand_num_spikes: 5 });
  });

  test('columns of a mode that finds nothing', async () => {
    const zeros = { 'fc.weight': matrix(60, 40, () => 0) };
    const { own, peer } = await bothWays(zeros, { mpFit: true, fixFingers: 'clip_xmax' });
    for (const column of [
      'num_spikes',
      'sigma_mp',
      'mp_softrank',
      'W_scale',
      'bulk_max',
      'bulk_min',
    ] as const) {
      expect([column, own.layers[0]![column]]).toEqual([column, null]);
      expect([column, peer.layers[0]![column]]).toEqual([column, -1]);
    }
    expect(own.layers[0]!.raw_alpha).toBeNull();
    expect(peer.layers[0]!.raw_alpha).toBe(-1);
    const tpl = await bothWays(zeros, { fit: 'TPL' });
    expect([tpl.own.layers[0]!.Lambda, tpl.peer.layers[0]!.Lambda]).toEqual([null, -1]);
  });

  test('columns that say the same of every layer', async () => {
    const { own, peer } = await bothWays({ 'fc.weight': matrix(20, 16) });
    for (const { layers } of [own, peer]) expect(layers[0]).not.toHaveProperty('has_esd');
  });
});
