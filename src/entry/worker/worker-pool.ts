import { Worker } from 'node:worker_threads';
import { NumericError } from '../../errors.ts';
import { multiplyAddsOf } from '../../layers/cost.ts';
import type { LayerDetails } from '../../metrics/details.ts';
import type { LayerTask } from '../../metrics/layer-task.ts';
import type { LayerAnalyzer } from '../../pipeline/analyze-layers.ts';
import type { EngineName } from '../../spectrum/engine.ts';
import { abortTeam, admitHelpers, createTeamMemory, releaseHelpers } from '../../spectrum/team-memory.ts';
import type { WorkerData, WorkerReply, WorkerRequest } from './messages.ts';

/** How often a layer is given to a fresh thread after the one it was on has died. */
const RETRIES = 1;

/** Threads that are started before there is work: as many as the usual machine for workflows has processors. */
const MOST_PREPARED = 4;

/** Multiply-adds of a layer that is worth another thread's help: about 5 ms. Help takes half of one to arrive. */
const LEAST_SHARED_COST = 3e7;

/** The worker's module, beside this one in the sources and in the bundles. */
export function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './index.ts' : '../worker/index.js', import.meta.url);
}

/** A worker thread and what it is at. */
interface Member {
  readonly worker: Worker;
  /** What its engine works in; undefined for an engine that cannot be helped. */
  readonly memory: WebAssembly.Memory | undefined;
  /** Multiply-adds of the layer it analyses; 0 if it does not. */
  cost: number;
  /** Whose layer it helps with. */
  leader: Member | undefined;
  /** Why its thread died. */
  crash: unknown;
  settle: { resolve(reply: WorkerReply): void; reject(cause: unknown): void } | undefined;
}

/**
 * Worker threads that analyse layers, one each, started when they are needed (`prepare`). Those that have none help the others
 * with theirs, until there is one. A thread that dies is replaced, and the layer it was on, be it as a helper, is tried
 * once more.
 */
export class WorkerPool implements LayerAnalyzer {
  readonly concurrency: number;
  readonly #engine: EngineName;
  readonly #url: URL;
  readonly #idle: Member[] = [];
  readonly #all = new Set<Member>();
  readonly #waiting: ((member: Member) => void)[] = [];
  #closed = false;

  constructor(engine: EngineName, concurrency: number, url: URL = workerUrl()) {
    this.#engine = engine;
    this.concurrency = concurrency;
    this.#url = url;
  }

  /** Starts the first threads, for them to be ready when a model has been opened. */
  prepare(): void {
    while (this.#all.size < Math.min(this.concurrency, MOST_PREPARED)) this.#idle.push(this.#start());
  }

  async analyze(task: LayerTask, bytes: Uint8Array<SharedArrayBuffer>): Promise<LayerDetails> {
    for (let attempt = 0; ; attempt++) {
      // A thread started now would outlive the run.
      if (this.#closed) throw new Error('the worker threads have been ended');
      const member = await this.#take();
      try {
        member.cost = multiplyAddsOf(task);
        const reply = this.#ask(member, { kind: 'analyze', task, bytes });
        this.#shareWork();
        return detailsOf(await reply, task);
      } catch (cause) {
        // Where the thread is still well, it was the layer that could not be analysed.
        if (this.#closed || this.#all.has(member)) throw cause;
        if (attempt >= RETRIES) throw workerDied(task, cause);
      } finally {
        member.cost = 0;
        this.#release(member);
        if (this.#all.has(member)) this.#give(member);
      }
    }
  }

  /** Ends all threads, whatever they are doing. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.all([...this.#all].map(({ worker }) => worker.terminate()));
  }

  async #take(): Promise<Member> {
    const idle = this.#idle.pop();
    if (idle !== undefined) return idle;
    if (this.#all.size < this.concurrency) return this.#start();
    const free = new Promise<Member>((resolve) => this.#waiting.push(resolve));
    // A layer of one's own comes before helping with another's.
    for (const { leader } of this.#all) if (leader !== undefined) this.#release(leader);
    return free;
  }

  #give(member: Member): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next(member);
      return;
    }
    this.#idle.push(member);
    this.#shareWork();
  }

  #release({ memory }: Member): void {
    if (memory !== undefined) releaseHelpers(memory);
  }

  /** Has threads without a layer help those that have the most left to do for each of those that are at it. */
  #shareWork(): void {
    while (this.#waiting.length === 0 && !this.#closed) {
      const leader = this.#mostBurdened();
      if (leader?.memory === undefined) return;
      const helper = this.#idle.pop() ?? (this.#all.size < this.concurrency ? this.#start() : undefined);
      if (helper === undefined) return;
      helper.leader = leader;
      admitHelpers(leader.memory);
      void this.#assist(helper, leader.memory);
    }
  }

  #mostBurdened(): Member | undefined {
    const burdenOf = (member: Member): number =>
      member.cost / (1 + [...this.#all].filter(({ leader }) => leader === member).length);
    return [...this.#all]
      .filter(({ cost }) => cost >= LEAST_SHARED_COST)
      .sort((a, b) => burdenOf(b) - burdenOf(a))[0];
  }

  async #assist(helper: Member, memory: WebAssembly.Memory): Promise<void> {
    try {
      await this.#ask(helper, { kind: 'assist', memory });
      helper.leader = undefined;
      this.#give(helper);
    } catch {
      // It has died; what that means for the one it helped is #bury's.
    }
  }

  #ask(member: Member, request: WorkerRequest): Promise<WorkerReply> {
    return new Promise((resolve, reject) => {
      member.settle = { resolve, reject };
      member.worker.postMessage(request);
    });
  }

  #start(): Member {
    const memory = this.#engine === 'wasm' ? createTeamMemory() : undefined;
    const data: WorkerData = { engine: this.#engine, memory };
    const worker = new Worker(this.#url, { workerData: data });
    const member: Member = {
      ...{ worker, memory, cost: 0, leader: undefined, crash: undefined, settle: undefined },
    };
    this.#all.add(member);
    worker.on('message', (reply: WorkerReply) => member.settle?.resolve(reply));
    worker.once('error', (error) => {
      member.crash = error;
    });
    worker.once('exit', (exitCode) => this.#bury(member, exitCode));
    return member;
  }

  #remove(member: Member): void {
    this.#all.delete(member);
    const at = this.#idle.indexOf(member);
    if (at >= 0) this.#idle.splice(at, 1);
    if (member.memory !== undefined) abortTeam(member.memory);
  }

  /** A leader that has lost a helper may wait for it in vain, and is replaced as well. */
  #bury(member: Member, exitCode: number): void {
    this.#remove(member);
    const cause = member.crash ?? new Error(`the worker thread ended with code ${exitCode}`);
    const { leader } = member;
    if (leader !== undefined && this.#all.has(leader)) {
      this.#remove(leader);
      leader.crash ??= cause;
      void leader.worker.terminate();
    }
    member.settle?.reject(cause);
    const next = this.#closed ? undefined : this.#waiting.shift();
    if (next !== undefined) next(this.#start());
  }
}

function detailsOf(reply: WorkerReply, task: LayerTask): LayerDetails {
  if (reply.kind === 'details') return reply.details;
  if (reply.kind === 'assisted') throw new Error('a layer was answered as if it had been help');
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
