import { describe, test } from '@jest/globals';
import { compareEngines, LONGEST_REFERENCE_SIDE } from '../support/compare-engines.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = Object.entries(await publishedModels());

describe(`both engines find the same alphas, to 1e-9, in every layer of at most ${LONGEST_REFERENCE_SIDE} rows and columns`, () => {
  test.each(models)(
    'of the published model %s',
    async (id, model) => {
      await compareEngines(await fetchModel(id, model));
    },
    600_000,
  );
});
