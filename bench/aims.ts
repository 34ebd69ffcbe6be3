import { table } from './table.ts';

/** A figure that was measured, and of what. */
export interface Figure {
  readonly where: string;
  readonly value: number;
}

/** A bound that figures of this run are held against. */
export interface Aim {
  readonly what: string;
  readonly bound: 'at least' | 'at most';
  readonly needed: number;
  readonly unit: string;
  readonly figures: readonly Figure[];
}

const written = (value: number, unit: string): string =>
  `${unit === '' ? value.toFixed(2) : Math.round(value)}${unit && ` ${unit}`}`;

/** Every aim beside the figure that is farthest from it. */
export function aimsTable(aims: readonly Aim[]): string {
  const rows = aims
    .filter(({ figures }) => figures.length > 0)
    .map(({ what, bound, needed, unit, figures }) => {
      const sign = bound === 'at least' ? 1 : -1;
      const worst = figures.reduce((a, b) => (sign * a.value <= sign * b.value ? a : b));
      const reached = figures.filter(({ value }) => sign * value >= sign * needed).length;
      return [
        ...[what, `${bound} ${written(needed, unit)}`, `${written(worst.value, unit)} (${worst.where})`],
        figures.length === 1
          ? reached === 1
            ? 'yes'
            : 'no'
          : `${reached === figures.length ? 'yes' : 'no'}, ${reached} of ${figures.length}`,
      ];
    });
  return table(['Aim', 'needed', 'farthest from it', 'reached'], rows);
}
