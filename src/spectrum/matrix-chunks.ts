import { bytesPerElement } from '../formats/dtype.ts';
import type { MatrixView } from './engine.ts';
import { DTYPE_CODES, type Kernels } from './kernels.ts';
import { CHUNK_ROWS, linePitch, type Workspace } from './workspace.ts';

/** Lines shorter than this are copied together if they adjoin: a copy costs as much as some hundred bytes. */
const SHORT_LINE_BYTES = 1024;

/** A chunk of the matrix, packed: rows of its longer side, padded with zero rows to `depth`. */
export interface Chunk {
  readonly packed: number;
  readonly depth: number;
}

/** The matrix seen with its longer side upwards; strides in elements. */
interface TallView {
  readonly rowStride: number;
  readonly colStride: number;
}

/**
 * Packs the matrix, times `scale`, chunk by chunk at the two places of `place.packed` in turn, transposed if it is wide:
 * a chunk stays until the next but one is asked for. The tensor's bytes pass
 * through the stage, so that the WebAssembly memory never holds more of them than that.
 */
export function* packedChunks(
  matrix: MatrixView,
  place: Workspace,
  kernels: Kernels,
  memory: WebAssembly.Memory,
  scale: number,
): Generator<Chunk> {
  const { rows, cols, rowStride, colStride } = matrix;
  const tall: TallView =
    rows >= cols ? { rowStride, colStride } : { rowStride: colStride, colStride: rowStride };
  for (let start = 0; start < place.depth; start += CHUNK_ROWS) {
    const chunkRows = Math.min(CHUNK_ROWS, place.depth - start);
    const depth = Math.ceil(chunkRows / 4) * 4;
    const packed = place.packed[(start / CHUNK_ROWS) % 2 === 0 ? 0 : 1];
    if (depth !== chunkRows || place.strips * 4 !== place.order) {
      new Uint8Array(memory.buffer, packed, place.strips * depth * 32).fill(0);
    }
    packRows(matrix, tall, start, chunkRows, { packed, depth }, place, kernels, memory, scale);
    yield { packed, depth };
  }
}

/** Packs rows [start, start + chunkRows) of the tall view, in pieces that fit the stage. */
function packRows(
  matrix: MatrixView,
  tall: TallView,
  start: number,
  chunkRows: number,
  { packed, depth }: Chunk,
  place: Workspace,
  kernels: Kernels,
  memory: WebAssembly.Memory,
  scale: number,
): void {
  const size = bytesPerElement(matrix.dtype);
  const stage = new Uint8Array(memory.buffer, place.stage, place.stageBytes);
  // A line runs along the side whose elements are closer together in the tensor.
  const alongRow = tall.colStride <= tall.rowStride;
  const elementStride = alongRow ? tall.colStride : tall.rowStride;
  const lineStride = alongRow ? tall.rowStride : tall.colStride;
  const lineCount = alongRow ? chunkRows : place.order;
  const lineLength = alongRow ? place.order : chunkRows;
  const origin = matrix.offset + start * tall.rowStride;

  const lineBytes = lineLength * size;
  const adjoins = elementStride === 1 && lineStride === lineLength && lineBytes < SHORT_LINE_BYTES;
  const pitch = adjoins ? lineBytes : linePitch(lineBytes);
  // A multiple of four, because strips begin at columns that are.
  const linesInStage = Math.floor(place.stageBytes / pitch / 4) * 4;

  for (let line = 0; line < lineCount; line += linesInStage) {
    const lines = Math.min(linesInStage, lineCount - line);
    const from = (origin + line * lineStride) * size;
    if (adjoins) stage.set(matrix.bytes.subarray(from, from + lines * pitch));
    else
      stageLines(
        matrix.bytes,
        from,
        lineStride * size,
        elementStride * size,
        stage,
        pitch,
        lines,
        lineLength,
        size,
      );
    kernels.pack(
      DTYPE_CODES[matrix.dtype],
      place.stage,
      alongRow ? pitch : size,
      alongRow ? size : pitch,
      alongRow ? lines : chunkRows,
      alongRow ? place.order : lines,
      packed + (alongRow ? line : (line / 4) * depth) * 32,
      depth,
      scale,
    );
  }
}

/** Copies lines of elements, however far apart they lie, so that each line is dense and lines are `pitch` bytes apart. */
function stageLines(
  bytes: Uint8Array,
  from: number,
  lineStrideBytes: number,
  elementStrideBytes: number,
  stage: Uint8Array,
  pitch: number,
  lines: number,
  count: number,
  size: number,
): void {
  for (let line = 0; line < lines; line++) {
    let source = from + line * lineStrideBytes;
    let target = line * pitch;
    if (elementStrideBytes === size) {
      stage.set(bytes.subarray(source, source + count * size), target);
      continue;
    }
    for (let i = 0; i < count; i++) {
      for (let byte = 0; byte < size; byte++) stage[target + byte] = bytes[source + byte]!;
      source += elementStrideBytes;
      target += size;
    }
  }
}
