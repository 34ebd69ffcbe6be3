import { type DenseMatrix, frobeniusNorm } from '../layers/formed/dense-matrix.ts';

/** WeightWatcher's three ways to say how far apart two layers are. */
export type DistanceMethod = 'raw' | 'euclidean' | 'cka';

/** Below this WeightWatcher adds it to what it divides by. */
const SMALLEST_DIVISOR = 1e-6;

/**
 * How far apart two layers of the same shape are:
 *
 * - `raw`: ‖T₁ − T₂‖ of the whole tensors, in the Frobenius norm;
 * - `euclidean`: the mean of ‖W₁ − W₂‖ over their matrices, one for each kernel position;
 * - `cka`: the mean of ‖W₁ᵀW₂‖ / √(‖W₁ᵀW₁‖·‖W₂ᵀW₂‖), 1 for equal ones. It is the root of linear CKA without centring
 *   (Kornblith, Norouzi, Lee & Hinton, Similarity of neural network representations revisited, 2019, equation 2).
 *
 * @param pairs the matrices of both layers, pair by pair of the same shape; at least one.
 */
export function distanceBetween(
  method: DistanceMethod,
  pairs: readonly (readonly [DenseMatrix, DenseMatrix])[],
): number {
  if (method === 'raw') return Math.hypot(...pairs.map(([a, b]) => differenceNorm(a, b)));
  const each = method === 'cka' ? similarity : differenceNorm;
  return pairs.reduce((sum, [a, b]) => sum + each(a, b), 0) / pairs.length;
}

/** ‖A − B‖ */
function differenceNorm(a: DenseMatrix, b: DenseMatrix): number {
  return frobeniusNorm({ ...a, elements: a.elements.map((element, index) => element - b.elements[index]!) });
}

function similarity(a: DenseMatrix, b: DenseMatrix): number {
  const product = Math.sqrt(innerProduct(a, b));
  const divisor = Math.sqrt(Math.sqrt(innerProduct(a, a)) * Math.sqrt(innerProduct(b, b)));
  return product / (divisor < SMALLEST_DIVISOR ? divisor + SMALLEST_DIVISOR : divisor);
}

/** ‖AᵀB‖², which is the sum over all pairs of rows of ⟨a_i, a_j⟩·⟨b_i, b_j⟩: the smaller of the two is formed. */
function innerProduct(a: DenseMatrix, b: DenseMatrix): number {
  return a.rows < a.cols ? overRows(a, b) : overColumns(a, b);
}

function overRows({ rows, cols, elements: a }: DenseMatrix, { elements: b }: DenseMatrix): number {
  let sum = 0;
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      let [ofA, ofB] = [0, 0];
      for (let k = 0, s = i * cols, t = j * cols; k < cols; k++, s++, t++) {
        ofA += a[s]! * a[t]!;
        ofB += b[s]! * b[t]!;
      }
      sum += (i === j ? 1 : 2) * ofA * ofB;
    }
  }
  return sum;
}

function overColumns({ rows, cols, elements: a }: DenseMatrix, { elements: b }: DenseMatrix): number {
  let sum = 0;
  const row = new Float64Array(cols);
  for (let i = 0; i < cols; i++) {
    row.fill(0);
    for (let k = 0; k < rows; k++) {
      const factor = a[k * cols + i]!;
      for (let j = 0; j < cols; j++) row[j]! += factor * b[k * cols + j]!;
    }
    for (const element of row) sum += element * element;
  }
  return sum;
}
