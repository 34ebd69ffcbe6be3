import type { FloatDtype } from './dtype.ts';
import { halfToNumber } from './half.ts';

/** The 8-bit float with 4 exponent bits (OCP 8-bit Floating Point Specification, E4M3): one NaN, no infinities. */
function e4m3ToNumber(bits: number): number {
  const sign = bits & 0x80 ? -1 : 1;
  const exponent = (bits >> 3) & 0xf;
  const fraction = bits & 0x7;
  if ((bits & 0x7f) === 0x7f) return Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -9 : sign * (8 + fraction) * 2 ** (exponent - 10);
}

/** A function that reads the little-endian element at an offset in bytes as float64. Every dtype is exact in it. */
export function decoderOf(dtype: FloatDtype, data: DataView): (offsetBytes: number) => number {
  switch (dtype) {
    case 'F64':
      return (at) => data.getFloat64(at, true);
    case 'F32':
      return (at) => data.getFloat32(at, true);
    case 'F16':
      return (at) => halfToNumber(data.getUint16(at, true));
    case 'BF16': {
      const word = new DataView(new ArrayBuffer(4));
      return (at) => {
        word.setUint32(0, data.getUint16(at, true) << 16);
        return word.getFloat32(0);
      };
    }
    case 'F8_E4M3':
      return (at) => e4m3ToNumber(data.getUint8(at));
    case 'F8_E5M2':
      return (at) => halfToNumber(data.getUint8(at) << 8);
  }
}
