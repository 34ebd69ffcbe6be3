/** What stands for a number that does not exist. */
export const NONE = '–';

/** Enough digits to compare: three decimals, or three significant ones for what is small. */
export function digits(value: number | null): string {
  if (value === null) return NONE;
  const size = Math.abs(value);
  if (size >= 1e6) return value.toExponential(2);
  return size >= 0.01 || value === 0 ? value.toFixed(3) : value.toPrecision(3);
}

export function signed(value: number | null): string {
  return value === null ? NONE : `${value < 0 ? '−' : '+'}${digits(Math.abs(value))}`;
}
