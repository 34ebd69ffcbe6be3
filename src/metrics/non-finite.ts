import type { FloatDtype } from '../formats/dtype.ts';

/** Which bits of an element are its exponent and its mantissa; all exponent bits set means not a number or infinite. */
interface SmallFloat {
  readonly exponent: number;
  readonly mantissa: number;
  /** F8_E4M3 has no infinity: all bits set is its only NaN (OCP 8-bit floating point specification, table 1). */
  readonly infinity: boolean;
}

const SMALL_FLOATS: Partial<Record<FloatDtype, SmallFloat>> = {
  F16: { exponent: 0x7c00, mantissa: 0x03ff, infinity: true },
  BF16: { exponent: 0x7f80, mantissa: 0x007f, infinity: true },
  F8_E5M2: { exponent: 0x7c, mantissa: 0x03, infinity: true },
  F8_E4M3: { exponent: 0x78, mantissa: 0x07, infinity: false },
};

/** Says how many of a tensor's weights are NaN or infinite: `3 NaN and 1 infinite of 512 weights`. */
export function describeNonFinite(bytes: Uint8Array, dtype: FloatDtype): string {
  const elements = elementsOf(bytes, dtype);
  const small = SMALL_FLOATS[dtype];
  let nans = 0;
  let infinities = 0;
  for (const element of elements) {
    if (small === undefined) {
      if (Number.isNaN(element)) nans++;
      else if (!Number.isFinite(element)) infinities++;
    } else if ((element & small.exponent) === small.exponent) {
      const mantissa = element & small.mantissa;
      if (small.infinity && mantissa === 0) infinities++;
      else if (small.infinity || mantissa === small.mantissa) nans++;
    }
  }
  const parts = [nans > 0 && `${nans} NaN`, infinities > 0 && `${infinities} infinite`].filter(Boolean);
  return `${parts.join(' and ')} of ${elements.length} weights`;
}

/** The elements as numbers where the platform has them, else as their bits. Copied, to be aligned and unshared. */
function elementsOf(
  bytes: Uint8Array,
  dtype: FloatDtype,
): Float64Array | Float32Array | Uint16Array | Uint8Array {
  const own = new Uint8Array(bytes);
  if (dtype === 'F64') return new Float64Array(own.buffer);
  if (dtype === 'F32') return new Float32Array(own.buffer);
  return dtype === 'F16' || dtype === 'BF16' ? new Uint16Array(own.buffer) : own;
}
