import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { reportHere } from '../support/analyze-in-process.ts';
import { PROJECT } from '../support/cli.ts';
import { expectGoldenRow, expectGoldenRows, type GoldenRun } from '../support/golden.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

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
