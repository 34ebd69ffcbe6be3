const BARS = '▁▂▃▄▅▆▇█';
const MISSING = '·';

/**
 * Numbers as a line of small bars.
 *
 * @param range what the lowest and the highest bar stand for.
 * @example sparkline([1, 3, null, 2], [1, 3]) // '▁█·▅'
 */
export function sparkline(
  values: readonly (number | null)[],
  [lowest, highest]: readonly [number, number],
): string {
  const step = (highest - lowest) / (BARS.length - 1);
  return values
    .map((value) => {
      if (value === null) return MISSING;
      const bar = step > 0 ? Math.round((value - lowest) / step) : 0;
      return BARS[Math.min(Math.max(bar, 0), BARS.length - 1)]!;
    })
    .join('');
}
