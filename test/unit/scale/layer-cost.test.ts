import { describe, expect, test } from '@jest/globals';
import { bytesOfModel, LANGUAGE_MODELS } from '../../../scripts/scale/language-models.ts';
import { ratesOf, secondsOf, timedMatrices } from '../../../scripts/scale/layer-cost.ts';

const BENCHMARKS = `
## One matrix

| Matrix | wasm, 1 thread | wasm, 2 threads | 1 → 2 | reference | SciPy svd |
| --- | --: | --: | --: | --: | --: |
| 512² | 21.3 | 18.6 | 1.23 |  | 33.7 | 23.6 | 1.81 | 1.99 |
| 1000² | 1600 | 93.0 | 1.75 |  | 243 | 138 | 2.61 | 2.81 |
| 4000 × 1000 | 4600 | 173 | 1.58 |  | 450 | 179 | 2.60 | 2.61 |

| Matrix | time, 1 thread | n³ of | of the peak |
| --- | --: | --: | --: |
| 1000² | 5.0 |  | 27 % |

## Two matrices at a time

| 4000 × 1000 | 54.4 | 1.99 | 112 | 2.06 |
`;

describe('the cost of a layer', () => {
  const timed = timedMatrices(BENCHMARKS);

  test('is taken from the times on one thread, and from no other table', () => {
    expect(timed).toEqual([
      { rows: 512, cols: 512, seconds: 0.0213 },
      { rows: 1000, cols: 1000, seconds: 1.6 },
      { rows: 4000, cols: 1000, seconds: 4.6 },
    ]);
  });

  test('has two rates that give back the two times they come from', () => {
    const rates = ratesOf(timed);
    // Three times 10⁹/2 multiply-adds in 3 seconds; of the square one, 0.6 are left for 2/3·10⁹.
    expect(rates.gram).toBeCloseTo(5e8, 0);
    expect(rates.reduction).toBeCloseTo((2 / 3) * (1e9 / 0.6), 0);
    for (const matrix of timed.slice(1)) expect(secondsOf(matrix, rates)).toBeCloseTo(matrix.seconds, 12);
  });

  test('does not depend on which side is the longer one', () => {
    const rates = ratesOf(timed);
    expect(secondsOf({ rows: 10, cols: 70 }, rates)).toBe(secondsOf({ rows: 70, cols: 10 }, rates));
  });

  test('cannot be had where a time is missing', () => {
    expect(() => ratesOf(timed.slice(0, 2))).toThrow('docs/benchmarks.md has no square and tall matrix');
    expect(timedMatrices('')).toEqual([]);
  });
});

describe('the models', () => {
  test.each([
    ['7 B', 6.738e9, 226],
    ['70 B', 68.977e9, 562],
  ])('%s has the weights of the published one, but for its norms', (name, parameters, matrices) => {
    const model = LANGUAGE_MODELS.find((candidate) => candidate.name === name)!;
    expect(bytesOfModel(model) / 2 / parameters).toBeCloseTo(1, 3);
    expect(model.shapes.reduce((sum, { count }) => sum + count, 0)).toBe(matrices);
  });
});
