import { describe, expect, test } from '@jest/globals';
import type { Collection, TrainedSubject } from '../../../scripts/calibration/collect.ts';
import { conclusions } from '../../../scripts/calibration/conclusions.ts';
import { calibrationPage } from '../../../scripts/calibration/page.ts';
import { SHAPE_NAMES } from '../../../scripts/calibration/random-matrices.ts';
import { RULES } from '../../../scripts/calibration/rules.ts';
import { scoreRules } from '../../../scripts/calibration/scores.ts';
import { type Subject, truthOfTraining } from '../../../scripts/calibration/subjects.ts';
import { reportLayer } from '../../support/report-builder.ts';

/** A network with a share of random labels; those of 25 % and more are expected red. */
function trained(randomLabels: number, alpha: number, epochs = 15): TrainedSubject {
  const [trainAccuracy, testAccuracy] = [1, 0.95];
  const id = `noise${100 * randomLabels}-epochs${epochs}-seed1`;
  return {
    id,
    truth: truthOfTraining({ randomLabels, trainAccuracy, testAccuracy, referenceAccuracy: 0.94 }),
    remark: '',
    layers: [reportLayer({ name: 'fc1', longname: 'fc1', alpha, sigma: 0.01 })],
    network: {
      recipe: { id, seed: 1, randomLabels, batchSize: 16, epochs },
      file: '',
      trainAccuracy,
      testAccuracy,
    },
    loss: -0.01,
  };
}

const published: Subject = {
  id: 'famous',
  truth: { kind: 'published', expected: 'green' },
  remark: 'of a package',
  layers: [reportLayer({ alpha: 1.9, sigma: 0.01 })],
};

const COLLECTION: Collection = {
  golden: [published],
  trained: [trained(0, 1.95), trained(0.25, 2.5), trained(0.5, 2.6), trained(0, 3, 60), trained(1, 1.5, 60)],
  withoutLayers: ['empty'],
  randomLayers: SHAPE_NAMES.flatMap((shape, index) =>
    [1.5, 3].map((alpha, draw) => {
      const num_evals = index === 0 ? 12 : 60;
      return reportLayer({ longname: `${shape}.${draw}`, alpha, num_evals });
    }),
  ),
};

const sentences = conclusions(COLLECTION, scoreRules(RULES, [published, ...COLLECTION.trained]));

describe('the conclusions', () => {
  test('count false alarms and hits of the defaults', () => {
    expect(sentences[0]).toBe(
      'The defaults turn 2 of 3 sound models red, 1 of them published ones, and catch 1 of 3 over-trained ones: ' +
        '0 of 0 of *small batches*, 1 of 3 of *noise memorised*, 0 of 0 of *noise not memorised*.',
    );
  });

  test('say which rules are better, and in what', () => {
    expect(sentences[1]).toMatch(
      /^Better than the defaults in false alarms or misses, and worse in neither: H \(0 fa/,
    );
    expect(sentences[1]).not.toContain('I (0 false alarms, 3 misses)');
  });

  test('follow the share of random labels for each length of training', () => {
    const [short, long] = sentences.slice(-2);
    expect(short).toMatch(
      /3 networks trained for 15 epochs.*\*higher\* lowest alpha.*\(rank correlation 1\.00\)/,
    );
    expect(long).toMatch(
      /2 networks trained for 60 epochs.*\*lower\* lowest alpha.*\(rank correlation -1\.00\)/,
    );
  });

  test('say how the networks fare that are red without need', () => {
    expect(sentences).toContainEqual(
      'The soundly trained networks that the defaults turn red (noise0-epochs15-seed1) are on average 1.0 points ' +
        '*better* on test images than their references.',
    );
  });
});

describe('the page', () => {
  const page = calibrationPage(COLLECTION);

  test('has a row for every model in the table of verdicts and says which have no layers', () => {
    for (const { id } of [published, ...COLLECTION.trained]) expect(page).toContain(`\n| ${id} | `);
    expect(page).toContain('Without a layer that can be judged: empty.');
  });

  test('gives the share of random matrices that fail by chance', () => {
    expect(page).toMatch(new RegExp(`\\n\\| ${SHAPE_NAMES[0]} \\| 50\\.0 % \\| 0\\.0 % \\|`));
    expect(page).toMatch(new RegExp(`\\n\\| ${SHAPE_NAMES[1]} \\| 50\\.0 % \\| 50\\.0 % \\|`));
  });

  test('has nothing in it that was not computed', () => {
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});
