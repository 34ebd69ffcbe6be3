import type { Run } from '../training/run.ts';
import type { Result } from './results.ts';

/** All that the page is made from, as it is kept beside it. */
export interface Experiment {
  /** What it took, in words; absent where that would make two runs differ. */
  readonly cost?: string;
  readonly results: readonly Result[];
}

type StoredResult = Omit<Result, 'run'> & { readonly run: string };

/** JSON with a line for each training. */
export function storeExperiment({ cost, results }: Experiment): string {
  const lines = results.map(({ run, ...result }) => JSON.stringify({ run: run.id, ...result }));
  const costField = cost === undefined ? '' : `"cost": ${JSON.stringify(cost)},\n`;
  return `{\n${costField}"results": [\n${lines.join(',\n')}\n]\n}\n`;
}

/** @param runs among which those of the experiment are. */
export function readExperiment(json: string, runs: readonly Run[]): Experiment {
  const { cost, results } = JSON.parse(json) as { cost?: string; results: StoredResult[] };
  const byId = new Map(runs.map((run) => [run.id, run]));
  return {
    ...(cost !== undefined && { cost }),
    results: results.map(({ run: id, ...result }) => {
      const run = byId.get(id);
      if (run === undefined) throw new Error(`there is no training ${id}`);
      return { run, ...result };
    }),
  };
}
