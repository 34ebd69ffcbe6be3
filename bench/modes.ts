/**
 * Times the analysis of a small model in each mode, on one thread: `npm run bench:modes`. A mode that is not asked for
 * costs nothing, so that the first row is what everybody pays.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { compareModels } from '../src/pipeline/compare-models.ts';
import { smoothModel } from '../src/pipeline/smooth-model.ts';
import { completeSettings } from '../src/settings/resolve.ts';
import { portsHere, reportHere } from '../test/support/analyze-in-process.ts';
import { memoryFolder } from '../test/support/memory-source.ts';
import { seededNormals } from '../test/support/random.ts';
import {
  buildSafetensors,
  float32Bytes,
  type SafetensorsTensor,
} from '../test/support/safetensors-builder.ts';
import { MODE_CASES, type ModeCase } from './mode-cases.ts';
import { describeMachine, milliseconds, table } from './table.ts';
import { median } from './timing.ts';

const ROUNDS = 5;

/** What takes longer is measured once. */
const LONG_MS = 10_000;

/** A block of a transformer and a convolution. */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  'query.weight': [384, 384],
  'key.weight': [384, 384],
  'up.weight': [1536, 384],
  'down.weight': [384, 1536],
  'conv.weight': [128, 64, 3, 3],
};

function model(seed: number): Uint8Array {
  const normal = seededNormals(seed);
  const tensors = Object.entries(SHAPES).map(([name, shape]): [string, SafetensorsTensor] => {
    const count = shape.reduce((product, size) => product * size, 1);
    return [name, { shape, bytes: float32Bytes(Float64Array.from({ length: count }, normal)) }];
  });
  return buildSafetensors(Object.fromEntries(tensors));
}

/** Factors of rank 16 for the layer `query`. */
function adapter(): Uint8Array {
  const normal = seededNormals(3);
  const factor = (shape: readonly [number, number]): SafetensorsTensor => ({
    shape,
    bytes: float32Bytes(Float64Array.from({ length: shape[0] * shape[1] }, normal)),
  });
  return buildSafetensors({
    'base_model.model.query.lora_A.weight': factor([16, 384]),
    'base_model.model.query.lora_B.weight': factor([384, 16]),
  });
}

const files: Readonly<Record<string, Uint8Array>> = {
  'model.safetensors': model(1),
  'base.safetensors': model(2),
  'adapter.safetensors': adapter(),
};
const ports = {
  ...portsHere(),
  locate: async (name: string) => memoryFolder({ [name]: files[name]! }, 'file'),
};
const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-modes-'));

async function run({ settings, command, model: which }: ModeCase): Promise<void> {
  const reference = `${which ?? 'model'}.safetensors`;
  const all = completeSettings({ trust: 'off' }, settings);
  if (command === 'compare') await compareModels('base.safetensors', reference, all, ports);
  else if (command === 'smooth')
    await smoothModel(reference, path.join(folder, 'out.safetensors'), all, ports);
  else await reportHere(reference, settings, ports);
}

async function timesOf(mode: ModeCase): Promise<number[]> {
  const timeMs = async () => {
    const start = performance.now();
    await run(mode);
    return performance.now() - start;
  };
  // The first round makes the code warm; of one that takes so long no other is needed.
  const first = await timeMs();
  if (first > LONG_MS) return [first];
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) times.push(await timeMs());
  return times;
}

const rows: string[][] = [];
let usual = 0;
for (const mode of MODE_CASES) {
  const times = await timesOf(mode);
  usual ||= median(times);
  rows.push([
    mode.name,
    milliseconds(median(times)),
    milliseconds(Math.min(...times)),
    `${(median(times) / usual).toFixed(2)}`,
  ]);
}
await rm(folder, { recursive: true });
console.log(`Milliseconds an analysis, up to ${ROUNDS} warm rounds on one thread. Machine: ${describeMachine()}

${table(['Mode', 'median', 'fastest', 'over default'], rows)}`);
