import type { ReadOptions } from '../../sources/byte-source.ts';
import type { Layer, MatrixPlace, SkippedTensor } from '../layer.ts';
import { matricesOf } from '../matrices.ts';
import {
  type DenseMatrix,
  formedTensor,
  frobeniusNorm,
  multiply,
  readMatrices,
  transposed,
} from './dense-matrix.ts';

/** Fair coins, the same for the same pair. */
export type Coins = (pair: string) => { uniform(): number };

export interface PairOptions {
  /** What is put between the two layers: matrices of random zeros and ones, or nothing. */
  readonly coins: Coins | undefined;
  /** As WeightWatcher has it, with eigenvalues that are zero because the product is thin. */
  readonly literal: boolean;
}

/**
 * WeightWatcher's `intra`: the products of consecutive layers that share a dimension,
 *
 *     X = W₀·S·W₁ / (‖W₀‖·‖W₁‖ + √‖S‖)   with random zeros and ones S (`sparsify`), or
 *     X = W₀·W₁ / (‖W₀‖·‖W₁‖)            without,
 *
 * in Frobenius norms. Of a kernel the first matrix counts. The eigenvalues are the singular values of X, not their
 * squares. Pairs that share no dimension are listed as skipped.
 */
export function pairLayers(
  layers: readonly Layer[],
  options: PairOptions,
): { layers: Layer[]; skipped: SkippedTensor[] } {
  const pairs: Layer[] = [];
  const skipped: SkippedTensor[] = [];
  for (const [index, second] of layers.entries()) {
    const first = layers[index - 1];
    if (first === undefined) continue;
    const alignment = align(first.matrices[0]!, second.matrices[0]!);
    if (alignment === undefined) {
      skipped.push({
        name: `${first.name} × ${second.name}`,
        reason: `${shapeOf(first)} and ${shapeOf(second)} share no dimension`,
      });
    } else {
      pairs.push(toPair(first, second, alignment, options));
    }
  }
  return { layers: pairs, skipped };
}

function shapeOf({ matrices }: Layer): string {
  const { rows, cols } = matrices[0]!;
  return `${rows}×${cols}`;
}

/** Which of two matrices are transposed before they are multiplied, and how long the side is that they share. */
interface Alignment {
  readonly transpose: readonly [boolean, boolean];
  readonly shared: number;
  readonly rows: number;
  readonly cols: number;
}

function align(a: MatrixPlace, b: MatrixPlace): Alignment | undefined {
  if (a.cols === b.rows) return { transpose: [false, false], shared: a.cols, rows: a.rows, cols: b.cols };
  if (a.rows === b.rows) return { transpose: [true, false], shared: a.rows, rows: a.cols, cols: b.cols };
  if (a.cols === b.cols) return { transpose: [false, true], shared: a.cols, rows: a.rows, cols: b.rows };
  if (a.rows === b.cols) return { transpose: [true, true], shared: a.rows, rows: a.cols, cols: b.rows };
  return undefined;
}

function toPair(
  first: Layer,
  second: Layer,
  { transpose, shared, rows, cols }: Alignment,
  { coins, literal }: PairOptions,
): Layer {
  const name = `${first.layerId} X ${second.layerId}${literal ? ' ' : ''}`;
  const key = `${first.name} × ${second.name}`;
  const storageKey = `${first.tensor.storageKey} × ${second.tensor.storageKey}`;
  const tensor = formedTensor(key, rows, cols, storageKey, async (options) => {
    const [W0, W1] = [
      await readFirst(first, transpose[0], options),
      await readFirst(second, transpose[1], options),
    ];
    const sparse = coins === undefined ? undefined : timesCoins(W0, shared, coins(key));
    const norm = frobeniusNorm(W0) * frobeniusNorm(W1) + (sparse === undefined ? 0 : Math.sqrt(sparse.norm));
    const product = multiply(sparse?.product ?? W0, W1);
    // Of layers of zeros the product is zero, with nothing to divide by.
    if (norm !== 0)
      for (const [at, element] of product.elements.entries()) product.elements[at] = element / norm;
    return product;
  });
  const M = Math.min(rows, cols);
  const largest = Math.min(M, literal ? second.eigenvalueCount : shared);
  return {
    layerId: second.layerId,
    sliceId: undefined,
    name,
    longname: literal ? second.longname : key,
    layerType: second.layerType,
    tensor,
    dtype: 'F64',
    matrices: matricesOf(tensor.shape, 'oihw'),
    N: Math.max(rows, cols),
    M,
    receptiveField: second.receptiveField,
    eigenvalueCount: largest,
    rule: {
      scale: second.rule.scale,
      largest,
      eigenvalues: 'singular values',
      inverse: second.rule.inverse,
      literal,
    },
  };
}

async function readFirst(
  layer: Layer,
  transpose: boolean,
  options: ReadOptions | undefined,
): Promise<DenseMatrix> {
  const [matrix] = await readMatrices(layer.tensor, layer.matrices.slice(0, 1), options);
  return transpose ? transposed(matrix!) : matrix!;
}

/** W times a square matrix of random zeros and ones, made row by row, and that matrix's Frobenius norm. */
function timesCoins(
  W: DenseMatrix,
  order: number,
  coins: { uniform(): number },
): { product: DenseMatrix; norm: number } {
  const elements = new Float64Array(W.rows * order);
  const ones: number[] = [];
  let count = 0;
  for (let k = 0; k < order; k++) {
    ones.length = 0;
    for (let j = 0; j < order; j++) if (coins.uniform() < 0.5) ones.push(j);
    count += ones.length;
    for (let i = 0; i < W.rows; i++) {
      const factor = W.elements[i * W.cols + k]!;
      for (const j of ones) elements[i * order + j]! += factor;
    }
  }
  return { product: { rows: W.rows, cols: order, elements }, norm: Math.sqrt(count) };
}
