import { describe, expect, test } from '@jest/globals';
import { counterpartsIn } from '../../../../src/layers/base-model/counterparts.ts';
import type { Report } from '../../../../src/report/report.ts';
import type { PartialSettings } from '../../../../src/settings/resolve.ts';
import {
  type Matrices,
  portsOfMatrices,
  reportHere,
  reportOnMatrices,
} from '../../../support/analyze-in-process.ts';
import { type Dense, dense, normalMatrix } from '../../../support/matrices.ts';

const W0 = normalMatrix(40, 30, 1);
const W = normalMatrix(40, 30, 2);

function minus(a: Dense, b: Dense): Dense {
  return dense(a.rows, a.cols, (i, j) => a.values[i * a.cols + j]! - b.values[i * b.cols + j]!);
}

/** The report on a model with a base model, both in memory. */
function report(model: Matrices, base: Matrices, settings: PartialSettings = {}): Promise<Report> {
  const ports = portsOfMatrices({ 'model.safetensors': model, 'base.safetensors': base });
  return reportHere('model.safetensors', { baseModel: 'base.safetensors', ...settings }, ports);
}

describe('a model less its base model', () => {
  test('has the spectrum of the difference, column by column', async () => {
    const { layers, base_model } = await report({ 'fc.weight': W }, { 'fc.weight': W0 });
    expect(layers).toEqual((await reportOnMatrices({ 'fc.weight': minus(W, W0) })).layers);
    expect(base_model).toEqual({ source: 'base.safetensors', identity: 'test:base.safetensors' });
  });

  test('is matched by name: neither order nor further layers of the base matter', async () => {
    const alone = await report({ 'a.weight': W }, { 'a.weight': W0 });
    const among = await report({ 'a.weight': W }, { 'x.weight': W, 'aa.weight': W, 'a.weight': W0 });
    expect(among.layers).toEqual(alone.layers);
  });

  test('that is itself is zero, and inconclusive', async () => {
    const { layers } = await report({ 'fc.weight': W }, { 'fc.weight': W });
    expect(layers).toMatchObject([
      { alpha: null, status: 'failed: every weight is zero', verdict: 'inconclusive' },
    ]);
  });

  test('lists what the base does not have', async () => {
    const { layers, skipped } = await report({ 'fc.weight': W, 'new.weight': W }, { 'fc.weight': W0 });
    expect(layers).toHaveLength(1);
    expect(skipped).toEqual([{ name: 'new.weight', reason: 'not in the base model' }]);
  });

  test('of another shape is refused with both shapes, unless the layer is left out', async () => {
    const base = { 'fc.weight': W0, 'head.weight': normalMatrix(9, 30, 3) };
    const model = { 'fc.weight': W, 'head.weight': normalMatrix(10, 30, 3) };
    await expect(report(model, base)).rejects.toMatchObject({
      code: 'BASE_SHAPES',
      problem: '"head.weight" is [10, 30], and "head.weight" in base.safetensors is [9, 30]',
    });
    expect((await report(model, base, { exclude: ['head'] })).layers).toHaveLength(1);
  });

  test('that has none of its tensors is refused', async () => {
    await expect(report({ 'fc.weight': W }, { 'other.weight': W0 })).rejects.toMatchObject({
      code: 'NO_COUNTERPART',
      subject: 'base.safetensors',
    });
  });
});

describe('the counterpart of a tensor', () => {
  const tensorsOf = (names: readonly string[]) =>
    names.map((name) => ({
      name,
      dtype: 'F32',
      shape: [2, 2],
      kernelLayout: 'oihw' as const,
      storageKey: name,
      sizeBytes: 16,
      readInto: async () => {},
    }));

  test.each<[string, readonly string[], string | undefined]>([
    ['encoder.0.fc.weight', ['encoder.0.fc.weight'], 'encoder.0.fc.weight'],
    ['encoder.0.fc', ['encoder.0.fc.weight'], 'encoder.0.fc.weight'],
    ['bert.encoder.0.fc', ['encoder.0.fc'], 'encoder.0.fc'],
    ['encoder.0.fc', ['module.bert.encoder.0.fc'], 'module.bert.encoder.0.fc'],
    ['encoder.0.fc', ['bert.encoder.0.fc', 'encoder.0.fc'], 'encoder.0.fc'],
    ['encoder.0.fc', ['a.encoder.0.fc', 'b.encoder.0.fc'], undefined],
    ['decoder.0.fc', ['encoder.0.fc'], undefined],
    ['encoder.0.fc', ['fc'], undefined],
    ['fc', ['encoder.fc'], undefined],
  ])('%s among %j is %s', (name, names, found) => {
    expect(counterpartsIn(tensorsOf(names))(name)?.name).toBe(found);
  });
});
