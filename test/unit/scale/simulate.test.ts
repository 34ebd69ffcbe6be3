import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { priceOf } from '../../../scripts/scale/prices.ts';
import { type Platform, simulate } from '../../../scripts/scale/simulate.ts';

const PLATFORM: Platform = {
  memoryGb: 2,
  coldStartSeconds: 3,
  dispatchSeconds: 0.5,
  planSeconds: 7,
  reportSeconds: 11,
};
/** What a run takes beside its items: plan, report and the starts of both, and of an item's environment. */
const AROUND_SECONDS = 7 + 11 + 3 * 3;

const items = fc.array(fc.record({ seconds: fc.integer({ min: 0, max: 900 }) }), {
  minLength: 1,
  maxLength: 200,
});
const concurrency = fc.integer({ min: 1, max: 300 });
const totalSeconds = (list: readonly { seconds: number }[]) =>
  list.reduce((sum, { seconds }) => sum + seconds, 0);

describe('a simulated run', () => {
  test('takes what its items take one after the other, when one runs at a time', () => {
    const run = simulate([{ seconds: 10 }, { seconds: 20 }, { seconds: 5 }], 1, PLATFORM);
    expect(run).toEqual({
      wallSeconds: AROUND_SECONDS + 35 + 3 * 0.5,
      gbSeconds: 2 * (35 + 7 + 11 + 3 * 3),
      coldStarts: 1,
      invocations: 5,
      transitions: 15,
    });
  });

  test('gives the next item to whoever is free first', () => {
    const seconds = [10, 4, 4, 4].map((time) => ({ seconds: time }));
    expect(simulate(seconds, 2, { ...PLATFORM, dispatchSeconds: 0 }).wallSeconds).toBe(AROUND_SECONDS + 12);
  });

  test('pays for the same seconds however many run at once, apart from their starts', () => {
    fc.assert(
      fc.property(items, concurrency, (list, atOnce) => {
        const { gbSeconds, coldStarts } = simulate(list, atOnce, PLATFORM);
        expect(coldStarts).toBe(Math.min(atOnce, list.length));
        expect(gbSeconds - 2 * 3 * coldStarts).toBe(2 * (totalSeconds(list) + 7 + 11 + 2 * 3));
      }),
    );
  });

  test('is never shorter than its longest item, nor than the work divided by those who do it', () => {
    fc.assert(
      fc.property(items, concurrency, (list, atOnce) => {
        const { wallSeconds } = simulate(list, atOnce, PLATFORM);
        const longest = Math.max(...list.map(({ seconds }) => seconds)) + 0.5;
        const shared = (totalSeconds(list) + 0.5 * list.length) / Math.min(atOnce, list.length);
        expect(wallSeconds - AROUND_SECONDS).toBeGreaterThanOrEqual(longest);
        expect(wallSeconds - AROUND_SECONDS).toBeGreaterThanOrEqual(shared - 1e-9);
        // Graham's bound: whoever takes the last item was free no later than the others on average.
        expect(wallSeconds - AROUND_SECONDS).toBeLessThanOrEqual(shared + longest + 1e-9);
      }),
    );
  });

  test('is never longer with more at once, and exactly as long as the longest item with enough', () => {
    fc.assert(
      fc.property(items, concurrency, (list, atOnce) => {
        const fewer = simulate(list, atOnce, PLATFORM).wallSeconds;
        expect(simulate(list, atOnce + 1, PLATFORM).wallSeconds).toBeLessThanOrEqual(fewer);
        const longest = Math.max(...list.map(({ seconds }) => seconds));
        expect(simulate(list, list.length, PLATFORM).wallSeconds).toBe(AROUND_SECONDS + longest + 0.5);
      }),
    );
  });
});

describe('the price of a run', () => {
  const run = simulate([{ seconds: 100 }], 1, PLATFORM);

  test('is the sum of GB-seconds, invocations, transitions and requests to S3', () => {
    // 254 GB-seconds, 3 invocations with 8 GET and 1 PUT each, 10 more PUT, 9 transitions
    expect(run).toMatchObject({ gbSeconds: 254, invocations: 3, transitions: 9 });
    expect(priceOf(run, 'arm64')).toBeCloseTo(
      254 * 0.0000133334 + 3 * 0.0000002 + 24 * 0.0000004 + 13 * 0.000005 + 9 * 0.000025,
      12,
    );
  });

  test('is higher on x86_64 by the price of a GB-second only', () => {
    expect(priceOf(run, 'x86_64') - priceOf(run, 'arm64')).toBeCloseTo(254 * 0.0000033333, 12);
  });
});
