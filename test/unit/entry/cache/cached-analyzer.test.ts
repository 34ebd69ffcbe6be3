import { readdir, rm } from 'node:fs/promises';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { CachedAnalyzer } from '../../../../src/entry/cache/cached-analyzer.ts';
import { LayerCache } from '../../../../src/entry/cache/layer-cache.ts';
import { numbersOrigin } from '../../../../src/entry/cache/layer-key.ts';
import { NumericError } from '../../../../src/errors.ts';
import type { LayerAnalyzer } from '../../../../src/pipeline/analyze-layers.ts';
import { analyzeReference, type Ports } from '../../../../src/pipeline.ts';
import type { Report } from '../../../../src/report/report.ts';
import { completeSettings, type PartialSettings } from '../../../../src/settings/resolve.ts';
import { type Matrices, portsOfMatrices } from '../../../support/analyze-in-process.ts';
import { dense, normalMatrix } from '../../../support/matrices.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder();
});

const MODEL: Matrices = {
  'a.weight': normalMatrix(60, 40, 1),
  'b.weight': normalMatrix(50, 50, 2),
  'zeros.weight': dense(30, 20, () => 0),
  'ones.weight': dense(30, 20, () => 1),
  'identity.weight': dense(20, 20, (row, col) => (row === col ? 1 : 0)),
  'not finite.weight': dense(30, 20, () => NaN),
};

interface Run {
  readonly report: Report;
  readonly known: number;
  /** Layers that were analysed. */
  readonly analyzed: number;
  readonly progress: readonly number[];
}

async function analyze(
  model: Matrices,
  settings: PartialSettings = {},
  through?: (analyzer: LayerAnalyzer) => LayerAnalyzer,
): Promise<Run> {
  const ports = portsOfMatrices({ 'model.safetensors': model });
  let analyzed = 0;
  const counted: LayerAnalyzer = {
    concurrency: 2,
    analyze: (task, bytes) => {
      analyzed++;
      return (through?.(ports.analyzer) ?? ports.analyzer).analyze(task, bytes);
    },
  };
  const cache = await LayerCache.open(folder);
  const analyzer = new CachedAnalyzer(counted, cache, numbersOrigin('wasm', 'code'));
  const progress: number[] = [];
  const all: Ports = { ...ports, analyzer, onProgress: ({ layersDone }) => progress.push(layersDone) };
  const wanted = completeSettings({ minEvals: 0, ...settings });
  const [outcome] = await analyzeReference('model.safetensors', wanted, all, { curves: true });
  if (outcome!.kind === 'error') throw outcome!.error;
  const { known } = await analyzer.finish();
  const report = { ...outcome!.report, timing: { total_ms: 0 } };
  return { report, known, analyzed, progress };
}

const COUNT = Object.keys(MODEL).length;

describe('a model that is analysed again', () => {
  test.each<[string, PartialSettings]>([
    ['by default', {}],
    ['with every alpha assessed', { trust: 'all' }],
    ['with every mode', { mpFit: true, randomize: true, detX: true, vectors: true }],
    ['with a truncated power law', { fit: 'E_TPL' }],
    ['with fingers', { fixFingers: 'clip_xmax' }],
    ['as WeightWatcher does', { compat: 'weightwatcher' }],
  ])('gets the same report from the cache, %s', async (_, settings) => {
    const cold = await analyze(MODEL, settings);
    expect(cold).toMatchObject({ known: 0, analyzed: COUNT });
    const warm = await analyze(MODEL, settings);
    expect(warm).toMatchObject({ known: COUNT, analyzed: 0, progress: cold.progress });
    expect(warm.report).toEqual(cold.report);
    expect(JSON.stringify(warm.report) === JSON.stringify(cold.report)).toBe(true);
  });

  test('has only the layers analysed that have changed or come, wherever they are', async () => {
    await analyze(MODEL);
    const changed = {
      'a.first.weight': normalMatrix(20, 20, 3),
      ...MODEL,
      'b.weight': normalMatrix(50, 50, 4),
    };
    const partly = await analyze(changed);
    expect(partly).toMatchObject({ known: COUNT - 1, analyzed: 2 });
    await rm(folder, { recursive: true });
    expect(partly.report).toEqual((await analyze(changed)).report);
  });

  test.each<[string, PartialSettings]>([
    ['seed', { seed: 2 }],
    ['min-alpha, which decides what is assessed', { minAlpha: 3 }],
    ['trust', { trust: 'off' }],
    ['mp_fit', { mpFit: true }],
    ['xmax', { xmax: 1 }],
    ['tolerance', { tolerance: 1e-3 }],
    ['inverse', { inverse: true }],
    ['compat', { compat: 'weightwatcher' }],
  ])('is analysed anew with another %s', async (_, settings) => {
    await analyze(MODEL);
    expect(await analyze(MODEL, settings)).toMatchObject({ known: 0, analyzed: COUNT });
  });

  test('is not with a setting that no number depends on', async () => {
    await analyze(MODEL);
    expect(await analyze(MODEL, { epsilon: 0.5, leastTrust: 'high', confidence: 1 })).toMatchObject({
      known: COUNT,
    });
  });
});

test('an error is not kept', async () => {
  const failing = (): LayerAnalyzer => ({
    concurrency: 1,
    analyze: async () => {
      throw new NumericError({ code: 'NO_CONVERGENCE', subject: 'layer', problem: 'did not converge' });
    },
  });
  await expect(analyze({ 'a.weight': MODEL['a.weight']! }, {}, failing)).rejects.toMatchObject({
    code: 'NO_CONVERGENCE',
  });
  expect(await readdir(folder)).toEqual([]);
  expect(await analyze({ 'a.weight': MODEL['a.weight']! })).toMatchObject({ known: 0, analyzed: 1 });
});
