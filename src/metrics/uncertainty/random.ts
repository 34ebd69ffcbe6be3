/**
 * Seeded random numbers that are the same on every machine.
 *
 * Sources: xoshiro128** 1.1 by Blackman and Vigna, "Scrambled Linear Pseudorandom Number Generators", ACM Transactions
 * on Mathematical Software 47 (2021); its state is seeded with MurmurHash3 (Appleby, 2011; the 32-bit variant).
 */

export interface RandomStream {
  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  uniform(): number;
  /** A whole number in [0, `count`), each with the same probability to within 2⁻⁵³. */
  integer(count: number): number;
  /** Exponentially distributed with mean 1. */
  exponential(): number;
}

/**
 * The random numbers for one purpose in one layer. Streams of different layers or purposes are independent of each
 * other and of the order in which they are used, so that results do not depend on the number of threads.
 *
 * @param seed any number; the same gives the same stream.
 */
export function randomStream(seed: number, layer: string, purpose: string): RandomStream {
  // Neither a number nor a purpose contains a line feed, so that no two streams have the same key.
  const key = `${seed}\n${purpose}\n${layer}`;
  const next = xoshiro128([murmur3(key, 0), murmur3(key, 1), murmur3(key, 2), murmur3(key, 3)]);
  const uniform = () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
  return {
    uniform,
    exponential: () => -Math.log1p(-uniform()),
    integer: (count) => Math.floor(uniform() * count),
  };
}

/**
 * xoshiro128**: 32-bit words, period 2¹²⁸ − 1.
 *
 * @param state four words, not all zero.
 */
export function xoshiro128([a, b, c, d]: readonly [number, number, number, number]): () => number {
  let s0 = a | 0;
  let s1 = b | 0;
  let s2 = c | 0;
  let s3 = d | 0;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return word;
  };
}

/** MurmurHash3 of a text, each UTF-16 code unit taken as a block of 32 bits. */
function murmur3(text: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const block = Math.imul(rotateLeft(Math.imul(text.charCodeAt(i), 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotateLeft(hash ^ block, 13), 5) + 0xe6546b64) | 0;
  }
  hash ^= 4 * text.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
