import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { LayerDetails } from '../../metrics/details.ts';
import { layerDetailsSchema } from '../../report/report.ts';

/**
 * The text of an entry: a line with a checksum, and a line with the numbers as JSON; undefined for numbers that would not
 * come back as they are (JSON has no NaN, no infinity and no −0).
 */
export function writeEntry(key: string, details: LayerDetails): string | undefined {
  const json = JSON.stringify(details);
  const text = `${checksum(key, json)}\n${json}\n`;
  const known = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  return isDeepStrictEqual(readEntry(key, text), known) ? text : undefined;
}

/** The numbers of an entry; undefined where it is damaged, of another key, or not an entry at all. */
export function readEntry(key: string, text: string): LayerDetails | undefined {
  const [sum, json, end, ...rest] = text.split('\n');
  if (json === undefined || end !== '' || rest.length > 0 || sum !== checksum(key, json)) return undefined;
  try {
    const details: unknown = JSON.parse(json);
    // As it was written: the schema has an order of its own for what is inside of columns.
    return layerDetailsSchema.safeParse(details).success ? (details as LayerDetails) : undefined;
  } catch {
    return undefined;
  }
}

/** Against accidents. Whoever may write entries can make one up, see docs/security.md. */
function checksum(key: string, json: string): string {
  return createHash('sha256').update(`${key}\n${json}`).digest('hex');
}
