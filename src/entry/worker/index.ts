/** The worker thread: one engine, one layer at a time, or the help with another thread's. */

import { parentPort, workerData } from 'node:worker_threads';
import { NumericError } from '../../errors.ts';
import { analyzeLayer } from '../../metrics/analyze-layer.ts';
import { createEngine } from '../../spectrum/create-engine.ts';
import { assist } from '../../spectrum/wasm.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './messages.ts';

const { engine: name, memory } = workerData as WorkerData;
const engine = await createEngine(name, memory);

parentPort?.on('message', (request: WorkerRequest) => {
  parentPort?.postMessage(answer(request));
});

function answer(request: WorkerRequest): WorkerReply {
  if (request.kind === 'assist') {
    assist(request.memory);
    return { kind: 'assisted' };
  }
  try {
    return { kind: 'details', details: analyzeLayer(engine, request.task, request.bytes) };
  } catch (error) {
    if (!(error instanceof NumericError)) throw error;
    return { kind: 'numeric-error', code: error.code, problem: error.problem, cure: error.cure };
  }
}
