import { describe, expect, test } from '@jest/globals';
import { AlphagateError } from '../../../src/errors.ts';
import { retrying } from '../../../src/publish/retry.ts';

const answered = (status: number, headers: Record<string, string> = {}, message = 'no') =>
  Object.assign(new Error(message), { status, response: { headers } });

/** Fails with the errors one after another, then succeeds; notes the pauses. */
async function attempts(...errors: Error[]) {
  const pausesMs: number[] = [];
  const queue = [...errors];
  const result = await retrying(
    async () => {
      const error = queue.shift();
      if (error !== undefined) throw error;
      return 'done';
    },
    async (pauseMs) => pausesMs.push(pauseMs),
  ).catch((error: Error) => error);
  return { result, pausesMs };
}

test('what ends because the time of the run is over is not done again', async () => {
  const cause = new AlphagateError({ code: 'OUT_OF_TIME', subject: 'the run', problem: 'took too long' });
  const aborted = Object.assign(new Error('aborted'), { status: 500, cause });
  expect(await attempts(aborted)).toEqual({ result: aborted, pausesMs: [] });
});

describe('what fails for the moment', () => {
  test('is done again after a second, then after four', async () => {
    expect(await attempts(answered(503), answered(502))).toEqual({ result: 'done', pausesMs: [1000, 4000] });
  });

  test('is given up after three attempts', async () => {
    const last = answered(500);
    expect(await attempts(answered(503), answered(503), last)).toEqual({
      result: last,
      pausesMs: [1000, 4000],
    });
  });

  test('is done again when GitHub says, if that is soon', async () => {
    const soon = answered(429, { 'retry-after': '7' });
    expect(await attempts(soon)).toEqual({ result: 'done', pausesMs: [7000] });
    const secondary = answered(403, { 'retry-after': '20' }, 'You have exceeded a secondary rate limit');
    expect(await attempts(secondary)).toEqual({ result: 'done', pausesMs: [20_000] });
  });

  test.each([
    ['later', answered(429, { 'retry-after': '21' })],
    ['some time', answered(429)],
    ['within the hour', answered(403, {}, 'API rate limit exceeded')],
  ])('is given up at once when GitHub says to come back %s', async (_when, error) => {
    expect(await attempts(error)).toEqual({ result: error, pausesMs: [] });
  });
});

describe('what fails for good', () => {
  test.each([400, 401, 403, 404, 410, 422])('is not done again (%d)', async (status) => {
    const error = answered(status);
    expect(await attempts(error)).toEqual({ result: error, pausesMs: [] });
  });

  test('includes mistakes of our own', async () => {
    const error = new TypeError('x is undefined');
    expect(await attempts(error)).toEqual({ result: error, pausesMs: [] });
  });
});
