import { describe, expect, test } from '@jest/globals';
import { RECIPES, referenceOf } from '../../../scripts/calibration/recipes.ts';
import { DEFAULT_RULE, RULES, type Rule } from '../../../scripts/calibration/rules.ts';
import { dominates, falseAlarms, misses, scoreRules } from '../../../scripts/calibration/scores.ts';
import {
  type Kind,
  lowestLayer,
  SOUND,
  type Subject,
  truthOfTraining,
} from '../../../scripts/calibration/subjects.ts';
import { ruleTable, verdictTable, wrongList } from '../../../scripts/calibration/tables.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import { reportLayer } from '../../support/report-builder.ts';

/** A model of one layer of that alpha. */
function subject(id: string, kind: Kind | undefined, alpha: number, num_evals = 100): Subject {
  const truth = kind && ({ kind, expected: SOUND.includes(kind) ? 'green' : 'red' } as const);
  const layers = [reportLayer({ longname: 'fc', alpha, num_evals, matrix_rank: num_evals })];
  return { id, truth, remark: '', layers };
}

const SUBJECTS = [
  subject('healthy', 'published', 3),
  subject('suspicious', 'published', 1.9),
  subject('worn', 'small batches', 1.4),
  subject('noisy', 'noise memorised', 2.5),
  subject('copy', undefined, 1.2),
];

const rule = (id: string, minAlpha: number): Rule => ({
  id,
  name: `min-alpha ${minAlpha}`,
  settings: completeSettings({ minAlpha }),
});
const scored = scoreRules([rule('lax', 1), rule('middle', 1.5), rule('strict', 2)], SUBJECTS);
const [lax, middle, strict] = scored as [(typeof scored)[0], (typeof scored)[0], (typeof scored)[0]];

describe('scores', () => {
  test('count a sound model in red as a false alarm and an over-trained one in green as a miss', () => {
    expect(falseAlarms(strict.scores)).toEqual({ right: 1, of: 2, wrong: ['suspicious'] });
    expect(misses(strict.scores)).toEqual({ right: 1, of: 2, wrong: ['noisy'] });
    expect(falseAlarms(lax.scores).wrong).toEqual([]);
    expect(misses(lax.scores).wrong).toEqual(['worn', 'noisy']);
  });

  test('leave out models whose truth is not known', () => {
    expect(strict.scores.at(-1)).toMatchObject({ colour: 'red', isRight: undefined });
  });

  test('call a rule better only when it is worse in nothing', () => {
    expect(dominates(middle, strict)).toBe(true);
    expect(dominates(middle, lax)).toBe(true);
    expect(dominates(strict, middle)).toBe(false);
    expect(dominates(strict, lax)).toBe(false);
    expect(dominates(middle, middle)).toBe(false);
  });

  test('take a model of which nothing can be judged for red, as the gate does', () => {
    const [score] = scoreRules([rule('strict', 2)], [subject('small', 'published', 1.5, 20)])[0]!.scores;
    expect(score).toMatchObject({ colour: 'red', isRight: false, failingLayers: [] });
  });
});

describe('tables', () => {
  test('count false alarms among the sound and hits among the over-trained', () => {
    const row = ruleTable(scored).split('\n').at(-1);
    expect(row).toBe(
      '| **strict** min-alpha 2 | 1 of 2 | 0 of 0 | 1 of 1 | 0 of 1 | 0 of 0 | 1 of 2 | 0 of 0 |',
    );
  });

  test('mark each model under each rule', () => {
    const rows = verdictTable(scored).split('\n');
    expect(rows.slice(2)).toEqual([
      '| healthy | published | ✓ | ✓ | ✓ |',
      '| suspicious | published | ✓ | ✓ | ✗ red |',
      '| worn | small batches | ✗ | ✓ red | ✓ red |',
      '| noisy | noise memorised | ✗ | ✗ | ✗ |',
      '| copy | not counted |  | red | red |',
    ]);
  });

  test('name what each rule gets wrong', () => {
    expect(wrongList(scored).split('\n')[1]).toBe('- **middle** false alarms: none. Misses: noisy.');
    const several = [1, 2, 3].map((seed) => subject(`noisy${seed}`, 'noise memorised', 2.5));
    expect(wrongList(scoreRules([rule('strict', 2)], several))).toContain(
      'Misses: all 3 of *noise memorised*.',
    );
  });

  test('count the trainings whose verdict hangs on the seed', () => {
    const subjects = [
      subject('calm-seed1', 'sound training', 2.5),
      subject('calm-seed2', 'sound training', 2.4),
      subject('narrow-seed1', 'sound training', 2.02),
      subject('narrow-seed2', 'sound training', 1.98),
      subject('once-seed1', 'sound training', 2.5),
    ];
    const row = ruleTable(scoreRules([rule('strict', 2)], subjects))
      .split('\n')
      .at(-1);
    expect(row).toMatch(/\| 1 of 2 \|$/);
  });
});

describe('what a model is', () => {
  const truth = (randomLabels: number, testAccuracy: number, trainAccuracy = 1) =>
    truthOfTraining({ randomLabels, trainAccuracy, testAccuracy, referenceAccuracy: 0.94 });

  test('is told by test accuracy where labels are right', () => {
    expect(truth(0, 0.93)).toEqual({ kind: 'sound training', expected: 'green' });
    expect(truth(0, 0.95)).toEqual({ kind: 'sound training', expected: 'green' });
    expect(truth(0, 0.91)).toEqual({ kind: 'small batches', expected: 'red' });
  });

  test('is told by the share of random labels where that is large, whatever the test accuracy', () => {
    expect(truth(0.1, 0.93)).toEqual({ kind: 'sound training', expected: 'green' });
    expect(truth(0.1, 0.91)).toEqual({ kind: 'noise memorised', expected: 'red' });
    expect(truth(0.25, 0.95)).toEqual({ kind: 'noise memorised', expected: 'red' });
    expect(truth(0.25, 0.95, 0.8)).toEqual({ kind: 'noise not memorised', expected: 'red' });
  });

  test('does not depend on layers that are too small to count', () => {
    const layers = [
      reportLayer({ name: 'small', alpha: 1.2, num_evals: 49 }),
      reportLayer({ name: 'unfitted', alpha: null }),
      reportLayer({ name: 'second', alpha: 1.9, num_evals: 50 }),
      reportLayer({ name: 'first', alpha: 1.8, num_evals: 60 }),
    ];
    const one = { id: '', truth: undefined, remark: '', layers };
    expect(lowestLayer(one, 50)?.name).toBe('first');
    expect(lowestLayer(one, 0)?.name).toBe('small');
    expect(lowestLayer(one, 1000)).toBeUndefined();
  });
});

describe('what is compared', () => {
  test('has the defaults among the rules, and each rule once', () => {
    const standard = RULES.find(({ id }) => id === DEFAULT_RULE);
    expect(standard?.settings).toEqual(completeSettings());
    expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length);
    expect(new Set(RULES.map(({ settings }) => JSON.stringify(settings))).size).toBe(RULES.length);
  });

  test('has for every network the one that it is measured against', () => {
    const ids = RECIPES.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const recipe of RECIPES) expect(ids).toContain(referenceOf(recipe));
  });
});
