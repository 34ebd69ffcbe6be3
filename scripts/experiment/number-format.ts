import type { Result } from './results.ts';

export const mean = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
export const number = (value: number | null | undefined) => (value == null ? 'none' : value.toFixed(2));
export const percent = (share: number, digits: number) => `${(100 * share).toFixed(digits)} %`;
/** Of percent. */
export const points = (share: number) => (100 * share).toFixed(1);
export const list = (items: readonly string[]) => items.join(', ');

/** Alpha of the first layer and its standard error. */
export function interval({ layers }: Pick<Result, 'layers'>): string {
  const [first] = layers;
  return first?.alpha == null ? 'none' : `${first.alpha.toFixed(3)} ± ${first.sigma?.toFixed(3)}`;
}

/** Mean and sample standard deviation. */
export function spread(values: readonly number[], digits: number, unit = ''): string {
  const average = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - average) ** 2, 0) / (values.length - 1);
  const deviation = values.length > 1 ? ` ± ${Math.sqrt(variance).toFixed(digits)}` : '';
  return `${average.toFixed(digits)}${deviation}${unit}`;
}

export function range(values: readonly number[], text: (value: number) => string = String): string {
  const [least, most] = [text(Math.min(...values)), text(Math.max(...values))];
  return least === most ? least : `${least}–${most}`;
}

/** "1 training", "2 trainings". */
export function count(howMany: number, one: string): string {
  return `${howMany} ${one}${howMany === 1 ? '' : 's'}`;
}
