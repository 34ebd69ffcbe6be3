import type { MatrixView } from '../src/spectrum/engine.ts';

export interface Case {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
}

const square = (n: number): Case => ({ name: `${n}²`, rows: n, cols: n });
const tall = (n: number): Case => ({ name: `${4 * n} × ${n}`, rows: 4 * n, cols: n });

/** Square and 1:4, from what a small encoder has to what a large language model has. */
export const CASES: readonly Case[] = [256, 512, 768, 1024, 2048, 4096].flatMap((n) => [square(n), tall(n)]);

/** Cases of which two at a time are timed, each on one thread, as in an analysis. */
export const THROUGHPUT_CASES: readonly Case[] = [square(384), square(768), tall(768), square(1024)];

/** Standard normal numbers, always the same. */
export function normalNumbers(): () => number {
  let state = 88_675_123;
  const uniform = (): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** A matrix in float32, in memory that threads share. */
export function matrixFrom(
  rows: number,
  cols: number,
  element: (row: number, col: number) => number,
): MatrixView {
  const values = new Float32Array(new SharedArrayBuffer(rows * cols * 4));
  let at = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) values[at++] = element(i, j);
  }
  const bytes = new Uint8Array(values.buffer);
  return { bytes, dtype: 'F32', rows, cols, offset: 0, rowStride: cols, colStride: 1 };
}

/** Normal numbers, the columns scaled from 1 to 2. */
export function matrixOf({ rows, cols }: Pick<Case, 'rows' | 'cols'>): MatrixView {
  const next = normalNumbers();
  return matrixFrom(rows, cols, (_, j) => next() * (1 + j / cols));
}
