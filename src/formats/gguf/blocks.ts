import { halfToNumber } from '../half.ts';

/**
 * Decodes one block.
 *
 * @param bytes holds the block from byte `at` on.
 * @param values takes the block's elements from index `valuesAt` on.
 */
export type DecodeBlock = (bytes: DataView, at: number, values: Float32Array, valuesAt: number) => void;

/**
 * Blocks of 32 weights with one scale. Nibbles are stored in pairs: the low ones are the first 16 weights, the high
 * ones the other 16.
 *
 * Products of a float16 scale and these small integers are exact in float64, so that the one rounding is that to
 * float32, and the values are those that ggml computes.
 *
 * Source: ggml, `dequantize_row_*` in ggml-quants.c.
 */
const BLOCK = 32;
const PAIRS = BLOCK / 2;

/** Adding it changes nothing, not even the sign of a zero. */
const NOTHING = -0;

/** The 16 levels of IQ4_NL and IQ4_XS, denser around zero. */
export const NONLINEAR_LEVELS: readonly number[] = [
  -127, -104, -83, -65, -49, -35, -22, -10, 1, 13, 25, 38, 53, 69, 89, 113,
];

/** Twice the 16 numbers of the 4-bit float E2M1 (OCP Microscaling Formats Specification 1.0). */
const TWICE_E2M1: readonly number[] = [0, 1, 2, 3, 4, 6, 8, 12, 0, -1, -2, -3, -4, -6, -8, -12];

export function half(bytes: DataView, at: number): number {
  return halfToNumber(bytes.getUint16(at, true));
}

/**
 * Q4_0 is `scale · (q - 8)`, Q4_1 `scale · q + least`.
 *
 * @param variant the digit after the name's underscore.
 */
export function decodeQ4(variant: 0 | 1): DecodeBlock {
  const nibblesAt = variant === 0 ? 2 : 4;
  return (bytes, at, values, valuesAt) => {
    const scale = half(bytes, at);
    const middle = variant === 0 ? 8 : 0;
    const least = variant === 0 ? NOTHING : half(bytes, at + 2);
    for (let i = 0; i < PAIRS; i++) {
      const pair = bytes.getUint8(at + nibblesAt + i);
      values[valuesAt + i] = scale * ((pair & 0xf) - middle) + least;
      values[valuesAt + PAIRS + i] = scale * ((pair >> 4) - middle) + least;
    }
  };
}

/** As Q4, with a fifth bit of each weight in a word of 32. */
export function decodeQ5(variant: 0 | 1): DecodeBlock {
  const highBitsAt = variant === 0 ? 2 : 4;
  const nibblesAt = highBitsAt + 4;
  return (bytes, at, values, valuesAt) => {
    const scale = half(bytes, at);
    const middle = variant === 0 ? 16 : 0;
    const least = variant === 0 ? NOTHING : half(bytes, at + 2);
    const highBits = bytes.getUint32(at + highBitsAt, true);
    for (let i = 0; i < PAIRS; i++) {
      const pair = bytes.getUint8(at + nibblesAt + i);
      const low = (pair & 0xf) | (((highBits >>> i) & 1) << 4);
      const high = (pair >> 4) | (((highBits >>> (PAIRS + i)) & 1) << 4);
      values[valuesAt + i] = scale * (low - middle) + least;
      values[valuesAt + PAIRS + i] = scale * (high - middle) + least;
    }
  };
}

export const decodeQ8: DecodeBlock = (bytes, at, values, valuesAt) => {
  const scale = half(bytes, at);
  for (let i = 0; i < BLOCK; i++) values[valuesAt + i] = scale * bytes.getInt8(at + 2 + i);
};

export const decodeIq4Nl: DecodeBlock = (bytes, at, values, valuesAt) => {
  decodeLevels(half(bytes, at), NONLINEAR_LEVELS, bytes, at + 2, values, valuesAt);
};

/** Microscaling: 4-bit floats with a power of two as their scale. */
export const decodeMxfp4: DecodeBlock = (bytes, at, values, valuesAt) => {
  const twiceScale = 2 ** (bytes.getUint8(at) - 127);
  decodeLevels(twiceScale / 2, TWICE_E2M1, bytes, at + 1, values, valuesAt);
};

/** 32 nibbles that choose among 16 levels. */
export function decodeLevels(
  scale: number,
  levels: readonly number[],
  bytes: DataView,
  at: number,
  values: Float32Array,
  valuesAt: number,
): void {
  for (let i = 0; i < PAIRS; i++) {
    const pair = bytes.getUint8(at + i);
    values[valuesAt + i] = scale * levels[pair & 0xf]!;
    values[valuesAt + PAIRS + i] = scale * levels[pair >> 4]!;
  }
}
