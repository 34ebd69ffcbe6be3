/** Milliseconds to spend on a measurement, about. */
const TIME_PER_MEASUREMENT = 1500;
const MOST_REPETITIONS = 25;

/** How often to repeat what takes `milliseconds`. */
export function repetitionsOf(milliseconds: number): number {
  return Math.max(1, Math.min(MOST_REPETITIONS, Math.round(TIME_PER_MEASUREMENT / milliseconds)));
}

/** Milliseconds of each of `count` calls. */
export function timesOf(call: () => unknown, count: number): number[] {
  return Array.from({ length: count }, () => {
    const start = performance.now();
    call();
    return performance.now() - start;
  });
}

export async function timesOfAsync(call: () => Promise<unknown>, count: number): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const start = performance.now();
    await call();
    times.push(performance.now() - start);
  }
  return times;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const fastest = (values: readonly number[]): number => Math.min(...values);
