import { describe, expect, test } from '@jest/globals';
import { compareEngines } from '../support/compare-engines.ts';
import { MODELS } from '../support/golden-models.ts';

describe('both engines find the same alphas, to 1e-9', () => {
  test.each(Object.entries(MODELS))('in every layer of %s', async (_, model) => {
    expect(await compareEngines(model)).toBeGreaterThan(0);
  });
});
