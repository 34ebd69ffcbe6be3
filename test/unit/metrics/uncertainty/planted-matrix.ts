import { randomStream } from '../../../../src/metrics/uncertainty/random.ts';
import { type Dense, dense, normalMatrix } from '../../../support/matrices.ts';
import { paretoSample } from './pareto-sample.ts';

/** A square matrix of random singular vectors whose eigenvalues, the squared singular values, are a Pareto sample. */
export function plantedMatrix(size: number, alpha: number, seed: number): Dense {
  return withEigenvalues(paretoSample(randomStream(seed, `${size}`, `${alpha}`), size, alpha), seed);
}

/** A square matrix of random singular vectors with these squared singular values. */
export function withEigenvalues(eigenvalues: Float64Array, seed: number): Dense {
  const size = eigenvalues.length;
  const left = orthonormalRows(normalMatrix(size, size, 2 * seed + 1));
  const right = orthonormalRows(normalMatrix(size, size, 2 * seed + 2));
  const scaled = left.map((row, k) => row.map((value) => value * Math.sqrt(eigenvalues[k]!)));
  return dense(size, size, (i, j) => {
    let sum = 0;
    for (let k = 0; k < size; k++) sum += scaled[k]![i]! * right[k]![j]!;
    return sum;
  });
}

/** By Gram and Schmidt, twice, which is enough for rounding. */
function orthonormalRows({ rows, cols, values }: Dense): Float64Array[] {
  const done: Float64Array[] = [];
  for (let i = 0; i < rows; i++) {
    const row = values.slice(i * cols, (i + 1) * cols);
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        let projection = 0;
        for (let j = 0; j < cols; j++) projection += row[j]! * other[j]!;
        for (let j = 0; j < cols; j++) row[j]! -= projection * other[j]!;
      }
    }
    let square = 0;
    for (const value of row) square += value * value;
    done.push(row.map((value) => value / Math.sqrt(square)));
  }
  return done;
}
