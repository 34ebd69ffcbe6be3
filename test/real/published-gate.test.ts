import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parseReport } from '../../src/report/parse-report.ts';
import { runCli } from '../support/cli.ts';
import { fatten } from '../support/fatten.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = await publishedModels();

/** Takes a while where a model has to be downloaded first. */
const TIMEOUT_MS = 300_000;

let cwd: string;

beforeEach(async () => {
  cwd = await mkdtemp(path.join(tmpdir(), 'alphagate-published-'));
});

afterEach(() => rm(cwd, { recursive: true }));

describe('the configuration that init gives a published model turns red, by name, when the tail of one layer is fattened until its alpha falls by 0.5', () => {
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
