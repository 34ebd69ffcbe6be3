/** Turns round the bytes of each element, or of each part of one, in place. */
export function swapBytes(bytes: Uint8Array, partBytes: number): void {
  if (partBytes === 1) return;
  for (let start = 0; start + partBytes <= bytes.length; start += partBytes) {
    for (let low = start, high = start + partBytes - 1; low < high; low++, high--) {
      const byte = bytes[low]!;
      bytes[low] = bytes[high]!;
      bytes[high] = byte;
    }
  }
}
