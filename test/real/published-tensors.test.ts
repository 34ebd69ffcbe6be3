import { describe, test } from '@jest/globals';
import { expectGoldenTensors } from '../support/golden-tensors.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = Object.entries(await publishedModels());

describe('a reader gives every tensor that the libraries of its format read, to the last bit', () => {
  test.each(models)(
    'of the published model %s',
    async (id, model) => {
      await expectGoldenTensors(await fetchModel(id, model), id);
    },
    300_000,
  );
});
