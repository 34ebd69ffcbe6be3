import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  bytesPerElement,
  halfToNumber
} from "./chunk-NLMVWZFG.js";
import {
  MAX_VECTOR_ORDER
} from "./chunk-JXTWGQ7Y.js";
import {
  NumericError
} from "./chunk-LSZFXY6A.js";

// src/formats/element-decoder.ts
function e4m3ToNumber(bits) {
  const sign = bits & 128 ? -1 : 1;
  const exponent = bits >> 3 & 15;
  const fraction = bits & 7;
  if ((bits & 127) === 127) return Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -9 : sign * (8 + fraction) * 2 ** (exponent - 10);
}
function decoderOf(dtype, data) {
  switch (dtype) {
    case "F64":
      return (at) => data.getFloat64(at, true);
    case "F32":
      return (at) => data.getFloat32(at, true);
    case "F16":
      return (at) => halfToNumber(data.getUint16(at, true));
    case "BF16": {
      const word = new DataView(new ArrayBuffer(4));
      return (at) => {
        word.setUint32(0, data.getUint16(at, true) << 16);
        return word.getFloat32(0);
      };
    }
    case "F8_E4M3":
      return (at) => e4m3ToNumber(data.getUint8(at));
    case "F8_E5M2":
      return (at) => halfToNumber(data.getUint8(at) << 8);
  }
}

// src/spectrum/elements.ts
function elementReader(matrix) {
  const { bytes, dtype, offset, rowStride, colStride } = matrix;
  const decode = decoderOf(dtype, new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const size = bytesPerElement(dtype);
  return (row, col) => decode((offset + row * rowStride + col * colStride) * size);
}
function describeMatrix(matrix) {
  return `a ${matrix.rows} \xD7 ${matrix.cols} matrix of ${matrix.dtype}`;
}
function assertInBounds(matrix) {
  const { bytes, dtype, rows, cols, offset, rowStride, colStride } = matrix;
  const whole = [rows, cols, offset, rowStride, colStride].every((x) => Number.isSafeInteger(x) && x >= 0);
  const last = offset + Math.max(rows - 1, 0) * rowStride + Math.max(cols - 1, 0) * colStride;
  if (whole && (rows === 0 || cols === 0 || (last + 1) * bytesPerElement(dtype) <= bytes.length)) return;
  throw new NumericError({
    code: "OUT_OF_BOUNDS",
    subject: describeMatrix(matrix),
    problem: `its last element is element ${last} of a tensor of ${bytes.length} bytes`,
    details: { rows, cols, offset, rowStride, colStride, sizeBytes: bytes.length }
  });
}
function assertVectorOrder(matrix) {
  const { rows, cols } = matrix;
  if (Math.min(rows, cols) <= MAX_VECTOR_ORDER) return;
  throw new NumericError({
    code: "TOO_LARGE",
    subject: describeMatrix(matrix),
    problem: `eigenvectors are computed up to an order of ${MAX_VECTOR_ORDER}`,
    cure: "Exclude the layer, or lower max_evals",
    details: { rows, cols }
  });
}
function notFinite(matrix) {
  const read = elementReader(matrix);
  for (let row = 0; row < matrix.rows; row++) {
    for (let col = 0; col < matrix.cols; col++) {
      const value = read(row, col);
      if (Number.isFinite(value)) continue;
      return new NumericError({
        code: "NOT_FINITE",
        subject: describeMatrix(matrix),
        problem: `element (${row}, ${col}) is ${value}`,
        cure: "Look for a diverged training run or a damaged file; weights must be finite numbers",
        details: { row, col, value: String(value) }
      });
    }
  }
  throw new Error("notFinite was called for a finite matrix");
}
function noConvergence(matrix) {
  return new NumericError({
    code: "NO_CONVERGENCE",
    subject: describeMatrix(matrix),
    problem: "its singular values did not converge",
    cure: "Try the other engine with --engine, and please report the matrix",
    details: { rows: matrix.rows, cols: matrix.cols }
  });
}

// src/spectrum/power-of-two.ts
var HIGHEST = 1e3;
function scaleToUnit(magnitude) {
  if (magnitude === 0) return 1;
  const exponent = Math.floor(Math.log2(magnitude)) + 1;
  return 2 ** -Math.max(-HIGHEST, Math.min(HIGHEST, exponent));
}

// src/spectrum/workspace.ts
var CHUNK_ROWS = 256;
var STAGE_BYTES = 256 * 1024;
var QR_PANEL = 32;
var CHASE_SWEEPS = 8;
var MOST_REFINED_SHARE = 4;
var MOST_REFINED = CHUNK_ROWS - 4;
var FIRST_BANDED_ORDER = 256;
var FIRST_WIDE_ORDER = 2048;
var KEPT_ROTATIONS = 24;
var KEPT_SWEEPS = 512;
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
function layOut(rows, cols, dtype, part = "values") {
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
  const hasVectors = part === "vectors";
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
    ...{ panel, factors, endByte: free }
  };
}
function workspaceBytes(rows, cols, dtype, part = "values") {
  return rows === 0 || cols === 0 ? 0 : roundUp(layOut(rows, cols, dtype, part).endByte, PAGE_BYTES);
}

export {
  decoderOf,
  CHUNK_ROWS,
  PAGE_BYTES,
  MAX_MEMORY_BYTES,
  linePitch,
  layOut,
  workspaceBytes,
  elementReader,
  describeMatrix,
  assertInBounds,
  assertVectorOrder,
  notFinite,
  noConvergence,
  scaleToUnit
};
