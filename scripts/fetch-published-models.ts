/** Fetches the models of others that tests analyse, so that no test waits for a registry. */
import { fetchModel, publishedModels } from '../test/support/published-models.ts';

for (const [id, model] of Object.entries(await publishedModels())) await fetchModel(id, model);
