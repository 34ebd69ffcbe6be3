/** A thread that helps with the matrices of the engine in the memory it is given, and says when it has come and left. */
import { parentPort, workerData } from 'node:worker_threads';
import type { KernelBuild } from '../../src/spectrum/kernels.ts';
import { assist } from '../../src/spectrum/wasm.ts';

const { memory, build } = workerData as { memory: WebAssembly.Memory; build: KernelBuild };
assist(memory, build);
parentPort?.postMessage('left');
