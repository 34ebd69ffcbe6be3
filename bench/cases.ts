import type { MatrixView } from '../src/spectrum/engine.ts';

export interface Case {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  /** Fewer than both sides for a matrix that is singular, which the engine decomposes in another way. */
  readonly rank?: number;
  /** Left out unless asked for: takes a minute. */
  readonly isLarge?: true;
}

export const CASES: readonly Case[] = [
  { name: '256²', rows: 256, cols: 256 },
  { name: '512²', rows: 512, cols: 512 },
  { name: '768²', rows: 768, cols: 768 },
  { name: '3072 × 768', rows: 3072, cols: 768 },
  { name: '1024²', rows: 1024, cols: 1024 },
  { name: '4096 × 1024', rows: 4096, cols: 1024 },
  { name: '2048²', rows: 2048, cols: 2048 },
  { name: '512², rank 400', rows: 512, cols: 512, rank: 400 },
  { name: '4096²', rows: 4096, cols: 4096, isLarge: true },
];

/** Standard normal numbers, always the same. */
function normalNumbers(): () => number {
  let state = 88_675_123;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/**
 * Normal numbers in float32, columns scaled from 1 to 2, in memory that threads share. A matrix of lower rank is made by
 * repeating columns.
 */
export function matrixOf({ rows, cols, rank = cols }: Case): MatrixView {
  const next = normalNumbers();
  const values = new Float32Array(new SharedArrayBuffer(rows * cols * 4));
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const at = i * cols + j;
      values[at] = j < rank ? next() * (1 + j / cols) : values[at - rank]!;
    }
  }
  const bytes = new Uint8Array(values.buffer);
  return { bytes, dtype: 'F32', rows, cols, offset: 0, rowStride: cols, colStride: 1 };
}
