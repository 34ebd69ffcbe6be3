import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../src/formats/models.ts';
import { withoutWeight } from '../../src/layers/name-pattern.ts';
import { computeEsd } from '../../src/metrics/esd.ts';
import { tailOf } from '../../src/metrics/uncertainty/alternatives/tail.ts';
import { truncatedPowerLaw } from '../../src/metrics/uncertainty/alternatives/truncated-power-law.ts';
import { vectorColumns } from '../../src/metrics/vector-columns.ts';
import { loadModel } from '../../src/pipeline/load-layers.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { createWasmEngine } from '../../src/spectrum/wasm.ts';
import { portsHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT, reportByCli } from '../support/cli.ts';
import { expectWholeRow, type GoldenRun } from '../support/golden.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';
import { pOfSameDistribution, type TwoSamples } from '../support/same-distribution.ts';

const models = await publishedModels();
const IDS = ['attacut-c', 'facenet-onet', 'g2p-en', 'minilm-l6-safetensors'];

/** What the peer was run with, under its own names for the runs, as options of the command line. */
const RUNS: Readonly<Record<string, readonly string[]>> = {
  mp_fit: ['--mp-fit', 'true'],
  detX: ['--erg', 'true'],
  clip_xmax: ['--fix-fingers', 'clip_xmax'],
  clip_xmax_powerlaw: ['--fix-fingers', 'clip_xmax', '--pl-package', 'powerlaw'],
  PL_powerlaw: ['--pl-package', 'powerlaw'],
  PL_powerlaw_force: ['--pl-package', 'powerlaw', '--xmax', 'force'],
  xmin_peak_powerlaw: ['--pl-package', 'powerlaw', '--fix-fingers', 'xmin_peak'],
  xmax_minus_1: ['--xmax=-1'],
  max_evals_100: ['--max-evals', '100'],
  min_evals_50: ['--min-evals', '50'],
  pool_false: ['--pool', 'false'],
  randomize: ['--randomize', 'true', '--mp-fit', 'true'],
};

/** Runs of which no table of rows is compared as it is. */
const COMPARED_BELOW = { TPL: 1, vectors: 1, random_spread: 1, get_summary: 1 };

/** What is shuffled of each model, by patterns: of the largest, a third of the layers. */
const SHUFFLED: readonly (readonly [string, readonly string[]])[] = [
  ['attacut-c', []],
  ['facenet-onet', []],
  ['g2p-en', []],
  ['minilm-l6-safetensors', ['*attention.self.query*', '*attention.self.key*']],
];

const LITERAL = { compat: 'weightwatcher' } as const;
const RANDOM = [
  'max_rand_eval',
  'rand_distance',
  'ww_softrank',
  'ww_maxdist',
  'num_traps',
  'rand_num_spikes',
  'rand_sigma_mp',
  'rand_mp_softrank',
  'rand_W_scale',
  'rand_bulk_max',
  'rand_bulk_min',
] as const;

type Modes = Readonly<Record<string, GoldenRun>> & {
  readonly random_spread?: { readonly layers: readonly Readonly<Record<string, readonly number[]>>[] };
  readonly get_summary?: Readonly<Record<string, number>>;
};

async function goldenModes(id: string): Promise<Modes> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/models/${id}/modes.json`, 'utf8'));
}

async function literalReport(id: string, settings: PartialSettings): Promise<Report> {
  return reportHere(await fetchModel(id, models[id]!), { compat: 'weightwatcher', ...settings });
}

function plainName(name: unknown): string {
  return withoutWeight(String(name));
}

/** Matched by name, because what was fed and what was read differ in ids. */
function layerOf(report: Report, row: Readonly<Record<string, unknown>>): ReportLayer {
  const layer = report.layers.find(({ longname }) => plainName(longname) === plainName(row['longname']));
  if (layer === undefined) throw new Error(`no row of ${row['longname']}`);
  return layer;
}

const GOLDEN = await Promise.all(IDS.map(async (id) => [id, await goldenModes(id)] as const));

describe.each(GOLDEN)(
  'by the built command line with --compat weightwatcher the rows of %s',
  (id, golden) => {
    test.each(Object.entries(RUNS).filter(([name]) => name in golden))(
      'are WeightWatcher’s, every column, in the mode %s',
      async (name, options) => {
        const { layers } = golden[name]!;
        const report = reportByCli(await fetchModel(id, models[id]!), [
          '--compat',
          'weightwatcher',
          ...options,
        ]);
        if (layers.length === 0) {
          await expect(report).rejects.toThrow('has no layer to analyse');
          return;
        }
        expect((await report).layers).toHaveLength(layers.length);
        // What is drawn by chance is compared below.
        for (const row of layers) expectWholeRow(layerOf(await report, row), row, RANDOM);
      },
    );

    test('have every optional mode', () => {
      const modes = Object.keys(golden).filter((name) => !(name in COMPARED_BELOW));
      expect(modes.filter((name) => !(name in RUNS))).toEqual([]);
      expect(modes.length).toBeGreaterThan(5);
    });
  },
);

describe.each(GOLDEN.filter(([, golden]) => 'vectors' in golden))('of the small model %s', (id, golden) => {
  test('the summary is WeightWatcher’s', async () => {
    const { summary } = await literalReport(id, {});
    for (const [column, mean] of Object.entries(golden.get_summary!))
      expect(summary[column as 'alpha']! / mean).toBeCloseTo(1, 6);
  });

  test('the vectors are WeightWatcher’s, xmin’s own on either side of it', async () => {
    const [files] = await groupModels(await locate(await fetchModel(id, models[id]!), { cwd: '/' }));
    const { layers, close } = await loadModel(files!, completeSettings(LITERAL), portsHere());
    const engine = createWasmEngine();
    for (const row of golden['vectors']!.layers) {
      const { tensor, dtype, matrices } = layers.find(({ longname }) => longname === row['longname'])!;
      const bytes = new Uint8Array(tensor.sizeBytes);
      await tensor.readInto(bytes);
      // The peer compares eigenvalues of two solvers, so that chance decides where that of xmin falls.
      const tail = row['num_pl_spikes'] as number;
      const either = [tail, tail - 1].map((count) =>
        vectorColumns(engine, { bytes, dtype, matrices }, count),
      );
      const worst = either.map((columns) =>
        Math.max(...Object.entries(columns).map(([column, value]) => difference(value, row[column]))),
      );
      expect([row['longname'], Math.min(...worst)]).toEqual([row['longname'], expect.closeTo(0, 6)]);
    }
    await close();
  });
});

describe.each(GOLDEN)('of %s', (id, golden) => {
  test('the power law with cut-off is at least as likely as the one that powerlaw 1.5 finds', async () => {
    const rows = golden['TPL']!.layers;
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) {
      const eigenvalues = await eigenvaluesOf(id, String(row['longname']));
      const { alpha, Lambda, xmin, num_pl_spikes } = row as Readonly<Record<string, number>>;
      const tail = eigenvalues.slice(-num_pl_spikes!);
      const found = truncatedPowerLaw(tailOf(tail, tail[0]!)!);
      const own = logLikelihood(tail, 1 + found.slope, found.theta / tail[0]!);
      expect(tail[0]! / xmin!).toBeCloseTo(1, 6);
      expect(own).toBeGreaterThanOrEqual(logLikelihood(tail, alpha!, Lambda!) - 1e-6);
    }
  }, 120_000);
});

describe('the columns of shuffled weights', () => {
  /** By column, the draws of every layer. */
  const drawn = new Map<string, TwoSamples[]>();

  test.each(SHUFFLED)(
    'of %s are drawn with 50 seeds',
    async (id, include) => {
      const golden = await goldenModes(id);
      const reports: Report[] = [];
      for (let seed = 1; seed <= 50; seed++)
        reports.push(await literalReport(id, { randomize: true, seed, include }));
      const spread = golden.random_spread?.layers ?? [];
      for (const { longname } of reports[0]!.layers) {
        const layer = golden['randomize']!.layers.find(
          (row) => plainName(row['longname']) === plainName(longname),
        )!;
        const more = spread.find((row) => plainName(row['longname']) === plainName(longname));
        for (const column of RANDOM) {
          const ours = reports.map((report) => layerOf(report, layer)[column] as number);
          const theirs = [layer[column] as number, ...(more?.[column] ?? [])];
          drawn.set(column, [...(drawn.get(column) ?? []), { ours, theirs }]);
        }
      }
    },
    600_000,
  );

  test.each(RANDOM)('have the distribution that WeightWatcher’s have: %s', (column) => {
    const layers = drawn.get(column)!;
    expect(layers.length).toBeGreaterThan(25);
    expect(layers.flatMap(({ theirs }) => theirs).length).toBeGreaterThan(100);
    expect(pOfSameDistribution(layers)).toBeGreaterThan(0.001);
  });
});

/** Relative; two values that do not exist are the same. */
function difference(value: number | null | undefined, expected: unknown): number {
  if (typeof expected !== 'number') return value === null ? 0 : Infinity;
  // A variance of one vector is zero, which nothing is relative to.
  return value === null || value === undefined
    ? Infinity
    : Math.abs(value - expected) / Math.max(Math.abs(expected), 1e-9);
}

async function eigenvaluesOf(id: string, longname: string): Promise<Float64Array> {
  const [files] = await groupModels(await locate(await fetchModel(id, models[id]!), { cwd: '/' }));
  const { layers, close } = await loadModel(files!, completeSettings(LITERAL), portsHere());
  const layer = layers.find((one) => one.longname === longname)!;
  const bytes = new Uint8Array(layer.tensor.sizeBytes);
  await layer.tensor.readInto(bytes);
  await close();
  return computeEsd(createWasmEngine(), bytes, layer.dtype, layer.matrices, layer.rule.scale).eigenvalues;
}

/** Of the density x^(−alpha)·e^(−Λx) from the first value on, its constant by Simpson’s rule over ln x. */
function logLikelihood(tail: Float64Array, alpha: number, Lambda: number): number {
  const xmin = tail[0]!;
  const end = Lambda === 0 ? 40 / (alpha - 1) : Math.min(Math.log1p(60 / (Lambda * xmin)), 60 / (alpha - 1));
  const steps = 200_000;
  const density = (t: number) => Math.exp((1 - alpha) * t - Lambda * xmin * Math.expm1(t));
  let area = density(0) + density(end);
  for (let i = 1; i < steps; i++) area += (i % 2 === 0 ? 2 : 4) * density((i * end) / steps);
  const logArea = Math.log((area * end) / steps / 3) + (1 - alpha) * Math.log(xmin) - Lambda * xmin;
  return tail.reduce((sum, x) => sum - alpha * Math.log(x) - Lambda * x - logArea, 0);
}
