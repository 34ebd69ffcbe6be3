/** Enough digits to compare: three decimals, or three significant ones for what is small. */
export function digits(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2);
  return size >= 0.01 || value === 0 ? value.toFixed(3) : value.toPrecision(3);
}
