import { describe, expect, test } from '@jest/globals';
import { randomStream, xoshiro128 } from '../../../../src/metrics/uncertainty/random.ts';

describe('xoshiro128', () => {
  test("gives the words of its authors' C code", () => {
    const next = xoshiro128([1, 2, 3, 4]);
    const words = Array.from({ length: 10 }, next);
    expect(words).toEqual([
      11520, 0, 5927040, 70819200, 2031721883, 1637235492, 1287239034, 3734860849, 3729100597, 4258142804,
    ]);
  });
});

describe('randomStream', () => {
  // Made by a Python program of the same definition, on the mmh3 package's MurmurHash3.
  test.each([
    [1, 'fc1', 'shuffles', [0.218195619152608, 0.3079432446046886, 0.45207516703410966]],
    [
      20261123,
      'encoder.layer.0',
      'goodness of fit',
      [0.7231306734102375, 0.6965210253915172, 0.8241577000228253],
    ],
    [0, 'κ', 'x', [0.3847827328627046, 0.4236605673488051, 0.9297935465705366]],
  ] as const)(
    'gives the same numbers on every machine: seed %p, layer %p, %p',
    (seed, layer, purpose, expected) => {
      const { uniform } = randomStream(seed, layer, purpose);
      expect([uniform(), uniform(), uniform()]).toEqual(expected);
    },
  );

  test('depends on the seed, the layer and the purpose, and on which is which', () => {
    const firsts = [
      randomStream(1, 'a', 'b'),
      randomStream(2, 'a', 'b'),
      randomStream(1, 'b', 'a'),
      randomStream(1, 'a', 'c'),
      randomStream(1, 'a\nb', ''),
      randomStream(1, '', 'a'),
    ].map((random) => random.uniform());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  test('is not disturbed by another stream that is used in between', () => {
    const alone = randomStream(5, 'layer', 'purpose');
    const expected = [alone.uniform(), alone.uniform()];
    const random = randomStream(5, 'layer', 'purpose');
    const first = random.uniform();
    randomStream(5, 'other', 'purpose').uniform();
    expect([first, random.uniform()]).toEqual(expected);
  });

  test('is uniform and exponential as it says', () => {
    const random = randomStream(1, '', 'test');
    const uniforms = Array.from({ length: 10_000 }, random.uniform);
    const exponentials = Array.from({ length: 10_000 }, random.exponential);
    expect(ksDistance(uniforms, (x) => x)).toBeLessThan(1.63 / 100);
    expect(ksDistance(exponentials, (x) => 1 - Math.exp(-x))).toBeLessThan(1.63 / 100);
    expect(uniforms.every((x) => x >= 0 && x < 1)).toBe(true);
    expect(uniforms.some((x) => (x * 2 ** 32) % 1 !== 0)).toBe(true);
  });

  test('draws every whole number below a count equally often', () => {
    const random = randomStream(1, '', 'integers');
    const counts = new Array<number>(7).fill(0);
    for (let i = 0; i < 70_000; i++) counts[random.integer(7)]!++;
    const chiSquare = counts.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0);
    // The 99.9 % point of χ² with 6 degrees of freedom.
    expect(chiSquare).toBeLessThan(22.5);
    expect(random.integer(1)).toBe(0);
  });
});

function ksDistance(sample: number[], cdf: (x: number) => number): number {
  const n = sample.length;
  const sorted = [...sample].sort((a, b) => a - b);
  return Math.max(
    ...sorted.map((x, i) => Math.max(Math.abs(cdf(x) - i / n), Math.abs(cdf(x) - (i + 1) / n))),
  );
}
