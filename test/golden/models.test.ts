import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { MODELS } from '../support/golden-models.ts';
import { describeModel } from '../support/model-suite.ts';
import { publishedModels } from '../support/published-models.ts';

describe('a model', () => {
  for (const [id, model] of Object.entries(MODELS)) describeModel(id, async () => path.join(PROJECT, model));
});

test('no model of which there are golden numbers is left out', async () => {
  const ids = await readdir(`${PROJECT}test/golden/models`);
  expect(ids.sort()).toEqual([...Object.keys(MODELS), ...Object.keys(await publishedModels())].sort());
});
