import { cpus, release, totalmem, type } from 'node:os';

/** A Markdown table. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** The machine that this runs on, in one line. */
export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const processor = `${processors.length} × ${processors[0]?.model.trim()}`;
  return `${processor}, ${memory} GiB, ${type()} ${release()}, Node ${process.versions.node} (V8 ${process.versions.v8})`;
}

export function milliseconds(value: number): string {
  return value < 100 ? value.toFixed(1) : value.toFixed(0);
}

export const ratio = (value: number): string => value.toFixed(value < 10 ? 2 : 1);
export const percent = (share: number): string => `${Math.round(share * 100)} %`;
export const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(0);
