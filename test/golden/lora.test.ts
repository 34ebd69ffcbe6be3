import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { groupModels } from '../../src/formats/models.ts';
import { loadModel } from '../../src/pipeline/load-layers.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { analyzeHere, portsHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT } from '../support/cli.ts';
import { expectGoldenRow, expectGoldenRows, expectLiteralRows, type GoldenRun } from '../support/golden.ts';
import { memoryFolder } from '../support/memory-source.ts';
import { buildSafetensors, type SafetensorsTensor } from '../support/safetensors-builder.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MODEL = `${PROJECT}test/golden/models/minilm-lora`;
const HOSTILE = `${PROJECT}test/fixtures/hostile/peft`;

const analyze = (folder: string) => analyzeHere('.', { peft: 'on' }, portsHere(folder));
const reportOn = (folder: string) => reportHere('.', { peft: 'on' }, portsHere(folder));

async function goldenRun(name: string): Promise<GoldenRun> {
  return JSON.parse(await readFile(`${MODEL}/${name}.json`, 'utf8')).runs[0];
}

describe('LoRA products of a fine-tuned MiniLM', () => {
  const unscaled = temporaryFolder();
  beforeAll(async () => {
    await cp(`${MODEL}/files`, unscaled, { recursive: true });
    await writeFile(path.join(unscaled, 'adapter_config.json'), '{"r": 16, "lora_alpha": 16}');
  });

  test('are what WeightWatcher finds with peft=True, column by column, where the scale is 1', async () => {
    const golden = await goldenRun('peft');
    const report = await reportOn(unscaled);
    expect(report.layers.map(({ longname }) => longname)).toEqual(
      golden.layers.map(({ longname }) => longname),
    );
    expectGoldenRows(report, golden);
  });

  test('are what WeightWatcher finds with peft=True of the adapter as it is, with --compat weightwatcher', async () => {
    const settings = { peft: 'on', compat: 'weightwatcher' } as const;
    const report = await reportHere('.', settings, portsHere(`${MODEL}/files`));
    expectLiteralRows(report, await goldenRun('peft'));
  });

  // The merged product was rounded to float32 and has 368 eigenvalues that are nothing but that rounding.
  test('are what WeightWatcher finds in lora_alpha/r · B·A, but for the zeros', async () => {
    const golden = await goldenRun('delta');
    const { layers } = await reportOn(`${MODEL}/files`);
    expect(layers).toHaveLength(golden.layers.length);
    for (const [index, row] of golden.layers.entries()) {
      const layer = layers[index]!;
      expect(layer.longname).toBe(`base_model.model.${row['longname']}.lora_BA`);
      expect([layer.N, layer.M, layer.num_pl_spikes]).toEqual([row['N'], row['M'], row['num_pl_spikes']]);
      for (const column of [
        'alpha',
        'D',
        'sigma',
        'xmin',
        'xmax',
        'lambda_max',
        'norm',
        'stable_rank',
      ] as const)
        expect([column, Math.abs(layer[column]! / (row[column] as number) - 1) < 1e-8]).toEqual([
          column,
          true,
        ]);
      for (const column of ['log_alpha_norm', 'alpha_weighted'] as const)
        expect(layer[column]).toBeCloseTo(row[column] as number, 8);
    }
  });
});

describe('the weights that a LoRA adapter was trained on', () => {
  const BASE = `${PROJECT}test/golden/models/minilm-l0-torch-zip/files/pytorch_model.bin`;

  test('with its products added are what WeightWatcher finds in the merged model', async () => {
    const golden = await goldenRun('merged');
    const settings = { peft: 'with-base', baseModel: BASE } as const;
    const { layers, skipped, base_model } = await reportHere('.', settings, portsHere(`${MODEL}/files`));
    expect(base_model?.source).toMatch(/pytorch_model\.bin$/);
    // The base model here is the attention of one block.
    const modules = ['query', 'value'].map((name) => `encoder.layer.0.attention.self.${name}`);
    for (const module of modules) {
      const row = golden.layers.find(({ longname }) => longname === module)!;
      const layer = layers.find(({ longname }) => longname === `base_model.model.${module}.lora_W_plus_AB`)!;
      // The merged weights were rounded to float32 before the peer saw them.
      expectGoldenRow(layer, row, 1e-5);
      expect(layers.map(({ longname }) => longname)).toContain(module);
    }
    expect(skipped.map(({ name, reason }) => [name, reason])).toContainEqual([
      'base_model.model.encoder.layer.0.intermediate.dense.lora_W_plus_AB.weight',
      'the base model has no weights for it',
    ]);
  });
});

describe('a model less the one that it was trained from', () => {
  test('is the product that the adapter added, as WeightWatcher finds it', async () => {
    const golden = await goldenRun('delta');
    const base = `${PROJECT}test/golden/models/minilm-l0-torch-zip/files/pytorch_model.bin`;
    const merged = await mergedModel(base);
    const ports = {
      ...portsHere(),
      locate: async (name: string) =>
        name === 'merged.safetensors' ? memoryFolder({ [name]: merged }, 'file') : locate(name, { cwd: '/' }),
    };
    const { layers } = await reportHere('merged.safetensors', { baseModel: base }, ports);
    expect(layers.map(({ longname }) => longname)).toEqual(
      ['query', 'value'].map((name) => `encoder.layer.0.attention.self.${name}`),
    );
    for (const layer of layers) {
      const row = golden.layers.find(({ longname }) => longname === layer.longname)!;
      expect([layer.N, layer.M, layer.num_pl_spikes]).toEqual([row['N'], row['M'], row['num_pl_spikes']]);
      // 368 of its 384 eigenvalues are nothing but rounding, the peer's that of float32.
      for (const column of ['alpha', 'D', 'sigma', 'xmin', 'lambda_max', 'norm', 'stable_rank'] as const)
        expect(layer[column]! / (row[column] as number)).toBeCloseTo(1, 8);
    }
  });
});

/** The layers that the adapter adds to, with its products added, in float64 and under the names of the base model. */
async function mergedModel(base: string): Promise<Uint8Array> {
  const [files] = await groupModels(await locate(`${MODEL}/files`, { cwd: '/' }));
  const settings = completeSettings({ peft: 'with-base', baseModel: base });
  const loaded = await loadModel(files!, settings, portsHere());
  const tensors: Record<string, SafetensorsTensor> = {};
  for (const { tensor, name } of loaded.layers) {
    const module = /^base_model\.model\.(.*)\.lora_W_plus_AB$/.exec(name)?.[1];
    if (module === undefined) continue;
    const bytes = new Uint8Array(tensor.sizeBytes);
    await tensor.readInto(bytes);
    tensors[`${module}.weight`] = { dtype: 'F64', shape: tensor.shape, bytes };
  }
  await loaded.close();
  return buildSafetensors(tensors);
}

describe('hostile and odd adapters', () => {
  test('a sound one is analysed', async () => {
    const { layers, skipped } = await reportOn(`${HOSTILE}/ok`);
    expect(layers).toMatchObject([
      { longname: 'base_model.model.q.lora_BA', N: 64, M: 48, num_evals: 8, status: 'success' },
    ]);
    expect(skipped).toEqual([]);
  });

  test('a base model that is a path out of the folder is never looked at', async () => {
    const [injected, sound] = await Promise.all(
      ['config_path_injection', 'ok'].map((name) => reportOn(`${HOSTILE}/${name}`)),
    );
    expect(injected!.layers).toEqual(sound!.layers);
  });

  test('without a configuration the row says that it is unscaled', async () => {
    const { layers } = await reportOn(`${HOSTILE}/config_missing`);
    expect(layers[0]!.status).toBe('success: B·A without its scale, because there is no adapter_config.json');
  });

  test('with factors of which one is zero every weight is zero', async () => {
    const { layers } = await reportOn(`${HOSTILE}/zero_B`);
    expect(layers).toMatchObject([
      { alpha: null, num_evals: 8, matrix_rank: 0, status: 'failed: every weight is zero' },
    ]);
  });

  test('a rank of 0 is refused', async () => {
    expect(await analyze(`${HOSTILE}/r_zero`)).toMatchObject({
      kind: 'error',
      error: { code: 'BAD_ADAPTER_CONFIG', problem: expect.stringContaining('its r is 0') },
    });
  });
});
