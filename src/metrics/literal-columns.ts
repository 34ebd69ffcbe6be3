import type { ModeColumns } from './mode-columns.ts';

/** What WeightWatcher 0.7.7 writes where there is no number. */
export const LITERAL_NONE = -1;

/** Of a fit that failed; the label because −1 is below 2. */
export const LITERAL_NO_FIT = {
  alpha: LITERAL_NONE,
  D: LITERAL_NONE,
  sigma: LITERAL_NONE,
  xmin: LITERAL_NONE,
  xmax: null,
  num_pl_spikes: LITERAL_NONE,
  warning: 'over-trained',
  status: 'failed',
} as const;

/** What keeps its null: WeightWatcher has NaN there. */
const NOT_A_NUMBER = /^(?:detX_val|(?:bulk|tail)_(?:mean|var)_)/;

/** A mode's columns with −1 where no value exists, as WeightWatcher has them. */
export function withLiteralNones(columns: ModeColumns): ModeColumns {
  return Object.fromEntries(
    Object.entries(columns).map(([column, value]) => [
      column,
      value === null && !NOT_A_NUMBER.test(column) ? LITERAL_NONE : value,
    ]),
  );
}
