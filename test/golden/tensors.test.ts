import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { expectGoldenTensors, goldenTensors } from '../support/golden-tensors.ts';

const models = Object.entries(MODELS).filter(([id]) =>
  existsSync(`${PROJECT}test/golden/models/${id}/tensors.json`),
);

describe("every tensor has the elements that the format's own library reads", () => {
  test('in every model that is here with its hashes', () => {
    expect(models.map(([id]) => id)).toEqual(
      expect.arrayContaining(['minilm-l0-flax', 'rnet-keras', 'rnet-keras-legacy-h5', 'rnet-tf2-ckpt']),
    );
  });

  test.each(models)('in %s', async (id, model) => {
    await expectGoldenTensors(model, await goldenTensors(id));
  });
});
