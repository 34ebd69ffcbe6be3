import { NumericError } from '../errors.ts';
import { assertInBounds, describeMatrix, noConvergence, notFinite } from './elements.ts';
import type { MatrixView, SpectrumEngine } from './engine.ts';
import { chooseBuild, instantiate, type KernelBuild, type Kernels } from './kernels.ts';
import { packedChunks } from './matrix-chunks.ts';
import { scaleToUnit } from './power-of-two.ts';
import { layOut, MAX_MEMORY_BYTES, PAGE_BYTES, type Workspace } from './workspace.ts';

/**
 * Relative error that a singular value computed from the Gram matrix may have. If the bound of the smallest one
 * exceeds it, the matrix is decomposed again without squaring.
 */
const GRAM_TOLERANCE = 1e-10;

export interface WasmEngineOptions {
  /** Which build of the kernels [the fastest that runs here]. */
  readonly build?: KernelBuild;
}

/**
 * The fast engine: blocked kernels in WebAssembly. Singular values are square roots of the eigenvalues of the Gram
 * matrix where that is accurate enough, and come from a QR decomposition and a bidiagonal matrix where it is not.
 *
 * @throws NumericError `NO_SIMD` when the runtime lacks SIMD; the reference engine runs everywhere.
 */
export function createWasmEngine(options: WasmEngineOptions = {}): SpectrumEngine {
  const build = options.build ?? chooseBuild();
  if (build === undefined) {
    throw new NumericError({
      code: 'NO_SIMD',
      subject: 'the wasm engine',
      problem: 'this JavaScript runtime has no WebAssembly SIMD',
      cure: 'Use a newer runtime or --engine reference',
    });
  }
  const memory = new WebAssembly.Memory({ initial: 1 });
  const kernels = instantiate(build, memory);

  function singularValues(matrix: MatrixView): Float64Array {
    assertInBounds(matrix);
    if (matrix.rows === 0 || matrix.cols === 0) return new Float64Array(0);
    const place = layOut(matrix.rows, matrix.cols, matrix.dtype);
    reserve(memory, place.endByte, matrix);
    const solve = new Solve(matrix, place, kernels, memory);
    return solve.fromGram() ?? solve.fromBidiagonal();
  }

  return { name: 'wasm', singularValues };
}

/** Makes the memory at least `endByte` bytes long. */
function reserve(memory: WebAssembly.Memory, endByte: number, matrix: MatrixView): void {
  const missing = Math.ceil((endByte - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing <= 0) return;
  try {
    if (endByte > MAX_MEMORY_BYTES) throw new RangeError('beyond 32-bit addresses');
    memory.grow(missing);
  } catch (cause) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: describeMatrix(matrix),
      problem: `its spectrum takes ${endByte} bytes of memory, which could not be had`,
      cure: 'Leave the layer out with --exclude, or give the process more memory',
      details: { neededBytes: endByte, maxBytes: MAX_MEMORY_BYTES },
      cause,
    });
  }
}

/** One matrix on its way through the kernels. */
class Solve {
  readonly #matrix: MatrixView;
  readonly #place: Workspace;
  readonly #kernels: Kernels;
  readonly #memory: WebAssembly.Memory;
  /** Power of two by which the elements are multiplied while they are packed. */
  #scale: number;

  constructor(matrix: MatrixView, place: Workspace, kernels: Kernels, memory: WebAssembly.Memory) {
    this.#matrix = matrix;
    this.#place = place;
    this.#kernels = kernels;
    this.#memory = memory;
    // Squares of all other types stay far from the ends of float64's range.
    this.#scale = matrix.dtype === 'F64' ? scaleToUnit(this.#maxMagnitude()) : 1;
  }

  /** The singular values, or undefined when squaring has cost the small ones too much. */
  fromGram(): Float64Array | undefined {
    const { order, strips, packed, matrix, matrixBytes, rowBytes, vectors } = this.#place;
    const [diagonal, offDiagonal, w0, w1] = vectors;
    this.#clearMatrix();
    for (const { depth } of this.#chunks(this.#scale)) {
      this.#kernels.addGram(packed, depth, strips, matrix, rowBytes);
    }
    const largest = this.#largestSquaredColumn();
    if (!Number.isFinite(largest)) throw notFinite(this.#matrix);
    if (largest === 0) return new Float64Array(order);
    const gramScale = scaleToUnit(largest);
    this.#kernels.scaleValues(matrix, matrixBytes / 8, gramScale);
    // For the second attempt: brings the longest column near one.
    const gramUnit = this.#scale;
    this.#scale *= scaleToUnit(Math.sqrt(largest));

    this.#kernels.tridiagonalise(matrix, rowBytes, order, diagonal, offDiagonal, w0, w1);
    if (this.#kernels.tridiagonalEigenvalues(diagonal, offDiagonal, order) !== 0)
      throw noConvergence(this.#matrix);
    const eigenvalues = this.#vector(diagonal).sort();
    const bound = 1.5 * Math.sqrt(order) * Number.EPSILON * eigenvalues[order - 1]!;
    if (!(bound <= GRAM_TOLERANCE * eigenvalues[0]!)) return undefined;
    return eigenvalues.map((value) => Math.sqrt(value / gramScale) / gramUnit);
  }

  /** The singular values by a backward stable method, about three times as slow as `fromGram`, to be called after it. */
  fromBidiagonal(): Float64Array {
    const { order, strips, packed, matrix, rowBytes, vectors, panel, factors } = this.#place;
    const [diagonal, superDiagonal, w, u, y] = vectors;
    this.#clearMatrix();
    for (const { depth, rowsSoFar } of this.#chunks(this.#scale)) {
      const columns = Math.min(order, rowsSoFar);
      this.#kernels.absorbRows(packed, depth, strips, columns, matrix, rowBytes, panel, factors);
    }
    this.#kernels.bidiagonalise(matrix, rowBytes, order, diagonal, superDiagonal, w, u, y);
    if (this.#kernels.bidiagonalValues(diagonal, superDiagonal, order) !== 0)
      throw noConvergence(this.#matrix);
    return this.#vector(diagonal)
      .map((value) => Math.abs(value) / this.#scale)
      .sort();
  }

  #chunks(scale: number): ReturnType<typeof packedChunks> {
    return packedChunks(this.#matrix, this.#place, this.#kernels, this.#memory, scale);
  }

  #maxMagnitude(): number {
    let largest = 0;
    for (const { depth } of this.#chunks(1)) {
      const count = this.#place.strips * depth * 4;
      largest = Math.max(largest, this.#kernels.maxMagnitude(this.#place.packed, count));
    }
    if (!Number.isFinite(largest)) throw notFinite(this.#matrix);
    return largest;
  }

  #clearMatrix(): void {
    new Uint8Array(this.#memory.buffer, this.#place.matrix, this.#place.matrixBytes).fill(0);
  }

  /** The largest element of the Gram matrix's diagonal, NaN if one is. */
  #largestSquaredColumn(): number {
    const { order, rowBytes, matrix } = this.#place;
    const values = new Float64Array(this.#memory.buffer, matrix);
    let largest = 0;
    for (let i = 0; i < order; i++) largest = Math.max(largest, values[(i * rowBytes) / 8 + i]!);
    return largest;
  }

  /** A copy of one of the workspace's vectors. */
  #vector(address: number): Float64Array {
    return new Float64Array(this.#memory.buffer, address, this.#place.order).slice();
  }
}
