import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { MatrixView, SpectrumEngine } from '../src/spectrum/engine.ts';
import { chooseBuild, instantiate, type Kernels } from '../src/spectrum/kernels.ts';
import { admitHelpers, createTeamMemory, releaseHelpers } from '../src/spectrum/team-memory.ts';
import { createWasmEngine } from '../src/spectrum/wasm.ts';

/** An engine, a thread that may help it, and two that have engines of their own. */
export class Team {
  readonly memory: WebAssembly.Memory = createTeamMemory();
  readonly engine: SpectrumEngine = createWasmEngine({ memory: this.memory });
  readonly kernels: Kernels = instantiate(chooseBuild()!, this.memory);
  readonly #helper = new Worker(new URL('./helper.ts', import.meta.url));
  readonly #solvers = [0, 1].map(() => new Worker(new URL('./solver.ts', import.meta.url)));

  /** Has another thread help for as long as `run` takes. */
  async withHelper<Result>(run: () => Result): Promise<Result> {
    admitHelpers(this.memory);
    this.#helper.postMessage(this.memory);
    while (this.kernels.helperCount() === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    const result = run();
    const left = once(this.#helper, 'message');
    releaseHelpers(this.memory);
    await left;
    return result;
  }

  /** Has two engines solve the matrix, each on a thread of its own. */
  async solveTwice(matrix: MatrixView): Promise<void> {
    const answers = this.#solvers.map((solver) => once(solver, 'message'));
    for (const solver of this.#solvers) solver.postMessage(matrix);
    await Promise.all(answers);
  }

  async close(): Promise<void> {
    await Promise.all([this.#helper, ...this.#solvers].map((worker) => worker.terminate()));
  }
}
