import { type DecodeBlock, decodeLevels, half, NONLINEAR_LEVELS } from './blocks.ts';

/**
 * The "k-quants": super-blocks of 256 weights in groups of 16 or 32, each group with a small integer scale, and for
 * some a minimum, that multiply the super-block's own float16 ones.
 *
 * Source: ggml, `dequantize_row_q?_K` and `dequantize_row_iq4_xs` in ggml-quants.c.
 */
const SUPER_BLOCK = 256;

/** Q2_K: scales and minima (16 × 4+4 bits), weights (256 × 2 bits), scale, scale of the minima. */
export const decodeQ2K: DecodeBlock = (bytes, at, values, valuesAt) => {
  const weightsAt = at + 16;
  const scale = half(bytes, at + 80);
  const minimum = half(bytes, at + 82);
  for (let group = 0; group < 16; group++) {
    const packed = bytes.getUint8(at + group);
    const groupScale = scale * (packed & 0xf);
    const groupMinimum = minimum * (packed >> 4);
    const { byte, shift } = twoBitGroup(group);
    for (let i = 0; i < 16; i++) {
      const q = (bytes.getUint8(weightsAt + byte + i) >> shift) & 3;
      values[valuesAt + 16 * group + i] = groupScale * q - groupMinimum;
    }
  }
};

/** Q3_K: third bits (256), weights (256 × 2 bits), scales (16 × 6 bits), scale. */
export const decodeQ3K: DecodeBlock = (bytes, at, values, valuesAt) => {
  const weightsAt = at + 32;
  const scalesAt = at + 96;
  const scale = half(bytes, at + 108);
  for (let group = 0; group < 16; group++) {
    // Of each scale four bits lie in the nibbles of the first 8 bytes, the upper two in the last 4 bytes.
    const low = (bytes.getUint8(scalesAt + (group % 8)) >> (group < 8 ? 0 : 4)) & 0xf;
    const high = (bytes.getUint8(scalesAt + 8 + (group % 4)) >> (2 * (group >> 2))) & 3;
    const groupScale = scale * ((low | (high << 4)) - 32);
    const { byte, shift } = twoBitGroup(group);
    const thirdBit = group >> 1;
    for (let i = 0; i < 16; i++) {
      const q = (bytes.getUint8(weightsAt + byte + i) >> shift) & 3;
      const hasThird = (bytes.getUint8(at + 16 * (group % 2) + i) >> thirdBit) & 1;
      values[valuesAt + 16 * group + i] = groupScale * (q - (hasThird === 1 ? 0 : 4));
    }
  }
};

/** Where 16 weights of 2 bits lie: each 32 bytes hold 128 weights, four to a byte, 32 apart. */
function twoBitGroup(group: number): { byte: number; shift: number } {
  return { byte: 32 * (group >> 3) + 16 * (group % 2), shift: 2 * ((group % 8) >> 1) };
}

/** Q4_K: scale, scale of the minima, scales and minima (8 × 6+6 bits), weights (256 × 4 bits). */
export const decodeQ4K: DecodeBlock = (bytes, at, values, valuesAt) => {
  decodeFourBits(bytes, at, at + 16, undefined, values, valuesAt);
};

/** Q5_K: as Q4_K, with the fifth bits (256) before the weights. */
export const decodeQ5K: DecodeBlock = (bytes, at, values, valuesAt) => {
  decodeFourBits(bytes, at, at + 48, at + 16, values, valuesAt);
};

function decodeFourBits(
  bytes: DataView,
  at: number,
  nibblesAt: number,
  fifthBitsAt: number | undefined,
  values: Float32Array,
  valuesAt: number,
): void {
  const scale = half(bytes, at);
  const minimum = half(bytes, at + 2);
  for (let group = 0; group < 8; group++) {
    const sixBits = scaleAndMinimum(bytes, at + 4, group);
    const groupScale = scale * sixBits.scale;
    const groupMinimum = minimum * sixBits.minimum;
    const nibbles = nibblesAt + 32 * (group >> 1);
    const shift = group % 2 === 0 ? 0 : 4;
    for (let i = 0; i < 32; i++) {
      const low = (bytes.getUint8(nibbles + i) >> shift) & 0xf;
      const fifth = fifthBitsAt === undefined ? 0 : (bytes.getUint8(fifthBitsAt + i) >> group) & 1;
      values[valuesAt + 32 * group + i] = groupScale * (low | (fifth << 4)) - groupMinimum;
    }
  }
}

/**
 * Unpacks 12 bytes with 8 scales and 8 minima of 6 bits: the first four of each take the lower bits of bytes 0 to 3
 * and 4 to 7; the others have their lower four bits in bytes 8 to 11 and the upper two on top of the first ones.
 */
function scaleAndMinimum(bytes: DataView, at: number, group: number): { scale: number; minimum: number } {
  const first = bytes.getUint8(at + (group % 4));
  const second = bytes.getUint8(at + 4 + (group % 4));
  if (group < 4) return { scale: first & 63, minimum: second & 63 };
  const lowBits = bytes.getUint8(at + 4 + group);
  return {
    scale: (lowBits & 0xf) | ((first >> 6) << 4),
    minimum: (lowBits >> 4) | ((second >> 6) << 4),
  };
}

/** Q6_K: lower bits (256 × 4), upper bits (256 × 2), scales (16 × 8 bits, signed), scale. */
export const decodeQ6K: DecodeBlock = (bytes, at, values, valuesAt) => {
  const scalesAt = at + 192;
  const scale = half(bytes, at + 208);
  for (let group = 0; group < 16; group++) {
    // 128 weights share 64 bytes of lower and 32 bytes of upper bits; 32 weights lie side by side.
    const part = group >> 3;
    const row = (group % 8) >> 1;
    const column = 16 * (group % 2);
    const lowAt = at + 64 * part + 32 * (row % 2) + column;
    const highAt = at + 128 + 32 * part + column;
    const lowShift = row < 2 ? 0 : 4;
    const groupScale = scale * bytes.getInt8(scalesAt + group);
    for (let i = 0; i < 16; i++) {
      const low = (bytes.getUint8(lowAt + i) >> lowShift) & 0xf;
      const high = (bytes.getUint8(highAt + i) >> (2 * row)) & 3;
      values[valuesAt + 16 * group + i] = groupScale * ((low | (high << 4)) - 32);
    }
  }
};

/** IQ4_XS: scale, upper bits of the scales (8 × 2), lower bits of them (8 × 4), weights (256 × 4 bits). */
export const decodeIq4Xs: DecodeBlock = (bytes, at, values, valuesAt) => {
  const scale = half(bytes, at);
  const highBits = bytes.getUint16(at + 2, true);
  for (let group = 0; group < SUPER_BLOCK / 32; group++) {
    const low = (bytes.getUint8(at + 4 + (group >> 1)) >> (4 * (group % 2))) & 0xf;
    const high = (highBits >> (2 * group)) & 3;
    const groupScale = scale * ((low | (high << 4)) - 32);
    decodeLevels(groupScale, NONLINEAR_LEVELS, bytes, at + 8 + 16 * group, values, valuesAt + 32 * group);
  }
};
