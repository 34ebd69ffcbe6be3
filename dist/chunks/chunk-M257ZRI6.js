import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  CHUNK_ROWS,
  MAX_MEMORY_BYTES,
  PAGE_BYTES,
  assertInBounds,
  assertVectorOrder,
  describeMatrix,
  layOut,
  linePitch,
  noConvergence,
  notFinite,
  scaleToUnit
} from "./chunk-TCZKHMDB.js";
import {
  bytesPerElement
} from "./chunk-NLMVWZFG.js";
import {
  DTYPE_CODES,
  chooseBuild,
  instantiate
} from "./chunk-4MIY2QKT.js";
import {
  NumericError
} from "./chunk-LSZFXY6A.js";

// src/metrics/uncertainty/random.ts
function randomStream(seed, layer, purpose) {
  const key = `${seed}
${purpose}
${layer}`;
  const next = xoshiro128([murmur3(key, 0), murmur3(key, 1), murmur3(key, 2), murmur3(key, 3)]);
  const uniform = () => {
    const high = next() >>> 5;
    const low = next() >>> 6;
    return (high * 2 ** 26 + low) / 2 ** 53;
  };
  return {
    uniform,
    exponential: () => -Math.log1p(-uniform()),
    integer: (count) => Math.floor(uniform() * count)
  };
}
function xoshiro128([a, b, c, d]) {
  let s0 = a | 0;
  let s1 = b | 0;
  let s2 = c | 0;
  let s3 = d | 0;
  return () => {
    const word = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return word;
  };
}
function murmur3(text, seed) {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    const block = Math.imul(rotateLeft(Math.imul(text.charCodeAt(i), 3432918353), 15), 461845907);
    hash = Math.imul(rotateLeft(hash ^ block, 13), 5) + 3864292196 | 0;
  }
  hash ^= 4 * text.length;
  hash = Math.imul(hash ^ hash >>> 16, 2246822507);
  hash = Math.imul(hash ^ hash >>> 13, 3266489909);
  return hash ^ hash >>> 16;
}
function rotateLeft(word, bits) {
  return word << bits | word >>> 32 - bits;
}

// src/spectrum/condensed-form.ts
function reduceToTridiagonal(kernels, place) {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, band, bandBytes, reductionFactors } = place;
  const { diagonal, offDiagonal, reductionScratch, scratchVectors } = place;
  if (bandWidth === 0) {
    const [w0, w1] = scratchVectors;
    kernels.tridiagonalise(matrix, rowBytes, order, diagonal, offDiagonal, reductionFactors, w0, w1);
    return;
  }
  kernels.reduceToBand(
    ...[matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes],
    ...[reductionFactors, reductionScratch]
  );
  kernels.chaseBand(
    ...[band, bandBytes, order, bandWidth, matrix, rowBytes],
    ...[diagonal, offDiagonal, reductionScratch]
  );
}
function restoreVectors(kernels, place, strips) {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, reductionFactors, vectors, vectorRows } = place;
  kernels.restoreVectors(
    ...[matrix, rowBytes, order, paddedOrder, bandWidth, reductionFactors],
    ...[vectors, vectorRows, strips, place.reductionScratch]
  );
}
function reduceToBidiagonal(kernels, place) {
  const { order, paddedOrder, matrix, rowBytes, bandWidth, band, bandBytes, reductionScratch } = place;
  const { diagonal, offDiagonal, scratchVectors } = place;
  if (bandWidth === 0) {
    kernels.bidiagonalise(matrix, rowBytes, order, diagonal, offDiagonal, ...scratchVectors);
    return;
  }
  kernels.reduceToUpperBand(
    ...[matrix, rowBytes, paddedOrder, bandWidth, band, bandBytes, reductionScratch]
  );
  kernels.chaseUpperBand(
    ...[band, bandBytes, order, bandWidth, matrix, rowBytes],
    ...[diagonal, offDiagonal, reductionScratch]
  );
}

// src/spectrum/matrix-chunks.ts
var SHORT_LINE_BYTES = 1024;
function* packedChunks(matrix, place, kernels, memory, scale) {
  const { rows, cols, rowStride, colStride } = matrix;
  const tall = rows >= cols ? { rowStride, colStride } : { rowStride: colStride, colStride: rowStride };
  for (let start = 0; start < place.depth; start += CHUNK_ROWS) {
    const chunkRows = Math.min(CHUNK_ROWS, place.depth - start);
    const depth = Math.ceil(chunkRows / 4) * 4;
    const packed = place.packed[start / CHUNK_ROWS % 2 === 0 ? 0 : 1];
    if (depth !== chunkRows || place.strips * 4 !== place.order) {
      new Uint8Array(memory.buffer, packed, place.strips * depth * 32).fill(0);
    }
    packRows(matrix, tall, start, chunkRows, { packed, depth }, place, kernels, memory, scale);
    yield { packed, depth };
  }
}
function packRows(matrix, tall, start, chunkRows, { packed, depth }, place, kernels, memory, scale) {
  const size = bytesPerElement(matrix.dtype);
  const stage = new Uint8Array(memory.buffer, place.stage, place.stageBytes);
  const alongRow = tall.colStride <= tall.rowStride;
  const elementStride = alongRow ? tall.colStride : tall.rowStride;
  const lineStride = alongRow ? tall.rowStride : tall.colStride;
  const lineCount = alongRow ? chunkRows : place.order;
  const lineLength = alongRow ? place.order : chunkRows;
  const origin = matrix.offset + start * tall.rowStride;
  const lineBytes = lineLength * size;
  const adjoins = elementStride === 1 && lineStride === lineLength && lineBytes < SHORT_LINE_BYTES;
  const pitch = adjoins ? lineBytes : linePitch(lineBytes);
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
        size
      );
    kernels.pack(
      DTYPE_CODES[matrix.dtype],
      place.stage,
      alongRow ? pitch : size,
      alongRow ? size : pitch,
      alongRow ? lines : chunkRows,
      alongRow ? place.order : lines,
      packed + (alongRow ? line : line / 4 * depth) * 32,
      depth,
      scale
    );
  }
}
function stageLines(bytes, from, lineStrideBytes, elementStrideBytes, stage, pitch, lines, count, size) {
  for (let line = 0; line < lines; line++) {
    let source = from + line * lineStrideBytes;
    let target = line * pitch;
    if (elementStrideBytes === size) {
      stage.set(bytes.subarray(source, source + count * size), target);
      continue;
    }
    for (let i = 0; i < count; i++) {
      for (let byte = 0; byte < size; byte++) stage[target + byte] = bytes[source + byte];
      source += elementStrideBytes;
      target += size;
    }
  }
}

// src/spectrum/refinement.ts
var TOLERANCE = 4e-10;
var GROWING_ERROR = 4;
var CONSTANT_ERROR = 64;
var RESIDUAL_SHARE = 0.5;
var SMALLEST_GAP = 8;
var SMALLEST_EIGENVALUE = 3;
function gramErrorBound(eigenvalues) {
  const units = GROWING_ERROR * Math.sqrt(eigenvalues.length) + CONSTANT_ERROR;
  return units * Number.EPSILON * eigenvalues.at(-1);
}
function residualBound(eigenvalues) {
  return RESIDUAL_SHARE * gramErrorBound(eigenvalues);
}
function isAccurate(eigenvalue, bound) {
  return bound <= 2 * TOLERANCE * eigenvalue;
}
function countToRefine(eigenvalues) {
  const bound = gramErrorBound(eigenvalues);
  const total = eigenvalues.length;
  let count = 0;
  while (count < total && !isAccurate(eigenvalues[count], bound)) count++;
  if (count === 0) return 0;
  if (!(eigenvalues[0] >= SMALLEST_EIGENVALUE * bound)) return total;
  while (count < total && eigenvalues[count] - eigenvalues[count - 1] < SMALLEST_GAP * bound) count++;
  return count;
}
function withRefined(eigenvalues, refined) {
  const bound = gramErrorBound(eigenvalues);
  const next = eigenvalues[refined.length] - bound;
  const result = eigenvalues.slice();
  for (const [k, value] of refined.entries()) {
    const rough = eigenvalues[k];
    if (!(Math.abs(value - rough) <= 2 * bound)) return void 0;
    const error = ((1 + RESIDUAL_SHARE) * bound) ** 2 / (next - value);
    if (error >= 0 && error <= 2 * TOLERANCE * value) result[k] = value;
    else if (!isAccurate(rough, bound)) return void 0;
  }
  return result.sort();
}

// src/spectrum/solve.ts
var Solve = class {
  #matrix;
  #place;
  #kernels;
  #memory;
  constructor(matrix, place, kernels, memory) {
    this.#matrix = matrix;
    this.#place = place;
    this.#kernels = kernels;
    this.#memory = memory;
  }
  singularValues() {
    const gramUnit = this.#matrix.dtype === "F64" ? scaleToUnit(this.#maxMagnitude()) : 1;
    const largest = this.#formGram(gramUnit);
    if (largest === 0) return new Float64Array(this.#place.order);
    const eigenUnit = scaleToUnit(largest);
    const unit = gramUnit * scaleToUnit(Math.sqrt(largest));
    const rough = this.#eigenvalues(eigenUnit);
    const count = countToRefine(rough);
    const eigenvalues = count === 0 ? rough : this.#refine(rough, count, unit, (gramUnit / unit) ** 2 * eigenUnit);
    return eigenvalues?.map((value) => Math.sqrt(value / eigenUnit) / gramUnit) ?? this.#fromBidiagonal(unit);
  }
  /** The eigenvectors of WᵀW, in a workspace for them. */
  eigenvectors() {
    const gramUnit = this.#matrix.dtype === "F64" ? scaleToUnit(this.#maxMagnitude()) : 1;
    const largest = this.#formGram(gramUnit);
    const eigenUnit = largest === 0 ? 1 : scaleToUnit(largest);
    const { order, strips, matrix, matrixBytes, diagonal, offDiagonal } = this.#place;
    const { rowStrips, keptRotations, vectors, vectorRows } = this.#place;
    this.#kernels.scaleValues(matrix, matrixBytes / 8, eigenUnit);
    reduceToTridiagonal(this.#kernels, this.#place);
    const failed = this.#kernels.decomposeTridiagonal(
      ...[diagonal, offDiagonal, order, rowStrips, keptRotations, vectors, vectorRows]
    );
    if (failed !== 0) throw noConvergence(this.#matrix);
    restoreVectors(this.#kernels, this.#place, strips);
    const values = this.#vector(diagonal).slice();
    const columns = Uint32Array.from(values.keys()).sort((a, b) => values[b] - values[a]);
    const elements = new Float64Array(strips * vectorRows * 4);
    elements.set(new Float64Array(this.#memory.buffer, vectors, elements.length));
    return {
      eigenvalues: Float64Array.from(columns, (j) => Math.max(0, values[j]) / eigenUnit / gramUnit ** 2),
      vector: (rank) => {
        const j = columns[rank];
        const first = (j >> 2) * vectorRows * 4 + (j & 3);
        return Float64Array.from({ length: order }, (_, i) => elements[first + i * 4]);
      }
    };
  }
  /** Forms WᵀW for W times `unit`. Returns its largest diagonal element. */
  #formGram(unit) {
    const { strips, matrix, rowBytes, paddedOrder } = this.#place;
    let rowsToClear = paddedOrder;
    for (const { packed, depth } of this.#sharedChunks(unit)) {
      this.#kernels.openGram(packed, depth, strips, matrix, rowBytes, rowsToClear);
      rowsToClear = 0;
    }
    const largest = this.#largestSquaredColumn();
    if (!Number.isFinite(largest)) throw notFinite(this.#matrix);
    return largest;
  }
  /** The eigenvalues of `unit` times the matrix that `#formGram` left, ascending. Keeps what `#refine` needs. */
  #eigenvalues(unit) {
    const { order, matrix, matrixBytes, diagonal, offDiagonal, keptDiagonal, keptOffDiagonal } = this.#place;
    this.#kernels.scaleValues(matrix, matrixBytes / 8, unit);
    reduceToTridiagonal(this.#kernels, this.#place);
    this.#vector(keptDiagonal).set(this.#vector(diagonal));
    this.#vector(keptOffDiagonal).set(this.#vector(offDiagonal));
    if (this.#kernels.tridiagonalEigenvalues(diagonal, offDiagonal, order) !== 0)
      throw noConvergence(this.#matrix);
    return this.#vector(diagonal).slice().sort();
  }
  /**
   * The eigenvalues, ascending, with the `count` smallest computed once more: as squares of the singular values of W·V,
   * V being their vectors (Rayleigh & Ritz). Undefined when that cannot be done accurately.
   *
   * @param unit factor on W that brings its longest column near one.
   * @param squareUnit factor that brings squares of singular values of W times `unit` to the unit of the eigenvalues.
   */
  #refine(eigenvalues, count, unit, squareUnit) {
    const { order, strips, matrix, rowBytes, diagonal, offDiagonal, panel, factors } = this.#place;
    const { keptDiagonal, keptOffDiagonal, scratch, scratchVectors } = this.#place;
    const { mostVectors, vectors, vectorRows, product, reductionScratch } = this.#place;
    if (count > mostVectors) return void 0;
    this.#vector(diagonal).set(eigenvalues);
    const residual = this.#kernels.tridiagonalVectors(
      ...[keptDiagonal, keptOffDiagonal, order, diagonal, count, reductionScratch, scratch]
    );
    if (!(residual <= residualBound(eigenvalues))) return void 0;
    const vectorStrips = Math.ceil(count / 4);
    this.#kernels.toStrips(reductionScratch, count, order, vectors, vectorRows);
    restoreVectors(this.#kernels, this.#place, vectorStrips);
    this.#clear(matrix, vectorStrips * 4 * rowBytes);
    for (const { packed, depth } of this.#chunks(unit)) {
      this.#kernels.openProduct(packed, depth, strips, vectors, vectorStrips, vectorRows, product);
      this.#kernels.finishTasks();
      this.#kernels.absorbRows(
        ...[product, depth, vectorStrips, count, matrix, rowBytes, panel, factors]
      );
    }
    const [w, u, y] = scratchVectors;
    this.#kernels.bidiagonalise(matrix, rowBytes, count, diagonal, offDiagonal, w, u, y);
    if (this.#kernels.bidiagonalValues(diagonal, offDiagonal, count) !== 0) return void 0;
    const squares = this.#vector(diagonal).slice(0, count);
    return withRefined(eigenvalues, squares.map((value) => value * value * squareUnit).sort());
  }
  /** The singular values by a backward stable method. */
  #fromBidiagonal(unit) {
    const { order, diagonal, offDiagonal } = this.#place;
    this.#toSquare(unit);
    reduceToBidiagonal(this.#kernels, this.#place);
    if (this.#kernels.bidiagonalValues(diagonal, offDiagonal, order) !== 0) throw noConvergence(this.#matrix);
    return this.#vector(diagonal).map((value) => Math.abs(value) / unit).sort();
  }
  /** Puts W times `unit`, or where it is too long the R of its QR decomposition, where the Gram matrix was. */
  #toSquare(unit) {
    const { order, depth, paddedOrder, bandWidth, strips, matrix, rowBytes, panel, factors } = this.#place;
    this.#clear(matrix, this.#place.matrixBytes);
    const fits = bandWidth > 0 && depth <= paddedOrder;
    let row = matrix;
    for (const chunk of this.#chunks(unit)) {
      if (fits) this.#kernels.unpack(chunk.packed, chunk.depth, strips, row, rowBytes);
      else
        this.#kernels.absorbRows(
          ...[chunk.packed, chunk.depth, strips, order, matrix, rowBytes, panel, factors]
        );
      row += chunk.depth * rowBytes;
    }
  }
  #chunks(scale) {
    return packedChunks(this.#matrix, this.#place, this.#kernels, this.#memory, scale);
  }
  /** As `#chunks`, for a caller who opens tasks for each: with helpers, the next chunk is packed meanwhile. */
  *#sharedChunks(scale) {
    let isOpen = false;
    for (const chunk of this.#chunks(scale)) {
      if (isOpen) this.#kernels.finishTasks();
      yield chunk;
      isOpen = this.#kernels.helperCount() > 0;
      if (!isOpen) this.#kernels.finishTasks();
    }
    if (isOpen) this.#kernels.finishTasks();
  }
  #maxMagnitude() {
    let largest = 0;
    for (const { packed, depth } of this.#chunks(1)) {
      const count = this.#place.strips * depth * 4;
      largest = Math.max(largest, this.#kernels.maxMagnitude(packed, count));
    }
    if (!Number.isFinite(largest)) throw notFinite(this.#matrix);
    return largest;
  }
  #clear(address, bytes) {
    new Uint8Array(this.#memory.buffer, address, bytes).fill(0);
  }
  /** The largest element of the Gram matrix's diagonal, NaN if one is. */
  #largestSquaredColumn() {
    const { order, rowBytes, matrix } = this.#place;
    const values = new Float64Array(this.#memory.buffer, matrix);
    let largest = 0;
    for (let i = 0; i < order; i++) largest = Math.max(largest, values[i * rowBytes / 8 + i]);
    return largest;
  }
  /** One of the workspace's vectors, as it lies. */
  #vector(address) {
    return new Float64Array(this.#memory.buffer, address, this.#place.order);
  }
};

// src/spectrum/team-memory.ts
var RELEASED = 16;
var ABORTED = 17;
var EPOCH = 18;
function createTeamMemory() {
  return new WebAssembly.Memory({ initial: 1, maximum: MAX_MEMORY_BYTES / PAGE_BYTES, shared: true });
}
function words(memory) {
  return new Int32Array(memory.buffer, 0, EPOCH + 1);
}
function admitHelpers(memory) {
  Atomics.store(words(memory), RELEASED, 0);
}
function releaseHelpers(memory) {
  const control = words(memory);
  Atomics.store(control, RELEASED, 1);
  Atomics.notify(control, EPOCH);
}
function abortTeam(memory) {
  Atomics.store(words(memory), ABORTED, 1);
  releaseHelpers(memory);
}
function isAborted(memory) {
  return Atomics.load(words(memory), ABORTED) !== 0;
}

// src/spectrum/wasm.ts
function createWasmEngine(options = {}) {
  const build = options.build ?? anyBuild();
  const memory = options.memory ?? createTeamMemory();
  const kernels = instantiate(build, memory);
  function singularValues(matrix) {
    assertInBounds(matrix);
    if (matrix.rows === 0 || matrix.cols === 0) return new Float64Array(0);
    const place = layOut(matrix.rows, matrix.cols, matrix.dtype);
    reserve(memory, place.endByte, matrix);
    return new Solve(matrix, place, kernels, memory).singularValues();
  }
  function eigenvectors(matrix) {
    assertInBounds(matrix);
    assertVectorOrder(matrix);
    const { rows, cols, rowStride, colStride, dtype } = matrix;
    if (rows === 0 || cols === 0)
      return { eigenvalues: new Float64Array(0), vector: () => new Float64Array(0) };
    const view = rows === cols ? { ...matrix, rowStride: colStride, colStride: rowStride } : matrix;
    const place = layOut(rows, cols, dtype, "vectors");
    reserve(memory, place.endByte, matrix);
    return new Solve(view, place, kernels, memory).eigenvectors();
  }
  return { name: "wasm", singularValues, eigenvectors };
}
function assist(memory, build = anyBuild()) {
  try {
    instantiate(build, memory).assist();
  } catch (error) {
    if (!isAborted(memory)) throw error;
  }
}
function anyBuild() {
  const build = chooseBuild();
  if (build !== void 0) return build;
  throw new NumericError({
    code: "NO_SIMD",
    subject: "the wasm engine",
    problem: "this JavaScript runtime has no WebAssembly SIMD",
    cure: "Use a newer runtime or --engine reference"
  });
}
function reserve(memory, endByte, matrix) {
  const missing = Math.ceil((endByte - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing <= 0) return;
  try {
    if (endByte > MAX_MEMORY_BYTES) throw new RangeError("beyond 32-bit addresses");
    memory.grow(missing);
  } catch (cause) {
    throw new NumericError({
      code: "TOO_LARGE",
      subject: describeMatrix(matrix),
      problem: `its spectrum takes ${endByte} bytes of memory, which could not be had`,
      cure: "Leave the layer out with --exclude, or give the process more memory",
      details: { neededBytes: endByte, maxBytes: MAX_MEMORY_BYTES },
      cause
    });
  }
}

// src/spectrum/create-engine.ts
function availableEngine(wanted) {
  return wanted === "wasm" && chooseBuild() === void 0 ? "reference" : wanted;
}
async function createEngine(name, memory) {
  if (name === "reference") return (await import("./reference-GL4O5566.js")).createReferenceEngine();
  return createWasmEngine(memory && { memory });
}

// src/metrics/analysis-modes.ts
var DEFAULT_MODES = {
  fit: "PL",
  plPackage: "ww",
  xmax: 0,
  fixFingers: "off",
  maxFingers: 10,
  fingerThresh: 1,
  mpFit: false,
  randomize: false,
  detX: false,
  vectors: false,
  tolerance: 1e-6,
  seed: 1
};
function modesAmong(settings) {
  const { fit, plPackage, xmax, fixFingers, maxFingers, fingerThresh } = settings;
  const { mpFit, randomize, detX, vectors, tolerance, seed } = settings;
  return {
    ...{ fit, plPackage, xmax, fixFingers, maxFingers, fingerThresh },
    ...{ mpFit, randomize, detX, vectors, tolerance, seed }
  };
}

export {
  DEFAULT_MODES,
  modesAmong,
  randomStream,
  createTeamMemory,
  admitHelpers,
  releaseHelpers,
  abortTeam,
  assist,
  availableEngine,
  createEngine
};
