/** Statistics that look at the order of numbers only, so that no threshold comes into them. */

/**
 * Spearman's rank correlation, −1 to 1: the linear correlation of the ranks, equal values sharing their mean rank.
 *
 * @returns NaN where all values of a series are equal.
 */
export function rankCorrelation(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [centredRanks(x), centredRanks(y)];
  const product = (u: readonly number[], v: readonly number[]): number =>
    u.reduce((sum, value, index) => sum + value * v[index]!, 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/**
 * How often a value of one series is lower than one of the other, 0 to 1, equal ones counted half: the area under the
 * ROC curve, 0.5 where the two cannot be told apart.
 *
 * @returns NaN where a series is empty.
 */
export function shareLower(values: readonly number[], others: readonly number[]): number {
  let lower = 0;
  for (const value of values) {
    for (const other of others) lower += value < other ? 1 : value === other ? 0.5 : 0;
  }
  return lower / (values.length * others.length);
}

function centredRanks(values: readonly number[]): number[] {
  const mean = (values.length - 1) / 2;
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal - 1) / 2 - mean;
  });
}
