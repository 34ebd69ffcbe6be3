import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/report/parse-report.ts';
import { runCli } from '../support/cli.ts';
import { fatten } from '../support/fatten.ts';
import { expectGoldenDiagnoses } from '../support/golden-diagnoses.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = await publishedModels();

/** Takes a while where a model has to be downloaded first. */
const TIMEOUT_MS = 300_000;

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-published-'));
});

afterEach(() => rm(cwd, { recursive: true }));

describe('init gives every published model a configuration under which it is green', () => {
  test.each(Object.entries(models))(
    '%s',
    async (id, model) => {
      const file = await fetchModel(id, model);
      const init = await runCli(['init', file], { cwd });
      if (init.exitCode === 3) {
        // A model without layers has nothing to be judged.
        expect(init.stderr).toMatch(/has no layer to analyse/);
        return;
      }
      expect([init.exitCode, init.stderr]).toEqual([0, '']);
      const { exitCode, stderr } = await runCli(['analyze', file], { cwd });
      expect([exitCode, stderr]).toEqual([0, '']);
    },
    TIMEOUT_MS,
  );
});

describe('that configuration turns red, by name, when the tail of one layer is fattened until its alpha falls by 0.5', () => {
  test.each([
    ['minilm-l6-safetensors', 'encoder.layer.0.attention.self.query', 'within bounds'],
    ['silero-vad-safetensors', 'lstm_cell.weight_hh', 'within bounds'],
    ['magika-onnx', 'jax2tf_get_logits_/Const:0', 'within bounds'],
    ['rxnmapper-albert', 'predictions.dense', 'within bounds'],
    ['rxnmapper-albert', 'albert.embeddings.position_embeddings', 'accepted below the threshold'],
    ['deeplc-fx-pt', 'initializers.onnx_initializer_36', 'within bounds'],
  ])(
    '%s: %s, which was %s',
    async (id, name) => {
      const original = await fetchModel(id, models[id]!);
      const file = path.join(cwd, path.basename(original));
      await copyFile(original, file);
      await runCli(['init', file], { cwd });
      await writeFile(file, await fatten(file, name, 0.5));
      const { exitCode, stdout, stderr } = await runCli(['analyze', file, '--format', 'json'], { cwd });
      expect([exitCode, stderr]).toEqual([1, '']);
      const failing = parseReport(stdout).layers.filter(({ verdict }) => verdict === 'fail');
      expect(failing.map(({ longname }) => longname)).toEqual([name]);
    },
    TIMEOUT_MS,
  );
});

describe('diagnoses of published models are those that docs/diagnoses.md lists', () => {
  // lpips-vgg has no layer to diagnose.
  test.each(Object.entries(models).filter(([id]) => id !== 'lpips-vgg'))(
    '%s',
    async (id, model) => expectGoldenDiagnoses(id, await fetchModel(id, model)),
    TIMEOUT_MS,
  );
});
