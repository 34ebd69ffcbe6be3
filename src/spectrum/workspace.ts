import { bytesPerElement, type FloatDtype } from '../formats/dtype.ts';

/** Rows of the matrix that are converted and used up at a time. */
export const CHUNK_ROWS = 256;

/** Bytes of the tensor that are copied at a time; they stay in the second-level cache until they are converted. */
const STAGE_BYTES = 256 * 1024;

/** Reflectors in flight in the QR decomposition: PANEL of kernels/qr.ts. */
const QR_PANEL = 32;

/** A WebAssembly memory with 32-bit addresses has 65,536 pages. */
export const PAGE_BYTES = 65_536;
export const MAX_MEMORY_BYTES = 65_536 * PAGE_BYTES;

/** Static data of the kernels lies below this address. */
const FIRST_FREE_BYTE = 4096;
const CACHE_LINE_BYTES = 64;

/** Where everything lies in the WebAssembly memory during one solve. Addresses and sizes are in bytes. */
export interface Workspace {
  /** The number of singular values, and the order of the Gram matrix. */
  readonly order: number;
  /** The length of the longer side, along which the Gram matrix sums. */
  readonly depth: number;
  /** Groups of four columns. */
  readonly strips: number;
  readonly stage: number;
  readonly stageBytes: number;
  readonly packed: number;
  /** Distance between the rows of `matrix`. */
  readonly rowBytes: number;
  readonly matrix: number;
  readonly matrixBytes: number;
  /** Five vectors of `order` values and some padding. */
  readonly vectors: readonly [number, number, number, number, number];
  readonly panel: number;
  readonly factors: number;
  readonly endByte: number;
}

const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;

/** `bytes` rounded up to an odd number of cache lines, so that a column does not fall into a few sets of the cache. */
export function linePitch(bytes: number): number {
  return (Math.ceil(bytes / CACHE_LINE_BYTES) | 1) * CACHE_LINE_BYTES;
}

/** Lays out the memory for a matrix of the given shape, both sides at least 1. */
export function layOut(rows: number, cols: number, dtype: FloatDtype): Workspace {
  const order = Math.min(rows, cols);
  const depth = Math.max(rows, cols);
  const strips = Math.ceil(order / 4);
  const chunkRows = Math.min(CHUNK_ROWS, roundUp(depth, 4));
  const rowBytes = linePitch((strips * 4 + 2) * 8);
  const matrixBytes = strips * 4 * rowBytes;
  const widestPitch = linePitch(Math.max(order, chunkRows) * bytesPerElement(dtype));
  const mostLines = roundUp(Math.max(order, chunkRows), 4);
  const stageBytes = Math.max(4 * widestPitch, Math.min(STAGE_BYTES, mostLines * widestPitch));

  let free = FIRST_FREE_BYTE;
  const take = (bytes: number): number => {
    const start = free;
    free += roundUp(bytes, CACHE_LINE_BYTES);
    return start;
  };
  const stage = take(stageBytes);
  const packed = take(strips * chunkRows * 32);
  const matrix = take(matrixBytes);
  const vector = (): number => take((order + 8) * 8);
  const vectors = [vector(), vector(), vector(), vector(), vector()] as const;
  const panel = take(QR_PANEL * chunkRows * 8);
  const factors = take(QR_PANEL * 16);
  const place = { stage, stageBytes, packed, rowBytes, matrix, matrixBytes, vectors, panel, factors };
  return { order, depth, strips, ...place, endByte: free };
}

/**
 * Bytes of memory that the wasm engine takes for the spectrum of a matrix, beside the tensor's own bytes: about
 * 8·n² + 2048·n for n = min(rows, cols). A memory once taken is kept for the next matrix.
 */
export function workspaceBytes(rows: number, cols: number, dtype: FloatDtype): number {
  return rows === 0 || cols === 0 ? 0 : roundUp(layOut(rows, cols, dtype).endByte, PAGE_BYTES);
}
