/**
 * Times the analysis of a small model in each mode, on one thread: `npm run bench:modes`. A mode that is not asked for
 * costs nothing, so that the first row is what everybody pays.
 */
import type { PartialSettings } from '../src/settings/resolve.ts';
import { portsHere, reportHere } from '../test/support/analyze-in-process.ts';
import { memoryFolder } from '../test/support/memory-source.ts';
import { seededNormals } from '../test/support/random.ts';
import {
  buildSafetensors,
  float32Bytes,
  type SafetensorsTensor,
} from '../test/support/safetensors-builder.ts';
import { describeMachine, milliseconds, table } from './table.ts';
import { median } from './timing.ts';

const ROUNDS = 5;

/** A block of a transformer and a convolution. */
const SHAPES: Readonly<Record<string, readonly number[]>> = {
  'query.weight': [384, 384],
  'key.weight': [384, 384],
  'up.weight': [1536, 384],
  'down.weight': [384, 1536],
  'conv.weight': [128, 64, 3, 3],
};

const MODES: readonly (readonly [string, PartialSettings])[] = [
  ['default', {}],
  ['pool: false', { pool: false }],
  ['glorot_fix', { glorotFix: true }],
  ['fft', { fft: true }],
  ['inverse', { inverse: true }],
  ['stacked', { stacked: true }],
  ['intra, sparsify: false', { intra: true, sparsify: false }],
  ['intra', { intra: true }],
  ['base_model', { baseModel: 'base.safetensors' }],
  ['compat: weightwatcher', { compat: 'weightwatcher' }],
  ['trust: all', { trust: 'all' }],
];

function model(seed: number): Uint8Array {
  const normal = seededNormals(seed);
  const tensors = Object.entries(SHAPES).map(([name, shape]): [string, SafetensorsTensor] => {
    const count = shape.reduce((product, size) => product * size, 1);
    return [name, { shape, bytes: float32Bytes(Float64Array.from({ length: count }, normal)) }];
  });
  return buildSafetensors(Object.fromEntries(tensors));
}

const files: Readonly<Record<string, Uint8Array>> = {
  'model.safetensors': model(1),
  'base.safetensors': model(2),
};
const ports = {
  ...portsHere(),
  locate: async (name: string) => memoryFolder({ [name]: files[name]! }, 'file'),
};

async function timesOf(settings: PartialSettings): Promise<number[]> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    await reportHere('model.safetensors', settings, ports);
    // The first round makes the code warm.
    if (round > 0) times.push(performance.now() - start);
  }
  return times;
}

const rows: string[][] = [];
let usual = 0;
for (const [name, settings] of MODES) {
  const times = await timesOf(settings);
  usual ||= median(times);
  rows.push([
    name,
    milliseconds(median(times)),
    milliseconds(Math.min(...times)),
    `${(median(times) / usual).toFixed(2)}`,
  ]);
}
console.log(`Milliseconds an analysis, ${ROUNDS} warm rounds on one thread. Machine: ${describeMachine()}

${table(['Mode', 'median', 'fastest', 'over default'], rows)}`);
