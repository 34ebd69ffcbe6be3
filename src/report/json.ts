import type { Report } from './report.ts';

/** A list of numbers over several lines; no text has line breaks, as JSON escapes them. */
const NUMBERS = /\[\n\s+-?\d[^\]"{[]*\]/g;

/**
 * Reports as JSON: one as an object, several as a list.
 *
 * @throws Error when a number is not finite, which JSON cannot say: a value that does not exist has to be null.
 */
export function renderJson(reports: readonly Report[]): string {
  const document = reports.length === 1 ? reports[0] : reports;
  const finiteOnly = (key: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value))
      throw new Error(`${key} is ${value} in a report`);
    return value;
  };
  return `${JSON.stringify(document, finiteOnly, 2).replace(NUMBERS, onOneLine)}\n`;
}

function onOneLine(list: string): string {
  return list.replace(/\s+/g, ' ');
}
