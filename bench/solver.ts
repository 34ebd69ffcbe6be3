/** A thread with an engine of its own: it solves the matrix it is sent, and answers when it has. */
import { parentPort } from 'node:worker_threads';
import type { MatrixView } from '../src/spectrum/engine.ts';
import { createWasmEngine } from '../src/spectrum/wasm.ts';

const engine = createWasmEngine();
parentPort?.on('message', (matrix: MatrixView) => {
  engine.singularValues(matrix);
  parentPort?.postMessage('solved');
});
