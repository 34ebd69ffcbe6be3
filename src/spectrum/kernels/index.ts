/**
 * The kernels' exports. Pointers are byte offsets into the imported memory, counts are elements. Nothing is allocated
 * here: TypeScript lays out the memory (workspace.ts). Row kernels and sweeps are exported only to keep the compiler
 * from inlining them: WebAssembly engines replace a function's slow first code only between calls.
 */
export { bidiagonalise, reflectRow } from './bidiagonal';
export { bidiagonalValues, sweepShifted, sweepUnshifted } from './bidiagonal-values';
export { applyPanels, factorPanel, multiplySymmetric, reduceToBand, subtractRank2 } from './band';
export {
  applySweeps,
  blockTimesVector,
  chaseBand,
  makeReflector,
  subtractRank2FromBlock,
  vectorTimesBlock,
} from './chase';
export { addGram } from './gram';
export { maxMagnitude, pack, scaleValues } from './pack';
export { absorbRows, applyReflector, gatherColumn } from './qr';
export { addStripProduct, applyReflectors, multiplyVectors, reflectStrip, toStrips } from './ritz';
export { addLowerTiles, addRowTile, addTallTile, addTile } from './tiles';
export { tridiagonalise, updateRowAndMultiply } from './tridiagonal';
export { sweepQl, tridiagonalEigenvalues } from './tridiagonal-eigenvalues';
export { factorShifted, orthonormalise, residualSquare, solveFactored, tridiagonalVectors } from './tridiagonal-vectors';
