import stringWidth from 'string-width';
import { plainText, shorten } from './escape.ts';

/** Columns that a layer's name may take. */
export const WIDEST_NAME = 48;

/** A layer's name in a table. */
export function nameCell(name: string, widest: number = WIDEST_NAME): string {
  return shorten(plainText(name), widest);
}

/**
 * Lines of a table whose cells stand below each other.
 *
 * @param rows all of the same length, the first the head.
 * @param words how many columns, from the left, are words; the others are numbers, and end below each other.
 */
export function alignColumns(rows: readonly (readonly string[])[], words: number): string[] {
  const widths = rows[0]!.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, stringWidth(row[column]!)), 0),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat(widths[column]! - stringWidth(cell));
        return column < words ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}
