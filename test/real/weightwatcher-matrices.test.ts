import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import { compareModels } from '../../src/pipeline/compare-models.ts';
import { smoothModel } from '../../src/pipeline/smooth-model.ts';
import type { Report } from '../../src/report/report.ts';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { portsHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT, reportByCli } from '../support/cli.ts';
import { expectGoldenRow, expectGoldenRows, expectLiteralRows, type GoldenRun } from '../support/golden.ts';
import { memoryFolder } from '../support/memory-source.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';
import { copyOfModel } from '../support/second-model.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const models = await publishedModels();
const IDS = ['attacut-c', 'facenet-onet', 'g2p-en'];

/** The layer types that the peer knows. */
const PEER_TYPES = ['dense', 'conv2d'];

const COUNTS = ['N', 'M', 'rf', 'num_evals', 'num_pl_spikes', 'layer_type', 'warning', 'status'] as const;
const MEASURES = ['alpha', 'D', 'xmin', 'xmax', 'lambda_max', 'norm', 'stable_rank', 'sv_max'] as const;

async function golden(id: string): Promise<Record<string, GoldenRun>> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/models/${id}/matrices.json`, 'utf8'));
}

async function analyze(id: string, settings: PartialSettings): Promise<Report> {
  return reportHere(await fetchModel(id, models[id]!), { layers: PEER_TYPES, ...settings });
}

interface Distances {
  readonly methods: Record<
    'raw' | 'euclidean' | 'cka',
    { readonly mean_delta_W: number; readonly rows: readonly { name: string; delta_W: number }[] }
  >;
}

describe.each(IDS)('how far WeightWatcher 0.7.7 says that %s has moved', (id) => {
  test.each(['raw', 'euclidean', 'cka'] as const)('by the distance %s', async (method) => {
    const { methods } = (await golden(id))['distances'] as unknown as Distances;
    const [files] = await groupModels(await locate(await fetchModel(id, models[id]!), { cwd: '/' }));
    const model = await openModel(files!);
    const copies = {
      'one.safetensors': await copyOfModel(model),
      'two.safetensors': await copyOfModel(model, (w, index) => 1.01 * w + (index % 2 === 0 ? 1e-3 : -1e-3)),
    };
    await model.close();
    const ports = {
      ...portsHere(),
      locate: async (name: string) => memoryFolder({ [name]: copies[name as keyof typeof copies] }, 'file'),
    };
    const settings = completeSettings({ distances: method, layers: PEER_TYPES, trust: 'off' });
    const { layers, summary } = await compareModels('one.safetensors', 'two.safetensors', settings, ports);
    const { rows, mean_delta_W } = methods[method];
    expect(layers).toHaveLength(rows.length);
    // The peer adds up in float32, which leaves five digits.
    for (const { name, delta_W } of rows) {
      const layer = layers.find(({ longname }) => longname === name);
      expect([name, layer!.delta_W! / delta_W]).toEqual([name, expect.closeTo(1, 5)]);
    }
    expect(summary.mean_delta_W! / mean_delta_W).toBeCloseTo(1, 5);
  });
});

interface Smoothed {
  readonly norm: number;
  readonly delta: number;
}

describe.each(IDS)('what WeightWatcher 0.7.7 smooths of %s', (id) => {
  const folder = temporaryFolder();

  test.each(['detX', 'svd', 'alpha_min'] as const)('by the method %s', async (method) => {
    const { methods } = (await golden(id))['smoothing'] as unknown as {
      methods: Record<string, Record<string, Smoothed>>;
    };
    const settings = completeSettings({ smoothMethod: method, smoothPercent: 0.5, layers: PEER_TYPES });
    const model = await fetchModel(id, models[id]!);
    const { layers } = await smoothModel(
      model,
      path.join(folder, `${method}.safetensors`),
      settings,
      portsHere(),
    );
    expect(layers).not.toHaveLength(0);
    for (const { longname, new_norm, distance } of layers) {
      const { norm, delta } = methods[method]![longname] ?? methods[method]![`${longname}.weight`]!;
      // The peer's decomposition is a randomised one; none leaves less behind than the exact one.
      expect([longname, new_norm / norm]).toEqual([longname, expect.closeTo(1, 2)]);
      expect(distance).toBeLessThanOrEqual(delta + 1e-5);
      expect(distance).toBeGreaterThan(delta * (1 - 3e-3) - 1e-5);
    }
  });
});

describe.each(IDS)('the matrices that WeightWatcher 0.7.7 forms of %s', (id) => {
  test('each position of a kernel for itself, without pool', async () => {
    const { pool_false } = await golden(id);
    const { layers } = await analyze(id, { pool: false });
    for (const row of pool_false!.layers) {
      const name = String(row['longname']);
      const layer = layers.find((one) => one.longname === name && one.slice_id === row['slice_id']);
      expect([name, layer?.slice_id]).toEqual([name, row['slice_id']]);
      expectGoldenRow(layer!, row);
    }
  });

  test('stacked', async () => {
    const { stacked } = await golden(id);
    const [row] = stacked!.layers;
    const [layer] = (await analyze(id, { stacked: true })).layers;
    expect([layer!.N, layer!.M]).toEqual([row!['N'], row!['M']]);
    expect(layer!.lambda_max! / (row!['lambda_max'] as number)).toBeCloseTo(1, 6);
    expect(layer!.num_evals).toBe(layer!.M);
  });

  test('of consecutive layers', async () => {
    const { intra } = await golden(id);
    if (intra!.layers.length === 0) {
      await expect(analyze(id, { intra: true })).rejects.toMatchObject({
        code: 'NO_LAYERS',
        problem: expect.stringContaining('share no dimension'),
      });
      return;
    }
    const { layers } = await analyze(id, { intra: true, sparsify: false });
    expect(layers).toHaveLength(intra!.layers.length);
    for (const [index, row] of intra!.layers.entries()) {
      for (const column of COUNTS) expect([column, layers[index]![column]]).toEqual([column, row[column]]);
      // The peer multiplies in float32, which is good for five digits of every column.
      for (const column of MEASURES) {
        const ratio = layers[index]![column]! / (row[column] as number);
        expect([column, ratio]).toEqual([column, expect.closeTo(1, 5)]);
      }
    }
  });

  test('inverted', async () => {
    const { inverse } = await golden(id);
    const report = await analyze(id, { inverse: true, layers: ['dense'] });
    const dense = inverse!.layers.filter((row) => row['layer_type'] === 'dense');
    expect(dense).not.toHaveLength(0);
    expectGoldenRows(report, { ...inverse!, layers: dense });
  });
});

describe.each(IDS)('by the built command line with --compat weightwatcher the rows of %s', (id) => {
  const literal = async (mode: string, options: readonly string[]) => {
    const run = (await golden(id))[mode]!;
    const startIds = run.mode === 'native-statedict' || run.mode === 'fed' ? '1' : '0';
    const file = await fetchModel(id, models[id]!);
    const asPeer = ['--compat', 'weightwatcher', '--start-ids', startIds];
    return { run, report: await reportByCli(file, [...asPeer, ...options]) };
  };

  test.each([
    ['pool_false', ['--pool', 'false']],
    ['inverse', ['--inverse', 'true']],
  ])('are WeightWatcher’s in the mode %s', async (mode, options) => {
    const { run, report } = await literal(mode, options);
    expectLiteralRows(report, run);
  });

  test('are WeightWatcher’s in the mode intra, to what its product in float32 leaves', async () => {
    if ((await golden(id))['intra']!.layers.length === 0) return;
    const { run, report } = await literal('intra', ['--intra', 'true', '--sparsify', 'false']);
    for (const { name } of report.layers) expect(name).toMatch(/^\d+ X \d+ $/);
    expect(report.layers.map(({ longname }) => longname)).toEqual(run.layers.map(({ longname }) => longname));
    for (const [index, row] of run.layers.entries()) {
      for (const column of [...MEASURES, 'sigma'] as const)
        expect(report.layers[index]![column]! / (row[column] as number)).toBeCloseTo(1, 5);
    }
  });

  test('are WeightWatcher’s stacked, of which it takes as many singular values as the first layer has', async () => {
    const { run, report } = await literal('stacked', ['--stacked', 'true']);
    const [row] = run.layers;
    expect(report.layers).toHaveLength(1);
    expect(report.layers[0]).toMatchObject({ layer_id: 0, name: row!['name'], longname: row!['longname'] });
    expectGoldenRow(report.layers[0]!, row!);
  });
});
