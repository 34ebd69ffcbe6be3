/** A thread that helps with the matrices of the engine in the memory it is sent, until it is told to leave. */
import { parentPort } from 'node:worker_threads';
import { assist } from '../src/spectrum/wasm.ts';

parentPort?.on('message', (memory: WebAssembly.Memory) => {
  assist(memory);
  parentPort?.postMessage('left');
});
