/** Matrices of normal numbers, in which nothing was learned: whatever the gate says against them is chance. */
import { seededNormals } from '../../test/support/random.ts';
import { buildSafetensors, float32Bytes } from '../../test/support/safetensors-builder.ts';

export const DRAWS = 300;

/** Rows and columns. */
const SHAPES: readonly (readonly [number, number])[] = [
  [16, 12],
  [40, 19],
  [40, 20],
  [64, 30],
  [64, 50],
  [64, 64],
  [100, 50],
  [128, 100],
];

export const SHAPE_NAMES: readonly string[] = SHAPES.map(([rows, cols]) => `${rows}×${cols}`);

/** A model whose layers are the draws of each shape, named `ROWS×COLS.DRAW.weight`. */
export function randomMatrices(): Uint8Array {
  const normals = seededNormals(1);
  const tensors = SHAPES.flatMap(([rows, cols], index) =>
    Array.from({ length: DRAWS }, (_, draw) => {
      const bytes = float32Bytes(Float32Array.from({ length: rows * cols }, normals));
      return [`${SHAPE_NAMES[index]}.${draw}.weight`, { shape: [rows, cols], bytes }] as const;
    }),
  );
  return buildSafetensors(Object.fromEntries(tensors));
}

/** The shape of a draw, from its layer's name. */
export function shapeOf(longname: string): string {
  return longname.slice(0, longname.indexOf('.'));
}
