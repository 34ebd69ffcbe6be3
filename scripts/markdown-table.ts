/** Tables of the manual. */

import type { Setting } from '../src/settings/setting.ts';

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

export function code(text: string): string {
  return `\`${text}\``;
}

/** A setting's default as a cell; nothing where it is nothing. */
export function shownDefault({ input, default: value }: Setting): string {
  if (input === 'github-token') return 'the job’s token';
  if (value === '' || value === null || (Array.isArray(value) && value.length === 0)) return '';
  return code(String(value));
}
