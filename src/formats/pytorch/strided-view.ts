/** Elements of a one-dimensional storage seen as a tensor. Offset, shape and strides count elements. */
export interface StridedView {
  readonly offset: number;
  readonly shape: readonly number[];
  readonly strides: readonly number[];
}

/** Bytes read at once while gathering; bounds the memory that a strided view takes beside its target. */
const CHUNK_BYTES = 32 * 1024 * 1024;

/** Elements from the first to the last that a view with at least one element touches. */
export function spannedElements(view: StridedView): number {
  return view.shape.reduce((span, dimension, axis) => span + (dimension - 1) * view.strides[axis]!, 1);
}

/** Whether the elements lie one after another in C order. */
export function isContiguous(view: StridedView): boolean {
  let expected = 1;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const dimension = view.shape[axis]!;
    if (dimension !== 1 && view.strides[axis] !== expected) return false;
    expected *= dimension;
  }
  return true;
}

/** One axis of a copy: how far source and target move for each step, in elements. */
interface Axis {
  readonly size: number;
  readonly sourceStep: number;
  readonly targetStep: number;
}

/**
 * Copies a strided view into C order, in chunks of at most 32 MiB of the range that it spans.
 *
 * @param read fills its target from that byte of the storage on.
 * @param target number of elements × `elementBytes` long.
 */
export async function gather(
  view: StridedView,
  elementBytes: number,
  read: (startByte: number, target: Uint8Array) => Promise<void>,
  target: Uint8Array,
): Promise<void> {
  const axes: Axis[] = [];
  let targetStep = 1;
  for (let axis = view.shape.length - 1; axis >= 0; axis--) {
    const size = view.shape[axis]!;
    if (size !== 1) axes.push({ size, sourceStep: view.strides[axis]!, targetStep });
    targetStep *= size;
  }
  axes.sort((a, b) => b.sourceStep - a.sourceStep);
  await gatherBlock(axes, view.offset, 0);

  async function gatherBlock(block: readonly Axis[], sourceAt: number, targetAt: number): Promise<void> {
    const span = spanOf(block);
    if (span * elementBytes <= CHUNK_BYTES || block.length === 0) {
      const chunk = new Uint8Array(span * elementBytes);
      await read(sourceAt * elementBytes, chunk);
      scatter(chunk, target, targetAt, block, elementBytes);
      return;
    }
    const [outer, ...inner] = block as [Axis, ...Axis[]];
    const fitting = Math.floor((CHUNK_BYTES / elementBytes - spanOf(inner)) / outer.sourceStep) + 1;
    const steps = Math.max(1, fitting);
    for (let step = 0; step < outer.size; step += steps) {
      const size = Math.min(steps, outer.size - step);
      const part = size === 1 ? inner : [{ ...outer, size }, ...inner];
      await gatherBlock(part, sourceAt + step * outer.sourceStep, targetAt + step * outer.targetStep);
    }
  }
}

function spanOf(axes: readonly Axis[]): number {
  return axes.reduce((span, axis) => span + (axis.size - 1) * axis.sourceStep, 1);
}

function scatter(
  chunk: Uint8Array,
  target: Uint8Array,
  targetAt: number,
  axes: readonly Axis[],
  elementBytes: number,
): void {
  // Elements are moved as whole words of 4 or 2 bytes where their size and the target's place in memory allow it.
  const wordBytes = [4, 2].find((size) => elementBytes % size === 0 && target.byteOffset % size === 0) ?? 1;
  const words = elementBytes / wordBytes;
  const from = wordsOf(chunk, wordBytes);
  const to = wordsOf(target, wordBytes);
  const scaled = axes.map(({ size, sourceStep, targetStep }) => ({
    size,
    sourceStep: sourceStep * words,
    targetStep: targetStep * words,
  }));
  if (words > 1 || scaled.length === 0) scaled.push({ size: words, sourceStep: 1, targetStep: 1 });
  copy(0, 0, targetAt * words);

  function copy(level: number, sourceAt: number, at: number): void {
    const { size, sourceStep, targetStep } = scaled[level]!;
    if (level === scaled.length - 1) {
      for (let step = 0; step < size; step++)
        to[at + step * targetStep] = from[sourceAt + step * sourceStep]!;
    } else {
      for (let step = 0; step < size; step++)
        copy(level + 1, sourceAt + step * sourceStep, at + step * targetStep);
    }
  }
}

function wordsOf(bytes: Uint8Array, wordBytes: number): Uint8Array | Uint16Array | Uint32Array {
  const words = Math.floor(bytes.byteLength / wordBytes);
  if (wordBytes === 4) return new Uint32Array(bytes.buffer, bytes.byteOffset, words);
  if (wordBytes === 2) return new Uint16Array(bytes.buffer, bytes.byteOffset, words);
  return bytes;
}
