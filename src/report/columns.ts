import stringWidth from 'fast-string-width';

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
