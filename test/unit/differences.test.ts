import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { PROJECT } from '../support/cli.ts';

const page = await readFile(path.join(PROJECT, 'docs/differences.md'), 'utf8');

/** The cells of the table of departures, a row each. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .slice(1)
  .map((line) => line.slice(2, -2).split(' | '));

/** A cell of test files and the names of their cases: `a.test.ts`: “one”, “two”; `b.test.ts`: “three”. */
function casesIn(cell: string): { file: string; titles: string[] }[] {
  return [...cell.matchAll(/`([a-z-]+\.test\.ts)`: (“[^”]+”(?:, “[^”]+”)*)/g)].map(([, file, titles]) => ({
    file: file!,
    titles: [...titles!.matchAll(/“([^”]+)”/g)].map(([, title]) => title!),
  }));
}

/** The names of a file's tests as they are written, `%s` and all. */
async function titlesIn(file: string): Promise<string[]> {
  const source = await readFile(path.join(PROJECT, 'test', file), 'utf8');
  return [...source.matchAll(/\(\s*'((?:[^'\\\n]|\\.)+)',\s*(?:async )?\(/g)].map(([, title]) => title!);
}

const files = (await readdir(path.join(PROJECT, 'test'), { recursive: true })).filter((file) =>
  file.endsWith('.test.ts'),
);
const titles = new Map<string, string[]>();
for (const file of files) {
  const name = path.basename(file);
  titles.set(name, [...(titles.get(name) ?? []), ...(await titlesIn(file))]);
}

describe('docs/differences.md', () => {
  test('has a row for each departure, all of them different', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(new Set(rows.map(([what]) => what)).size).toBe(rows.length);
    for (const row of rows) expect(row).toHaveLength(4);
  });

  test.each(rows.map(([what, , , cell]) => [what, cell]))('%s: is shown by cases that exist', (_, cell) => {
    const cases = casesIn(cell!);
    expect(cases.length).toBeGreaterThan(0);
    // Nothing of the cell is left unread.
    const words = cases.map(
      ({ file, titles: of }) => `\`${file}\`: ${of.map((title) => `“${title}”`).join(', ')}`,
    );
    expect(words.join('; ')).toBe(cell);
    for (const { file, titles: expected } of cases) {
      for (const title of expected)
        expect([file, titles.get(file)?.filter((found) => found.includes(title))]).toEqual([
          file,
          [expect.stringContaining(title)],
        ]);
    }
  });
});
