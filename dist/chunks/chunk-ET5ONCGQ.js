import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  bytesPerElement
} from "./chunk-NLMVWZFG.js";

// src/spectrum/workspace.ts
var CHUNK_ROWS = 256;
var STAGE_BYTES = 256 * 1024;
var QR_PANEL = 32;
var CHASE_SWEEPS = 8;
var MOST_REFINED_SHARE = 4;
var MOST_REFINED = CHUNK_ROWS - 4;
var FIRST_BANDED_ORDER = 256;
var FIRST_WIDE_ORDER = 2048;
var PAGE_BYTES = 65536;
var MAX_MEMORY_BYTES = 65536 * PAGE_BYTES;
var FIRST_FREE_BYTE = 4096;
var CACHE_LINE_BYTES = 64;
var roundUp = (value, unit) => Math.ceil(value / unit) * unit;
function bandWidthFor(order) {
  if (order < FIRST_BANDED_ORDER) return 0;
  return order < FIRST_WIDE_ORDER ? 16 : 32;
}
function linePitch(bytes) {
  return (Math.ceil(bytes / CACHE_LINE_BYTES) | 1) * CACHE_LINE_BYTES;
}
function layOut(rows, cols, dtype) {
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
  const take = (bytes) => {
    const start = free;
    free += roundUp(bytes, CACHE_LINE_BYTES);
    return start;
  };
  const takeVector = () => take(vectorBytes);
  const stage = take(stageBytes);
  const chunkBytes = strips * chunkRows * 32;
  const panelsBytes = (11 * paddedOrder + 4 * bandWidth) * bandWidth * 8 + vectorBytes;
  const chaseBytes = Math.ceil(order / CHASE_SWEEPS) * (3 * bandWidth + 8) * 8;
  const reductionScratch = take(Math.max(2 * chunkBytes, panelsBytes, chaseBytes));
  const packed = [reductionScratch, reductionScratch + chunkBytes];
  const matrix = take(matrixBytes);
  const band = take((paddedOrder + 2 * bandWidth) * bandBytes);
  const reductionFactors = take(Math.max(paddedOrder * bandWidth * 8, vectorBytes));
  const diagonal = takeVector();
  const offDiagonal = takeVector();
  const keptDiagonal = takeVector();
  const keptOffDiagonal = takeVector();
  const scratch = take(5 * vectorBytes);
  const scratchVectors = [scratch, scratch + vectorBytes, scratch + 2 * vectorBytes];
  const vectors = take(vectorStrips * vectorRows * 32);
  const product = take(vectorStrips * chunkRows * 32);
  const panel = take(QR_PANEL * chunkRows * 8);
  const factors = take(QR_PANEL * 16);
  return {
    ...{ order, depth, strips, stage, stageBytes, packed, reductionScratch },
    ...{ matrix, matrixBytes, rowBytes, paddedOrder },
    ...{ bandWidth, band, bandBytes, reductionFactors, diagonal, offDiagonal, keptDiagonal, keptOffDiagonal },
    ...{ scratch, scratchVectors, vectors, vectorRows, mostVectors, product, panel, factors, endByte: free }
  };
}
function workspaceBytes(rows, cols, dtype) {
  return rows === 0 || cols === 0 ? 0 : roundUp(layOut(rows, cols, dtype).endByte, PAGE_BYTES);
}

// src/spectrum/memory-use.ts
var REFERENCE_BYTES_PER_ELEMENT = 32;
var MAX_REFERENCE_ELEMENTS = 2 ** 26;
function spectrumBytes(engine, rows, cols, dtype) {
  return engine === "wasm" ? workspaceBytes(rows, cols, dtype) : rows * cols * REFERENCE_BYTES_PER_ELEMENT;
}
function mostSpectrumBytes(engine) {
  return engine === "wasm" ? MAX_MEMORY_BYTES : MAX_REFERENCE_ELEMENTS * REFERENCE_BYTES_PER_ELEMENT;
}

export {
  CHUNK_ROWS,
  PAGE_BYTES,
  MAX_MEMORY_BYTES,
  linePitch,
  layOut,
  workspaceBytes,
  MAX_REFERENCE_ELEMENTS,
  spectrumBytes,
  mostSpectrumBytes
};
