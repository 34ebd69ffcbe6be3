/** Number of elements; may exceed what a number holds exactly. */
export function elementCount(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}

/** Bytes of all elements as an exact product: a rounded one could agree with a file's by accident. */
export function exactBytes(shape: readonly number[], elementBytes: number): bigint {
  return shape.reduce((product, dimension) => product * BigInt(dimension), BigInt(elementBytes));
}

/** Fit for a message. */
export function showShape(shape: readonly number[]): string {
  return `[${shape.slice(0, 8).join(', ')}]`;
}

export function sameShape(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((dimension, axis) => dimension === b[axis]);
}
