import { startsWith } from '../head.ts';

/** `PK\x03\x04`, which begins the first record. */
const SIGNATURE = [0x50, 0x4b, 0x03, 0x04];
export const ZIP_SIGNATURE_BYTES: number = SIGNATURE.length;
const NAME_LENGTH_AT = 26;
const NAME_AT = 30;

export function looksLikeZip(head: Uint8Array): boolean {
  return startsWith(head, SIGNATURE);
}

/** What the first record is called, which tells the formats that are zips from each other; undefined for no zip. */
export function firstRecordName(head: Uint8Array): string | undefined {
  if (!looksLikeZip(head)) return undefined;
  const length = (head[NAME_LENGTH_AT] ?? 0) | ((head[NAME_LENGTH_AT + 1] ?? 0) << 8);
  return new TextDecoder().decode(head.subarray(NAME_AT, NAME_AT + length));
}
