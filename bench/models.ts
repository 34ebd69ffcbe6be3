import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
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

/** Where `npm run test:real` puts the sentence encoder, and the smallest model that there is. */
export const DEFAULT_MODELS = [
  'examples/demo/mlp3-healthy.safetensors',
  '.real/models/minilm-l6-safetensors/model.safetensors',
];

const REPETITIONS = 3;
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);

interface PeerRun {
  readonly run: ChildResult;
  readonly importMs: number;
}

/** The fastest of a few cold runs of the built command. */
async function analyze(path: string, repetitions: number): Promise<ChildResult & { layers: number }> {
  const runs: ChildResult[] = [];
  for (let i = 0; i < repetitions; i++) {
    runs.push(await runChild(process.execPath, [cli, 'analyze', path, '--format', 'json', '--quiet']));
  }
  const best = runs.reduce((a, b) => (a.milliseconds <= b.milliseconds ? a : b));
  const [report] = JSON.parse(best.stdout).models ?? [JSON.parse(best.stdout)];
  return { ...best, layers: report.layers.length };
}

async function analyzeWithPeer(python: string, path: string): Promise<PeerRun | undefined> {
  const runs: PeerRun[] = [];
  for (let i = 0; i < REPETITIONS; i++) {
    const run = await runChild(python, [peerScript, path]);
    if (run.exitCode !== 0) return undefined;
    runs.push({ run, importMs: 1000 * JSON.parse(run.stdout.trim().split('\n').at(-1)!).import });
  }
  return runs.reduce((a, b) => (a.run.milliseconds <= b.run.milliseconds ? a : b));
}

/** Whole models, from a cold start of the built command to its end, beside WeightWatcher where Python has it. */
export async function modelTable(models: readonly string[], python: string | undefined): Promise<string> {
  const rows: string[][] = [];
  for (const path of models) {
    if (!existsSync(path)) {
      console.log(`${path} is not there`);
      continue;
    }
    const ours = await analyze(path, REPETITIONS);
    const peer = python === undefined ? undefined : await analyzeWithPeer(python, path);
    const { milliseconds, peakBytes, layers } = ours;
    rows.push([
      ...[relative(project, path), `${layers}`, seconds(milliseconds), peakBytes ? megabytes(peakBytes) : ''],
      ...(peer === undefined
        ? ['', '', '', '', '']
        : [
            seconds(peer.run.milliseconds),
            seconds(peer.importMs),
            peer.run.peakBytes ? megabytes(peer.run.peakBytes) : '',
            ratio(peer.run.milliseconds / milliseconds),
            ratio((peer.run.milliseconds - peer.importMs) / milliseconds),
          ]),
    ]);
    console.log(rows.at(-1)!.join('\t'));
  }
  return table(
    [
      ...['Model', 'layers', 'seconds', 'peak MB', 'WeightWatcher, seconds', 'of which its import'],
      ...['peak MB', 'times faster', 'without its import'],
    ],
    rows,
  );
}

async function analyzeGenerated(matrices: readonly StoredMatrix[]): ReturnType<typeof analyze> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const path = join(folder, 'model.safetensors');
    writeModel(path, matrices);
    return await analyze(path, 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** A generated model of 7 thousand million parameters: a layer of each shape measured, the rest by their work. */
export async function largeModelTable(): Promise<string> {
  const { milliseconds, peakBytes, layers } = await analyzeGenerated(LARGE_MODEL);
  return table(
    ['Layers', 'GB', 'measured', 'seconds', 'all, minutes', 'peak MB'],
    [
      [
        ...[
          `${LARGE_MODEL_LAYERS}`,
          (LARGE_MODEL_BYTES / 1e9).toFixed(1),
          `${layers}`,
          seconds(milliseconds),
        ],
        ((milliseconds * LARGE_MODEL_FACTOR) / 60_000).toFixed(1),
        peakBytes ? megabytes(peakBytes) : '',
      ],
    ],
  );
}

/** One large layer: the memory of the whole process beside the tensor's bytes and those of its Gram matrix. */
export async function oneLayerTable(): Promise<string> {
  const [rows, cols] = [4096, 11_008];
  const { milliseconds, peakBytes } = await analyzeGenerated([{ name: 'down', rows, cols }]);
  return table(
    ['Layer', 'seconds', 'tensor MB', 'float64 Gram matrix MB', 'peak MB'],
    [
      [
        ...[`${rows} × ${cols}, bfloat16`, seconds(milliseconds), megabytes(2 * rows * cols)],
        ...[megabytes(8 * rows * rows), peakBytes ? megabytes(peakBytes) : ''],
      ],
    ],
  );
}
