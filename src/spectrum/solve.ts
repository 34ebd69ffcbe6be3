import { reduceToBidiagonal, reduceToTridiagonal, restoreVectors } from './condensed-form.ts';
import { noConvergence, notFinite } from './elements.ts';
import type { GramEigenvectors, MatrixView } from './engine.ts';
import type { Kernels } from './kernels.ts';
import { packedChunks } from './matrix-chunks.ts';
import { scaleToUnit } from './power-of-two.ts';
import { countToRefine, residualBound, withRefined } from './refinement.ts';
import type { Workspace } from './workspace.ts';

/**
 * One matrix W on its way through the kernels. Singular values are square roots of the eigenvalues of WᵀW where that is
 * accurate enough. If it is not for a few, the smallest, those are computed once more from W times their vectors. If it
 * is not for many, or W is singular to working precision, all come from a QR decomposition and a bidiagonal matrix.
 */
export class Solve {
  readonly #matrix: MatrixView;
  readonly #place: Workspace;
  readonly #kernels: Kernels;
  readonly #memory: WebAssembly.Memory;

  constructor(matrix: MatrixView, place: Workspace, kernels: Kernels, memory: WebAssembly.Memory) {
    this.#matrix = matrix;
    this.#place = place;
    this.#kernels = kernels;
    this.#memory = memory;
  }

  singularValues(): Float64Array {
    // Squares of all other types stay far from the ends of float64's range.
    const gramUnit = this.#matrix.dtype === 'F64' ? scaleToUnit(this.#maxMagnitude()) : 1;
    const largest = this.#formGram(gramUnit);
    if (largest === 0) return new Float64Array(this.#place.order);
    const eigenUnit = scaleToUnit(largest);
    // Brings the longest column near one.
    const unit = gramUnit * scaleToUnit(Math.sqrt(largest));

    const rough = this.#eigenvalues(eigenUnit);
    const count = countToRefine(rough);
    const eigenvalues =
      count === 0 ? rough : this.#refine(rough, count, unit, (gramUnit / unit) ** 2 * eigenUnit);
    return eigenvalues?.map((value) => Math.sqrt(value / eigenUnit) / gramUnit) ?? this.#fromBidiagonal(unit);
  }

  /** The eigenvectors of WᵀW, in a workspace for them. */
  eigenvectors(): GramEigenvectors {
    const gramUnit = this.#matrix.dtype === 'F64' ? scaleToUnit(this.#maxMagnitude()) : 1;
    const largest = this.#formGram(gramUnit);
    const eigenUnit = largest === 0 ? 1 : scaleToUnit(largest);
    const { order, strips, matrix, matrixBytes, diagonal, offDiagonal } = this.#place;
    const { rowStrips, keptRotations, vectors, vectorRows } = this.#place;
    this.#kernels.scaleValues(matrix, matrixBytes / 8, eigenUnit);
    reduceToTridiagonal(this.#kernels, this.#place);
    const failed = this.#kernels.decomposeTridiagonal(
      ...([diagonal, offDiagonal, order, rowStrips, keptRotations, vectors, vectorRows] as const),
    );
    if (failed !== 0) throw noConvergence(this.#matrix);
    restoreVectors(this.#kernels, this.#place, strips);

    const values = this.#vector(diagonal).slice();
    const columns = Uint32Array.from(values.keys()).sort((a, b) => values[b]! - values[a]!);
    // A copy, as the memory is used again for the next matrix.
    const elements = new Float64Array(strips * vectorRows * 4);
    elements.set(new Float64Array(this.#memory.buffer, vectors, elements.length));
    return {
      eigenvalues: Float64Array.from(columns, (j) => Math.max(0, values[j]!) / eigenUnit / gramUnit ** 2),
      vector: (rank) => {
        const j = columns[rank]!;
        const first = (j >> 2) * vectorRows * 4 + (j & 3);
        return Float64Array.from({ length: order }, (_, i) => elements[first + i * 4]!);
      },
    };
  }

  /** Forms WᵀW for W times `unit`. Returns its largest diagonal element. */
  #formGram(unit: number): number {
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
  #eigenvalues(unit: number): Float64Array {
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
  #refine(
    eigenvalues: Float64Array,
    count: number,
    unit: number,
    squareUnit: number,
  ): Float64Array | undefined {
    const { order, strips, matrix, rowBytes, diagonal, offDiagonal, panel, factors } = this.#place;
    const { keptDiagonal, keptOffDiagonal, scratch, scratchVectors } = this.#place;
    const { mostVectors, vectors, vectorRows, product, reductionScratch } = this.#place;
    if (count > mostVectors) return undefined;

    this.#vector(diagonal).set(eigenvalues);
    // The vectors are made where a chunk of the matrix was.
    const residual = this.#kernels.tridiagonalVectors(
      ...([keptDiagonal, keptOffDiagonal, order, diagonal, count, reductionScratch, scratch] as const),
    );
    if (!(residual <= residualBound(eigenvalues))) return undefined;
    const vectorStrips = Math.ceil(count / 4);
    this.#kernels.toStrips(reductionScratch, count, order, vectors, vectorRows);
    restoreVectors(this.#kernels, this.#place, vectorStrips);

    this.#clear(matrix, vectorStrips * 4 * rowBytes);
    for (const { packed, depth } of this.#chunks(unit)) {
      this.#kernels.openProduct(packed, depth, strips, vectors, vectorStrips, vectorRows, product);
      this.#kernels.finishTasks();
      this.#kernels.absorbRows(
        ...([product, depth, vectorStrips, count, matrix, rowBytes, panel, factors] as const),
      );
    }
    const [w, u, y] = scratchVectors;
    this.#kernels.bidiagonalise(matrix, rowBytes, count, diagonal, offDiagonal, w, u, y);
    if (this.#kernels.bidiagonalValues(diagonal, offDiagonal, count) !== 0) return undefined;
    const squares = this.#vector(diagonal).slice(0, count);
    return withRefined(eigenvalues, squares.map((value) => value * value * squareUnit).sort());
  }

  /** The singular values by a backward stable method. */
  #fromBidiagonal(unit: number): Float64Array {
    const { order, diagonal, offDiagonal } = this.#place;
    this.#toSquare(unit);
    reduceToBidiagonal(this.#kernels, this.#place);
    if (this.#kernels.bidiagonalValues(diagonal, offDiagonal, order) !== 0) throw noConvergence(this.#matrix);
    return this.#vector(diagonal)
      .map((value) => Math.abs(value) / unit)
      .sort();
  }

  /** Puts W times `unit`, or where it is too long the R of its QR decomposition, where the Gram matrix was. */
  #toSquare(unit: number): void {
    const { order, depth, paddedOrder, bandWidth, strips, matrix, rowBytes, panel, factors } = this.#place;
    this.#clear(matrix, this.#place.matrixBytes);
    const fits = bandWidth > 0 && depth <= paddedOrder;
    let row = matrix;
    for (const chunk of this.#chunks(unit)) {
      if (fits) this.#kernels.unpack(chunk.packed, chunk.depth, strips, row, rowBytes);
      else
        this.#kernels.absorbRows(
          ...([chunk.packed, chunk.depth, strips, order, matrix, rowBytes, panel, factors] as const),
        );
      row += chunk.depth * rowBytes;
    }
  }

  #chunks(scale: number): ReturnType<typeof packedChunks> {
    return packedChunks(this.#matrix, this.#place, this.#kernels, this.#memory, scale);
  }

  /** As `#chunks`, for a caller who opens tasks for each: with helpers, the next chunk is packed meanwhile. */
  *#sharedChunks(scale: number): ReturnType<typeof packedChunks> {
    let isOpen = false;
    for (const chunk of this.#chunks(scale)) {
      if (isOpen) this.#kernels.finishTasks();
      yield chunk;
      isOpen = this.#kernels.helperCount() > 0;
      if (!isOpen) this.#kernels.finishTasks();
    }
    if (isOpen) this.#kernels.finishTasks();
  }

  #maxMagnitude(): number {
    let largest = 0;
    for (const { packed, depth } of this.#chunks(1)) {
      const count = this.#place.strips * depth * 4;
      largest = Math.max(largest, this.#kernels.maxMagnitude(packed, count));
    }
    if (!Number.isFinite(largest)) throw notFinite(this.#matrix);
    return largest;
  }

  #clear(address: number, bytes: number): void {
    new Uint8Array(this.#memory.buffer, address, bytes).fill(0);
  }

  /** The largest element of the Gram matrix's diagonal, NaN if one is. */
  #largestSquaredColumn(): number {
    const { order, rowBytes, matrix } = this.#place;
    const values = new Float64Array(this.#memory.buffer, matrix);
    let largest = 0;
    for (let i = 0; i < order; i++) largest = Math.max(largest, values[(i * rowBytes) / 8 + i]!);
    return largest;
  }

  /** One of the workspace's vectors, as it lies. */
  #vector(address: number): Float64Array {
    return new Float64Array(this.#memory.buffer, address, this.#place.order);
  }
}
