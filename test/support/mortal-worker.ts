/**
 * The worker thread, but for helpers that die with a task in hand: as many as the file `deathsFile` has bytes, or, where
 * there is no such file, all.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import type { WorkerRequest } from '../../src/entry/worker/messages.ts';
import { chooseBuild, instantiate } from '../../src/spectrum/kernels.ts';
import { deathsFile } from './deaths-file.ts';

function mayDie(): boolean {
  if (!existsSync(deathsFile)) return true;
  const left = readFileSync(deathsFile).length;
  if (left > 0) writeFileSync(deathsFile, Buffer.alloc(left - 1));
  return left > 0;
}

function claimTaskAndDie(memory: WebAssembly.Memory): never {
  const kernels = instantiate(chooseBuild()!, memory);
  while (kernels.claimTask() < 0);
  process.exit(7);
}

const port = parentPort as { on(event: string, listener: (request: WorkerRequest) => void): unknown };
const on = port.on.bind(port);
port.on = (event, listener) =>
  on(event, (request) => {
    if (request.kind === 'assist' && mayDie()) claimTaskAndDie(request.memory);
    listener(request);
  });
await import('../../src/entry/worker/index.ts');
