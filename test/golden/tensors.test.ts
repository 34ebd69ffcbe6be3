import { existsSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { expectGoldenTensors, goldenTensors } from '../support/golden-tensors.ts';

const models = Object.entries(MODELS).filter(([id]) =>
  existsSync(`${PROJECT}test/golden/models/${id}/tensors.json`),
);

describe("every tensor has the elements that the format's own library reads", () => {
  test('in at least one model of each of these formats', () => {
    expect(models.map(([id]) => id)).toEqual(expect.arrayContaining(['minilm-l0-flax']));
  });

  test.each(models)('in %s', async (id, model) => {
    await expectGoldenTensors(model, await goldenTensors(id));
  });
});
