import { Worker } from 'node:worker_threads';
import { NumericError } from '../../errors.ts';
import type { LayerTask } from '../../metrics/analyze-layer.ts';
import type { LayerDetails } from '../../metrics/details.ts';
import type { LayerAnalyzer } from '../../pipeline.ts';
import type { EngineName } from '../../spectrum/engine.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './messages.ts';

/** How often a layer is given to a fresh thread after the one it was on has died. */
const RETRIES = 1;

/** The worker's module, beside this one in the sources and in the bundles. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './index.ts' : '../worker/index.js', import.meta.url);
}

/**
 * Worker threads that analyse layers, started when they are first needed. A thread that dies is replaced and its
 * layer tried once more.
 */
export class WorkerPool implements LayerAnalyzer {
  readonly concurrency: number;
  readonly #engine: EngineName;
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: ((worker: Worker) => void)[] = [];
  #closed = false;

  constructor(engine: EngineName, concurrency: number) {
    this.#engine = engine;
    this.concurrency = concurrency;
  }

  async analyze(task: LayerTask, bytes: Uint8Array<SharedArrayBuffer>): Promise<LayerDetails> {
    for (let attempt = 0; ; attempt++) {
      const worker = await this.#take();
      try {
        const reply = await ask(worker, { task, bytes });
        this.#give(worker);
        return detailsOf(reply, task);
      } catch (cause) {
        // Where the thread is still well, it was the layer that could not be analysed.
        if (this.#closed || this.#all.has(worker)) throw cause;
        if (attempt >= RETRIES) throw workerDied(task, cause);
      }
    }
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  async #take(): Promise<Worker> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.concurrency) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #give(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }

  #start(): Worker {
    const data: WorkerData = { engine: this.#engine };
    const worker = new Worker(workerUrl(), { workerData: data });
    this.#all.add(worker);
    worker.once('exit', () => {
      this.#all.delete(worker);
      const next = this.#closed ? undefined : this.#waiting.shift();
      if (next !== undefined) next(this.#start());
    });
    return worker;
  }
}

function ask(worker: Worker, request: WorkerRequest): Promise<WorkerReply> {
  return new Promise((resolve, reject) => {
    let crash: unknown;
    const settle = () => worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    const onMessage = (reply: WorkerReply) => {
      settle();
      resolve(reply);
    };
    const onError = (error: unknown) => {
      crash = error;
    };
    const onExit = (exitCode: number) => {
      settle();
      reject(crash ?? new Error(`the worker thread ended with code ${exitCode}`));
    };
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    worker.postMessage(request);
  });
}

function detailsOf(reply: WorkerReply, task: LayerTask): LayerDetails {
  if (reply.kind === 'details') return reply.details;
  throw new NumericError({
    code: reply.code,
    subject: `layer ${JSON.stringify(task.longname)}`,
    problem: reply.problem,
    ...(reply.cure !== undefined && { cure: reply.cure }),
  });
}

function workerDied(task: LayerTask, cause: unknown): NumericError {
  return new NumericError({
    code: 'WORKER_DIED',
    subject: `layer ${JSON.stringify(task.longname)}`,
    problem: `the thread that analysed it died ${RETRIES + 1} times: ${cause instanceof Error ? cause.message : String(cause)}`,
    cure: 'It may need more memory than there is: exclude the layer, or use a larger machine',
    cause,
  });
}
