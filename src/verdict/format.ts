/** Numbers in the words of a verdict: four significant digits, as many as anyone compares. */
export function formatNumber(value: number): string {
  return Number(value.toPrecision(4)).toString();
}

/** The same, or as many more digits as it takes to tell an alpha from the bound that it is held against. */
export function formatAlpha(alpha: number, bound: number): string {
  let digits = 4;
  while (digits < 17 && alpha !== bound && Number(alpha.toPrecision(digits)) === bound) digits++;
  return Number(alpha.toPrecision(digits)).toString();
}

/** How many there are of something, such as `1 layer`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
