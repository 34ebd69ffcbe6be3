import { access } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { expectGoldenTensors, goldenTensors } from '../support/golden-tensors.ts';

const isThere = (path: string) =>
  access(path).then(
    () => true,
    () => false,
  );
const models: [string, string][] = [];
for (const [id, model] of Object.entries(MODELS)) {
  if (await isThere(`${PROJECT}test/golden/models/${id}/tensors.json`)) models.push([id, model]);
}

describe("every tensor has the elements that the format's own library reads", () => {
  test('in at least one model of each of these formats', () => {
    expect(models.map(([id]) => id)).toEqual(expect.arrayContaining(['minilm-l0-flax']));
  });

  test.each(models)('in %s', async (id, model) => {
    await expectGoldenTensors(model, await goldenTensors(id));
  });
});
