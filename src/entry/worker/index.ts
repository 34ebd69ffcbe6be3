/** The worker thread: one engine, one layer at a time. */

import { parentPort, workerData } from 'node:worker_threads';
import { NumericError } from '../../errors.ts';
import { analyzeLayer } from '../../metrics/analyze-layer.ts';
import { createEngine } from '../../spectrum/create-engine.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './messages.ts';

const engine = createEngine((workerData as WorkerData).engine);

parentPort?.on('message', ({ task, bytes }: WorkerRequest) => {
  parentPort?.postMessage(answer(task, bytes));
});

function answer(task: WorkerRequest['task'], bytes: WorkerRequest['bytes']): WorkerReply {
  try {
    return { kind: 'details', details: analyzeLayer(engine, task, bytes) };
  } catch (error) {
    if (!(error instanceof NumericError)) throw error;
    return { kind: 'numeric-error', code: error.code, problem: error.problem, cure: error.cure };
  }
}
