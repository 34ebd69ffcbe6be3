import { readFile } from 'node:fs/promises';
import { describe, test } from '@jest/globals';
import { portsHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT } from '../support/cli.ts';
import { expectLiteralRows, type GoldenRun } from '../support/golden.ts';
import { MODELS } from '../support/golden-models.ts';

/** What a golden run needs to be read as its mode was: a state dict's ids begin with 1. */
const START_IDS: Readonly<Record<string, number>> = { 'native-statedict': 1 };

describe('with --compat weightwatcher, ids, names, shapes and numbers are WeightWatcher’s', () => {
  test.each(Object.entries(MODELS))('of %s', async (id, model) => {
    const { runs } = JSON.parse(
      await readFile(`${PROJECT}test/golden/models/${id}/weightwatcher.json`, 'utf8'),
    );
    // A format that the peer reads itself is compared with that reading, others with what it was given by name.
    const [run] = runs as GoldenRun[];
    const settings = { compat: 'weightwatcher', startIds: START_IDS[run!.mode] ?? 0 } as const;
    expectLiteralRows(await reportHere(`${PROJECT}${model}`, settings, portsHere()), run!);
  });
});
