import { describe, expect, test } from '@jest/globals';
import type { Examples } from '../../../scripts/training/perceptron.ts';
import { withRandomLabels } from '../../../scripts/training/random-labels.ts';
import { seededUniforms } from '../../support/random.ts';

describe('random labels', () => {
  const examples: Examples = {
    count: 1000,
    inputs: 0,
    values: new Float32Array(0),
    labels: new Uint8Array(1000).fill(10),
  };
  const changedAt = (share: number): number[] =>
    Array.from(withRandomLabels(examples, share, 10, seededUniforms(1)).labels).flatMap((label, index) =>
      label === 10 ? [] : [index],
    );

  test('are as many as the share says, and the examples given keep theirs', () => {
    expect(changedAt(0)).toHaveLength(0);
    expect(changedAt(0.25)).toHaveLength(250);
    expect(changedAt(1)).toHaveLength(1000);
    expect(examples.labels.every((label) => label === 10)).toBe(true);
  });

  test('of a smaller share are random at a larger one too', () => {
    expect(changedAt(0.5)).toEqual(expect.arrayContaining(changedAt(0.25)));
  });

  test('are of every class about as often', () => {
    const { labels } = withRandomLabels(examples, 1, 10, seededUniforms(1));
    for (let label = 0; label < 10; label++) {
      const count = labels.filter((one) => one === label).length;
      expect(count).toBeGreaterThan(60);
      expect(count).toBeLessThan(140);
    }
  });
});
