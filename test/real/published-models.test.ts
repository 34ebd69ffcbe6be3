import { describe } from '@jest/globals';
import { describeModel } from '../support/model-suite.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = Object.entries(await publishedModels());

describe('the published model', () => {
  for (const [id, model] of models) describeModel(id, () => fetchModel(id, model));
});
