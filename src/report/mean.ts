/** Over the values that exist; null where there is none. */
export function mean(values: readonly (number | null | undefined)[]): number | null {
  const existing = values.filter((value) => value != null);
  return existing.length === 0 ? null : existing.reduce((sum, value) => sum + value, 0) / existing.length;
}
