import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { analyzeHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT } from '../support/cli.ts';
import { expectWholeRow, type GoldenRow } from '../support/golden.ts';

/** What the peer was run with, by its name for the run. */
const SETTINGS: Readonly<Record<string, PartialSettings>> = {
  default: {},
  clip_xmax: { fixFingers: 'clip_xmax' },
  detX: { detX: true },
};

/** By file, then by run: the rows, or that the peer ended with an exception. */
type OddMatrices = Readonly<Record<string, Readonly<Record<string, readonly GoldenRow[] | 'crash'>>>>;

const { matrices } = JSON.parse(await readFile(`${PROJECT}test/golden/odd-matrices.json`, 'utf8')) as {
  matrices: OddMatrices;
};
const cases = Object.entries(matrices).flatMap(([file, runs]) =>
  Object.entries(runs).map(([run, rows]) => [file, run, rows] as const),
);
const isFitted = ([row]: readonly GoldenRow[]) => (row!['alpha'] as number) > 1;

const analyze = (file: string, run: string, settings: PartialSettings = {}) =>
  reportHere(`${PROJECT}test/fixtures/hostile/${file}`, { ...SETTINGS[run], ...settings });

describe('with --compat weightwatcher the row of an odd matrix is WeightWatcher’s', () => {
  test.each(cases)('%s, %s', async (file, run, rows) => {
    if (rows === 'crash') {
      const { layers } = await analyze(file, run, { compat: 'weightwatcher' });
      expect(layers[0]).toMatchObject({ alpha: null, verdict: 'fail', diagnosis: ['not-finite'] });
      return;
    }
    if (rows.length === 0) {
      const outcome = await analyzeHere(`${PROJECT}test/fixtures/hostile/${file}`, {
        compat: 'weightwatcher',
      });
      expect(outcome).toMatchObject({ kind: 'error', error: { code: 'NO_LAYERS' } });
      return;
    }
    const { layers } = await analyze(file, run, { compat: 'weightwatcher' });
    expect(layers).toHaveLength(1);
    expectWholeRow(layers[0]!, rows[0]!);
  });
});

describe('a fit that fails', () => {
  const failing = cases.filter(
    (one): one is readonly [string, string, readonly GoldenRow[]] =>
      one[2] !== 'crash' && one[2].length > 0 && !isFitted(one[2]),
  );

  test.each(failing)('is inconclusive, whatever WeightWatcher calls it: %s, %s', async (file, run, [row]) => {
    expect(row!['warning']).toBe('over-trained');
    const literal = await analyze(file, run, { compat: 'weightwatcher' });
    expect(literal.layers[0]).toMatchObject({ verdict: 'inconclusive', delta: null });
    expect(literal.layers[0]!.diagnosis).not.toContain('over-trained');
    expect(literal.summary).toMatchObject({ alpha: row!['alpha'], min_alpha: null });
  });

  test('has no alpha, no label and no part in the means without --compat', async () => {
    const files = [...new Set(failing.filter(([, run]) => run === 'default').map(([file]) => file))];
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const { layers, summary } = await analyze(file, 'default');
      const { alpha, warning, status } = layers[0]!;
      expect([file, alpha, warning, summary.alpha]).toEqual([file, null, '', null]);
      expect(status).toMatch(/^failed: ./);
    }
  });
});
