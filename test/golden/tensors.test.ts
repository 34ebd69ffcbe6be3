import { describe, test } from '@jest/globals';
import { MODELS } from '../support/golden-models.ts';
import { expectGoldenTensors } from '../support/golden-tensors.ts';

// These perceptrons were written for this project; no other library's reading of them is on record.
const decodedElsewhere = Object.entries(MODELS).filter(([id]) => !id.startsWith('mlp3-'));

describe('a reader gives every tensor that the libraries of its format read, to the last bit', () => {
  test.each(decodedElsewhere)('of %s', async (id, model) => {
    await expectGoldenTensors(model, id);
  });
});
