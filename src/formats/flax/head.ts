/** Telling Flax's files from others by their first bytes: MessagePack has no signature. */

const NAME = /^[\p{L}\p{N}_$][\p{L}\p{N}\p{P}\p{S} ]*$/u;

/** What begins a map that is not empty, and the bytes of its count. */
function mapHeadBytes(type: number): number | undefined {
  if (type > 0x80 && type < 0x90) return 1;
  if (type === 0xde) return 3;
  return type === 0xdf ? 5 : undefined;
}

/** True for a map whose first key is a printable name, as that of every tree of parameters is. */
export function looksLikeFlax(head: Uint8Array): boolean {
  const keyAt = mapHeadBytes(head[0] ?? 0);
  if (keyAt === undefined) return false;
  const type = head[keyAt] ?? 0;
  const isShort = type > 0xa0 && type < 0xc0;
  if (!isShort && type !== 0xd9) return false;
  const length = isShort ? type & 0x1f : (head[keyAt + 1] ?? 0);
  const startByte = keyAt + (isShort ? 1 : 2);
  const key = head.subarray(startByte, startByte + length);
  return key.length === length && NAME.test(new TextDecoder().decode(key));
}
