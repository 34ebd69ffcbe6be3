import { describe, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';
import { expectGoldenDiagnoses } from '../support/golden-diagnoses.ts';
import { MODELS } from '../support/golden-models.ts';

describe('the built command line diagnoses what docs/diagnoses.md says', () => {
  test.each(Object.entries(MODELS))('in %s', (id, model) => expectGoldenDiagnoses(id, PROJECT + model));
});
