import { analyzeLayer } from '../../src/metrics/analyze-layer.ts';
import type { LayerAnalyzer } from '../../src/pipeline/analyze-layers.ts';
import { analyzeReference, type Outcome, type Ports } from '../../src/pipeline.ts';
import type { Report } from '../../src/report/report.ts';
import { completeSettings, type PartialSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { createWasmEngine } from '../../src/spectrum/wasm.ts';
import type { Dense } from './matrices.ts';
import { memoryFolder } from './memory-source.ts';
import { buildSafetensors, type SafetensorsTensor } from './safetensors-builder.ts';

const engine = createWasmEngine();
const analyzer: LayerAnalyzer = {
  concurrency: 1,
  analyze: async (task, bytes) => analyzeLayer(engine, task, bytes),
};

/** The ports of the whole pipeline on this thread, with this machine's files. */
export function portsHere(cwd = '/'): Ports {
  return { analyzer, locate: (name) => locate(name, { cwd }) };
}

/** Analyses a model; its alphas are not assessed unless the settings say so. */
export async function analyzeHere(
  reference: string,
  settings: PartialSettings = {},
  ports = portsHere(),
): Promise<Outcome> {
  const [outcome] = await analyzeReference(reference, completeSettings({ trust: 'off' }, settings), ports);
  return outcome!;
}

/** @throws what kept the model from being analysed. */
export async function reportHere(
  reference: string,
  settings: PartialSettings = {},
  ports = portsHere(),
): Promise<Report> {
  const outcome = await analyzeHere(reference, settings, ports);
  if (outcome.kind === 'error') throw outcome.error;
  return outcome.report;
}

/** Matrices by name; stored as float64. */
export type Matrices = Readonly<Record<string, Dense>>;

/** Safetensors files in memory, by the names that references give them. */
export function portsOfMatrices(models: Readonly<Record<string, Matrices>>): Ports {
  const files = Object.entries(models).map(([name, matrices]) => {
    const tensors = Object.entries(matrices).map(
      ([tensor, { rows, cols, values }]): [string, SafetensorsTensor] => [
        tensor,
        { dtype: 'F64', shape: [rows, cols], bytes: new Uint8Array(Float64Array.from(values).buffer) },
      ],
    );
    return [name, buildSafetensors(Object.fromEntries(tensors))] as const;
  });
  const located = new Map(files.map(([name, file]) => [name, memoryFolder({ [name]: file }, 'file')]));
  return { analyzer, locate: async (name) => located.get(name)! };
}

/** The report on a model of some matrices, every layer of it. */
export async function reportOnMatrices(matrices: Matrices, settings: PartialSettings = {}): Promise<Report> {
  const all = { minEvals: 0, ...settings };
  return reportHere('model.safetensors', all, portsOfMatrices({ 'model.safetensors': matrices }));
}
