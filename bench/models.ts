import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Aim } from './aims.ts';
import { type ChildResult, runChild } from './child.ts';
import {
  LARGE_MODEL,
  LARGE_MODEL_BYTES,
  LARGE_MODEL_FACTOR,
  LARGE_MODEL_LAYERS,
  type StoredMatrix,
  writeModel,
} from './large-model.ts';
import { megabytes, ratio, table } from './table.ts';

const project = fileURLToPath(new URL('..', import.meta.url));
const cli = join(project, 'dist/cli/index.js');
const peerScript = fileURLToPath(new URL('./peer-model.py', import.meta.url));

/** A model that takes time, of those that `npm run test:real` fetches: a sentence encoder. */
const ENCODER = '.real/models/minilm-l6-safetensors/model.safetensors';

/** That, and the smallest model that there is. */
export const DEFAULT_MODELS = ['examples/demo/mlp3-healthy.safetensors', ENCODER];

const REPETITIONS = 5;
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const fastestRun = <Run extends ChildResult>(runs: readonly Run[]): Run =>
  runs.reduce((a, b) => (a.milliseconds <= b.milliseconds ? a : b));

interface Analysis extends ChildResult {
  readonly layers: number;
}

interface PeerRun extends ChildResult {
  readonly importMs: number;
}

export interface ModelRuns {
  readonly path: string;
  /** As anyone runs it: layers that are out of bounds are also asked how far alpha can be relied on. */
  readonly asIs: Analysis;
  /** With the columns that WeightWatcher has as well, and no others. */
  readonly plain: Analysis;
  readonly plainAlone: Analysis;
  readonly peer: PeerRun | undefined;
}

/** The fastest of a few cold runs of the built command. */
async function analyze(path: string, repetitions: number, ...options: string[]): Promise<Analysis> {
  const runs: ChildResult[] = [];
  for (let i = 0; i < repetitions; i++) {
    runs.push(
      await runChild(process.execPath, [cli, 'analyze', path, '--format', 'json', '--quiet', ...options]),
    );
  }
  const best = fastestRun(runs);
  const [report] = JSON.parse(best.stdout).models ?? [JSON.parse(best.stdout)];
  return { ...best, layers: report.layers.length };
}

async function analyzeWithPeer(python: string, path: string): Promise<PeerRun | undefined> {
  const runs: PeerRun[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const run = await runChild(python, [peerScript, path]);
    if (run.exitCode !== 0) return undefined;
    runs.push({ ...run, importMs: 1000 * JSON.parse(run.stdout.trim().split('\n').at(-1)!).import });
  }
  return fastestRun(runs);
}

/** Whole models, from a cold start of the built command to its end, beside WeightWatcher where Python has it. */
export async function measureModels(
  models: readonly string[],
  python: string | undefined,
): Promise<ModelRuns[]> {
  const measured: ModelRuns[] = [];
  for (const path of models) {
    if (!existsSync(join(project, path))) {
      console.log(`${path} is not there`);
      continue;
    }
    const asIs = await analyze(path, REPETITIONS);
    const plain = await analyze(path, REPETITIONS, '--trust', 'off');
    const plainAlone = await analyze(path, REPETITIONS, '--trust', 'off', '--threads', '1');
    const peer = python === undefined ? undefined : await analyzeWithPeer(python, path);
    measured.push({ path, asIs, plain, plainAlone, peer });
  }
  return measured;
}

const memoryOf = ({ peakBytes }: ChildResult): string => (peakBytes ? megabytes(peakBytes) : '');

export function modelTable(measured: readonly ModelRuns[]): string {
  const rows = measured.map(({ path, asIs, plain, plainAlone, peer }) => [
    ...[path, `${asIs.layers}`, seconds(asIs.milliseconds), memoryOf(asIs)],
    ...[seconds(plain.milliseconds), ratio(plainAlone.milliseconds / plain.milliseconds)],
    ...(peer === undefined
      ? ['', '', '', '', '']
      : [
          ...[seconds(peer.milliseconds), seconds(peer.importMs), memoryOf(peer)],
          ratio(peer.milliseconds / plain.milliseconds),
          ratio((peer.milliseconds - peer.importMs) / plain.milliseconds),
        ]),
  ]);
  return table(
    [
      ...['Model', 'layers', 'seconds', 'peak MB', 'without trust', '1 → 2'],
      ...['WeightWatcher, seconds', 'of which its import', 'peak MB', 'times faster', 'without its import'],
    ],
    rows,
  );
}

export function modelAims(measured: readonly ModelRuns[]): Aim[] {
  const encoder = measured.find(({ path }) => path === ENCODER);
  if (encoder === undefined) return [];
  const where = basename(join(ENCODER, '..'));
  const { asIs, plain, peer } = encoder;
  const over = (what: string, needed: number, of: (peer: PeerRun) => number): Aim => ({
    ...{ what, bound: 'at least', needed, unit: '' },
    figures: peer === undefined ? [] : [{ where, value: of(peer) / plain.milliseconds }],
  });
  return [
    over('WeightWatcher / the same columns, from start to end', 8, ({ milliseconds }) => milliseconds),
    over('the same without its import', 4, ({ milliseconds, importMs }) => milliseconds - importMs),
    {
      ...{ what: 'memory of the process', bound: 'at most', needed: 300, unit: 'MB' },
      figures: asIs.peakBytes === undefined ? [] : [{ where, value: asIs.peakBytes / 1e6 }],
    },
  ];
}

async function analyzeGenerated(
  matrices: readonly StoredMatrix[],
  ...options: readonly (readonly string[])[]
): Promise<Analysis[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const path = join(folder, 'model.safetensors');
    writeModel(path, matrices);
    const runs: Analysis[] = [];
    for (const some of options) runs.push(await analyze(path, 1, ...some));
    return runs;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export interface LargeRuns {
  readonly both: Analysis;
  readonly alone: Analysis;
}

/** A generated model of 7 thousand million parameters: a layer of each shape measured, the rest by their work. */
export async function measureLargeModel(): Promise<LargeRuns> {
  const [both, alone] = await analyzeGenerated(LARGE_MODEL, [], ['--threads', '1']);
  return { both: both!, alone: alone! };
}

export function largeModelTable({ both, alone }: LargeRuns): string {
  return table(
    ['Layers', 'GB', 'measured', 'seconds', '1 → 2', 'all, minutes', 'peak MB'],
    [
      [
        ...[`${LARGE_MODEL_LAYERS}`, (LARGE_MODEL_BYTES / 1e9).toFixed(1), `${both.layers}`],
        ...[seconds(both.milliseconds), ratio(alone.milliseconds / both.milliseconds)],
        ...[((both.milliseconds * LARGE_MODEL_FACTOR) / 60_000).toFixed(1), memoryOf(both)],
      ],
    ],
  );
}

export function largeModelAims({ both, alone }: LargeRuns): Aim[] {
  const where = '7·10⁹ parameters';
  return [
    {
      ...{ what: '1 → 2 threads, a whole model', bound: 'at least', needed: 1.8, unit: '' },
      figures: [{ where, value: alone.milliseconds / both.milliseconds }],
    },
    {
      ...{ what: 'memory of the process', bound: 'at most', needed: 7000, unit: 'MB' },
      figures: both.peakBytes === undefined ? [] : [{ where, value: both.peakBytes / 1e6 }],
    },
  ];
}

const [LAYER_ROWS, LAYER_COLS] = [4096, 11_008];

/** One large layer: the memory of the whole process beside the tensor's bytes and those of its Gram matrix. */
export async function measureOneLayer(): Promise<Analysis> {
  const [run] = await analyzeGenerated([{ name: 'down', rows: LAYER_ROWS, cols: LAYER_COLS }], []);
  return run!;
}

export function oneLayerTable(run: Analysis): string {
  return table(
    ['Layer', 'seconds', 'tensor MB', 'float64 Gram matrix MB', 'peak MB'],
    [
      [
        ...[`${LAYER_ROWS} × ${LAYER_COLS}, bfloat16`, seconds(run.milliseconds)],
        ...[megabytes(2 * LAYER_ROWS * LAYER_COLS), megabytes(8 * LAYER_ROWS ** 2), memoryOf(run)],
      ],
    ],
  );
}

/** The tensor, two and a half Gram matrices, and 150 MB for a program that does anything at all. */
export function oneLayerAims({ peakBytes }: Analysis): Aim[] {
  const needed = (2 * LAYER_ROWS * LAYER_COLS + 2.5 * LAYER_ROWS ** 2 * 8) / 1e6 + 150;
  const where = `${LAYER_ROWS} × ${LAYER_COLS}, bfloat16`;
  return [
    {
      ...{ what: 'memory of the process', bound: 'at most', needed, unit: 'MB' },
      figures: peakBytes === undefined ? [] : [{ where, value: peakBytes / 1e6 }],
    },
  ];
}
