/** Dtypes in which computed elements are stored. */
export type WritableDtype = 'F64' | 'F32' | 'F16' | 'BF16';

export function isWritableDtype(dtype: string): dtype is WritableDtype {
  return dtype === 'F64' || dtype === 'F32' || dtype === 'F16' || dtype === 'BF16';
}

/** A function that stores a number at an offset in bytes, little-endian, rounded to nearest, ties to even. */
export function encoderOf(
  dtype: WritableDtype,
  data: DataView,
): (offsetBytes: number, value: number) => void {
  switch (dtype) {
    case 'F64':
      return (at, value) => data.setFloat64(at, value, true);
    case 'F32':
      return (at, value) => data.setFloat32(at, value, true);
    case 'F16':
      return (at, value) => data.setUint16(at, halfOf(value), true);
    case 'BF16':
      return (at, value) => data.setUint16(at, brainFloatOf(value), true);
  }
}

/** The bits of the float16 nearest to a number (IEEE 754 binary16). */
function halfOf(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const magnitude = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  // Beyond the largest and half a step more is infinity.
  if (magnitude >= 65_520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(Math.max(magnitude, 2 ** -24))));
  // Steps of the binade; a carry out of the fraction raises the exponent by itself.
  const steps = roundToEven(magnitude / 2 ** (exponent - 10));
  return sign | (exponent === -14 ? steps : steps + (exponent + 14) * 1024);
}

/** The bits of the bfloat16 nearest to a number, rounded once. */
function brainFloatOf(value: number): number {
  const word = new DataView(new ArrayBuffer(4));
  word.setFloat32(0, value);
  const bits = word.getUint32(0);
  if (Number.isNaN(value)) return 0x7fc0;
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

function roundToEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  if (rest !== 0.5) return Math.round(value);
  return floor % 2 === 0 ? floor : floor + 1;
}
