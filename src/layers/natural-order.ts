const CHUNKS = /\d+|\D+/g;

/**
 * Compares names the way people number things: `layers.2` before `layers.10`. Runs of digits compare by value,
 * everything else by code unit, so that the order is the same on every machine.
 */
export function compareNaturally(a: string, b: string): number {
  const left = a.match(CHUNKS) ?? [];
  const right = b.match(CHUNKS) ?? [];
  for (let i = 0; i < Math.min(left.length, right.length); i++) {
    const difference = compareChunks(left[i]!, right[i]!);
    if (difference !== 0) return difference;
  }
  return left.length - right.length || compareText(a, b);
}

function compareChunks(a: string, b: string): number {
  return startsWithDigit(a) && startsWithDigit(b) ? compareDigits(a, b) : compareText(a, b);
}

/** By value, of any length: a longer run without leading zeros is the larger number. */
function compareDigits(a: string, b: string): number {
  const left = a.replace(/^0+/, '');
  const right = b.replace(/^0+/, '');
  return left.length - right.length || compareText(left, right);
}

function startsWithDigit(text: string): boolean {
  return text >= '0' && text < ':';
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
