import { bytesPerElement, type FloatDtype } from '../formats/dtype.ts';

/** Rows of the matrix that are converted and used up at a time. */
export const CHUNK_ROWS = 256;

/** Bytes of the tensor that are copied at a time; they stay in the second-level cache until they are converted. */
const STAGE_BYTES = 256 * 1024;

/** Reflectors in flight in the QR decomposition: PANEL of kernels/qr.ts. */
const QR_PANEL = 32;

/** Sweeps that the chase along the band does side by side: TASK_SWEEPS of kernels/chase-tasks.ts. */
const CHASE_SWEEPS = 8;

/**
 * The smallest singular values that can be refined are this part of them, and at most this many, so that their vectors
 * fit where a chunk of the matrix was. Above that, decomposing without squaring is not much slower.
 */
const MOST_REFINED_SHARE = 4;
const MOST_REFINED = CHUNK_ROWS - 4;

/**
 * Matrices of this order and above are reduced through a band; below, the whole matrix stays in the cache and the direct
 * way is faster, but for one thread only. A wider band makes for less memory traffic and more work. Measured; all three are
 * about equal near the limits.
 */
const FIRST_BANDED_ORDER = 256;
const FIRST_WIDE_ORDER = 2048;

/** Rotations and sweeps in flight where all vectors are computed: the same as in kernels/tridiagonal-decomposition.ts. */
const KEPT_ROTATIONS = 24;
const KEPT_SWEEPS = 512;

/** A WebAssembly memory with 32-bit addresses has 65,536 pages. */
export const PAGE_BYTES = 65_536;
export const MAX_MEMORY_BYTES = 65_536 * PAGE_BYTES;

/** The control block of kernels/team.ts lies below this address. */
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
  /** Two chunks of the matrix: threads may work on one while the next is packed. */
  readonly packed: readonly [number, number];
  /** While the Gram matrix is reduced there is no chunk in memory, and its place serves as scratch. */
  readonly reductionScratch: number;

  /** The Gram matrix, or R of a QR decomposition, in rows; `paddedOrder` of them, `rowBytes` apart. */
  readonly matrix: number;
  readonly matrixBytes: number;
  readonly rowBytes: number;
  /** The order, rounded up to what the reduction works in. */
  readonly paddedOrder: number;

  /** The width of the band through which the Gram matrix is reduced; 0 if it is reduced directly. */
  readonly bandWidth: number;
  readonly band: number;
  /** Distance between the rows of `band`. */
  readonly bandBytes: number;
  /** What the kernels keep of the reduction, beside the reflectors in `matrix`. */
  readonly reductionFactors: number;

  /** The tridiagonal or bidiagonal matrix, and then its eigenvalues or singular values. */
  readonly diagonal: number;
  readonly offDiagonal: number;
  /** The tridiagonal matrix once more. */
  readonly keptDiagonal: number;
  readonly keptOffDiagonal: number;
  /** Five vectors of `order` values, end to end, and where the first three begin. */
  readonly scratch: number;
  readonly scratchVectors: readonly [number, number, number];

  /** Eigenvectors in strips of four, `vectorRows` long: `mostVectors` at most, or all; a chunk's product with the former. */
  readonly vectors: number;
  readonly vectorRows: number;
  readonly mostVectors: number;
  readonly product: number;

  /** Scratch of the decomposition by all vectors; empty where they are not wanted. */
  readonly rowStrips: number;
  readonly keptRotations: number;

  /** Scratch of the QR decomposition. */
  readonly panel: number;
  readonly factors: number;

  readonly endByte: number;
}

const roundUp = (value: number, unit: number): number => Math.ceil(value / unit) * unit;

function bandWidthFor(order: number): number {
  if (order < FIRST_BANDED_ORDER) return 0;
  return order < FIRST_WIDE_ORDER ? 16 : 32;
}

/** `bytes` rounded up to an odd number of cache lines, so that a column does not fall into a few sets of the cache. */
export function linePitch(bytes: number): number {
  return (Math.ceil(bytes / CACHE_LINE_BYTES) | 1) * CACHE_LINE_BYTES;
}

/** What is to be computed: all singular values, or all vectors as well. */
export type SpectrumPart = 'values' | 'vectors';

/** Lays out the memory for a matrix of the given shape, both sides at least 1. */
export function layOut(
  rows: number,
  cols: number,
  dtype: FloatDtype,
  part: SpectrumPart = 'values',
): Workspace {
  const order = Math.min(rows, cols);
  const depth = Math.max(rows, cols);
  const strips = Math.ceil(order / 4);
  const chunkRows = Math.min(CHUNK_ROWS, roundUp(depth, 4));
  const widestPitch = linePitch(Math.max(order, chunkRows) * bytesPerElement(dtype));
  const mostLines = roundUp(Math.max(order, chunkRows), 4);
  const stageBytes = Math.max(4 * widestPitch, Math.min(STAGE_BYTES, mostLines * widestPitch));

  const bandWidth = bandWidthFor(order);
  const paddedOrder = roundUp(order, Math.max(bandWidth, 4));
  const rowBytes = linePitch((paddedOrder + Math.max(bandWidth, 2)) * 8);
  const matrixBytes = paddedOrder * rowBytes;
  const bandBytes = (3 * bandWidth + 2) * 8;
  const vectorBytes = roundUp((order + 8) * 8, CACHE_LINE_BYTES);
  const mostVectors = Math.min(Math.floor(order / MOST_REFINED_SHARE), MOST_REFINED);
  const vectorStrips = Math.ceil(mostVectors / 4);
  const vectorRows = paddedOrder + bandWidth;

  let free = FIRST_FREE_BYTE;
  const take = (bytes: number): number => {
    const start = free;
    free += roundUp(bytes, CACHE_LINE_BYTES);
    return start;
  };
  const takeVector = (): number => take(vectorBytes);
  const stage = take(stageBytes);
  const chunkBytes = strips * chunkRows * 32;
  const panelsBytes = (11 * paddedOrder + 4 * bandWidth) * bandWidth * 8 + vectorBytes;
  const chaseBytes = Math.ceil(order / CHASE_SWEEPS) * (3 * bandWidth + 8) * 8;
  const reductionScratch = take(Math.max(2 * chunkBytes, panelsBytes, chaseBytes));
  const packed = [reductionScratch, reductionScratch + chunkBytes] as const;
  const matrix = take(matrixBytes);
  const band = take((paddedOrder + 2 * bandWidth) * bandBytes);
  const reductionFactors = take(Math.max(paddedOrder * bandWidth * 8, vectorBytes));
  const diagonal = takeVector();
  const offDiagonal = takeVector();
  const keptDiagonal = takeVector();
  const keptOffDiagonal = takeVector();
  const scratch = take(5 * vectorBytes);
  const scratchVectors = [scratch, scratch + vectorBytes, scratch + 2 * vectorBytes] as const;
  const hasVectors = part === 'vectors';
  const vectors = take((hasVectors ? strips : vectorStrips) * vectorRows * 32);
  const rowStrips = take(hasVectors ? roundUp(order, 8) * order * 8 : 0);
  const keptRotations = take(hasVectors ? (2 * KEPT_ROTATIONS * order + KEPT_SWEEPS) * 8 : 0);
  const product = take(vectorStrips * chunkRows * 32);
  const panel = take(QR_PANEL * chunkRows * 8);
  const factors = take(QR_PANEL * 16);
  return {
    ...{ order, depth, strips, stage, stageBytes, packed, reductionScratch },
    ...{ matrix, matrixBytes, rowBytes, paddedOrder },
    ...{ bandWidth, band, bandBytes, reductionFactors, diagonal, offDiagonal, keptDiagonal, keptOffDiagonal },
    ...{ scratch, scratchVectors, vectors, vectorRows, mostVectors, product, rowStrips, keptRotations },
    ...{ panel, factors, endByte: free },
  };
}

/**
 * Bytes of memory that the wasm engine takes for the spectrum of a matrix, beside the tensor's own bytes: about
 * 8·n² + 8000·n for n = min(rows, cols), and three times that where vectors are wanted. A memory once taken is kept for
 * the next matrix.
 */
export function workspaceBytes(
  rows: number,
  cols: number,
  dtype: FloatDtype,
  part: SpectrumPart = 'values',
): number {
  return rows === 0 || cols === 0 ? 0 : roundUp(layOut(rows, cols, dtype, part).endByte, PAGE_BYTES);
}
