import stringWidth from 'fast-string-width';
import { plainText, shorten } from './escape.ts';

/** Columns that a layer's name may take. */
export const WIDEST_NAME = 48;

/** Columns between those of a table. */
export const GAP = 2;

/** A layer's name in a table. */
export function nameCell(name: string, widest: number = WIDEST_NAME): string {
  return shorten(plainText(name), widest);
}

type Rows = readonly (readonly string[])[];

/** How wide each column is, whose widest cell has room. */
export function columnWidths(rows: Rows): number[] {
  return rows[0]!.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[column]!)), 0),
  );
}

/**
 * Lines of a table whose cells stand below each other.
 *
 * @param rows all of the same length, the first the head.
 * @param words how many columns, from the left, are words; the others are numbers, and end below each other.
 * @param lastWords how many from the right are words as well.
 */
export function alignColumns(rows: Rows, words: number, lastWords = 0): string[] {
  const widths = columnWidths(rows);
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - stringWidth(cell));
        return column < words || column >= widths.length - lastWords ? cell + space : space + cell;
      })
      .join(' '.repeat(GAP))
      .trimEnd(),
  );
}
