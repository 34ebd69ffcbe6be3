/**
 * The kernels' exports. Pointers are byte offsets into the imported memory, counts are elements. Nothing is allocated
 * here: TypeScript lays out the memory (workspace.ts). Row kernels and sweeps are exported only to keep the compiler
 * from inlining them: WebAssembly engines replace a function's slow first code only between calls.
 */
export { bidiagonalise, reflectRow } from './bidiagonal';
export { bidiagonalValues, sweepShifted, sweepUnshifted } from './bidiagonal-values';
export { reduceToBand, startPanel } from './band';
export { symmetricTask, updateTask, weightsTask } from './band-tasks';
export { chaseBand } from './chase';
export {
  blockTimesVector,
  chaseStep,
  chaseTask,
  makeReflector,
  subtractRank2FromBlock,
  upperChaseStep,
  vectorTimesBlock,
} from './chase-tasks';
export { gramTask } from './gram';
export { openGram, openProduct, restoreVectors } from './leader';
export { maxMagnitude, pack, scaleValues } from './pack';
export { factorPanel } from './panel';
export { absorbRows, applyReflector, gatherColumn } from './qr';
export { applyPanels, applySweeps, restoreTask } from './restore';
export { addStripProduct, applyReflectors, productTask, reflectStrip, toStrips } from './ritz';
export { columnsToStrips, rotateStrip, rotationTask } from './rotations';
export { assist, finishTasks, runTasks } from './tasks';
export { claimTask, helperCount } from './team';
export { addRowTile, addTallTile, addTile, addTiles } from './tiles';
export { tridiagonalise, updateRowAndMultiply } from './tridiagonal';
export { decomposeTridiagonal, sweepImplicitly } from './tridiagonal-decomposition';
export { sweepTwice, tridiagonalEigenvalues } from './tridiagonal-eigenvalues';
export { factorShifted, orthonormalise, residualSquare, solveFactored, tridiagonalVectors } from './tridiagonal-vectors';
export { reduceToUpperBand, startUpperPanel, unpack } from './upper-band';
export { columnsTask, rectangleTask, rowsTask } from './upper-band-tasks';
export { chaseUpperBand } from './upper-chase';
