import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { NumericError } from '../errors.ts';
import { assertInBounds, describeMatrix, elementReader, noConvergence, notFinite } from './elements.ts';
import type { MatrixView, SpectrumEngine } from './engine.ts';
import { MAX_REFERENCE_ELEMENTS } from './memory-use.ts';
import { scaleToUnit } from './power-of-two.ts';

/**
 * Elements below this, beside a largest one near 1, become zero while the matrix is reduced. Otherwise the rounding
 * errors of a matrix of low rank shrink from row to row down to subnormal numbers, on which ml-matrix iterates for ever.
 */
const SMALLEST_MAGNITUDE = 1e-200;

/** Relative error of Σσ² that roundoff can explain, with a wide margin: a wrong answer is off by far more. */
const IDENTITY_TOLERANCE = 1e-9;

/** A matrix that stores zero for what is far below rounding, as does its transpose, on which ml-matrix works. */
class FlushingMatrix extends Matrix {
  override set(row: number, col: number, value: number): this {
    return super.set(row, col, Math.abs(value) < SMALLEST_MAGNITUDE ? 0 : value);
  }

  override transpose(): FlushingMatrix {
    const result = new FlushingMatrix(this.columns, this.rows);
    for (let row = 0; row < this.rows; row++) {
      for (let col = 0; col < this.columns; col++) result.set(col, row, this.get(row, col));
    }
    return result;
  }
}

/**
 * The engine that is plain to see right: ml-matrix's singular value decomposition (Golub & Kahan's, after JAMA).
 * Its iteration has no cap of its own: finite elements, near 1 and never subnormal, and a check of Σσ² = ‖W‖² stand in.
 */
export function createReferenceEngine(): SpectrumEngine {
  return { name: 'reference', singularValues };
}

function singularValues(matrix: MatrixView): Float64Array {
  assertInBounds(matrix);
  const { rows, cols } = matrix;
  if (rows === 0 || cols === 0) return new Float64Array(0);
  if (rows * cols > MAX_REFERENCE_ELEMENTS) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: describeMatrix(matrix),
      problem: `the reference engine takes at most ${MAX_REFERENCE_ELEMENTS} elements`,
      cure: 'Use the wasm engine',
      details: { rows, cols },
    });
  }

  const read = elementReader(matrix);
  let largest = 0;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const magnitude = Math.abs(read(row, col));
      if (!Number.isFinite(magnitude)) throw notFinite(matrix);
      largest = Math.max(largest, magnitude);
    }
  }
  const scale = scaleToUnit(largest);
  // Tall, because that is what ml-matrix transposes.
  const isTall = rows >= cols;
  const scaled = isTall ? new FlushingMatrix(rows, cols) : new FlushingMatrix(cols, rows);
  let squares = 0;
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) {
      const value = read(row, col) * scale;
      if (isTall) scaled.set(row, col, value);
      else scaled.set(col, row, value);
      squares += value * value;
    }
  }

  const { diagonal } = new SingularValueDecomposition(scaled, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
  });
  const values = Float64Array.from(diagonal).sort();
  const sum = values.reduce((total, value) => total + value * value, 0);
  if (!(Math.abs(sum - squares) <= IDENTITY_TOLERANCE * squares)) throw noConvergence(matrix);
  return values.map((value) => value / scale);
}
