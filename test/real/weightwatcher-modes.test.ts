import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { groupModels } from '../../src/formats/models.ts';
import { loadModel } from '../../src/load-layers.ts';
import { computeEsd } from '../../src/metrics/esd.ts';
import { tailOf } from '../../src/metrics/uncertainty/alternatives/tail.ts';
import { truncatedPowerLaw } from '../../src/metrics/uncertainty/alternatives/truncated-power-law.ts';
import { vectorColumns } from '../../src/metrics/vector-columns.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';
import type { PartialSettings } from '../../src/settings/resolve.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { createEngine } from '../../src/spectrum/create-engine.ts';
import { portsHere, reportHere } from '../support/analyze-in-process.ts';
import { PROJECT } from '../support/cli.ts';
import { expectWholeRow, type GoldenRun } from '../support/golden.ts';
import { fetchModel, publishedModels } from '../support/published-models.ts';

const models = await publishedModels();
const IDS = ['attacut-c', 'facenet-onet', 'g2p-en', 'minilm-l6-safetensors'];

/** What the peer was run with, under its own names for the runs. */
const RUNS: Readonly<Record<string, PartialSettings>> = {
  mp_fit: { mpFit: true },
  detX: { detX: true },
  clip_xmax: { fixFingers: 'clip_xmax' },
  clip_xmax_powerlaw: { fixFingers: 'clip_xmax', plPackage: 'powerlaw' },
  PL_powerlaw: { plPackage: 'powerlaw' },
  PL_powerlaw_force: { plPackage: 'powerlaw', xmax: 'force' },
  xmin_peak_powerlaw: { plPackage: 'powerlaw', fixFingers: 'xmin_peak' },
  xmax_minus_1: { xmax: -1 },
  max_evals_100: { maxEvals: 100 },
  min_evals_50: { minEvals: 50 },
};

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

/** Matched by name, because what was fed and what was read differ in ids. */
function layerOf(report: Report, row: Readonly<Record<string, unknown>>): ReportLayer {
  const plain = (name: string) => name.replace(/\.weight$/, '');
  const layer = report.layers.find(({ longname }) => plain(longname) === plain(String(row['longname'])));
  if (layer === undefined) throw new Error(`no row of ${row['longname']}`);
  return layer;
}

const GOLDEN = await Promise.all(IDS.map(async (id) => [id, await goldenModes(id)] as const));

describe.each(GOLDEN)('with --compat weightwatcher the rows of %s are WeightWatcher’s', (id, golden) => {
  test.each(Object.entries(RUNS).filter(([name]) => name in golden))(
    'in the mode %s',
    async (name, settings) => {
      const { layers } = golden[name]!;
      if (layers.length === 0) {
        await expect(literalReport(id, settings)).rejects.toMatchObject({ code: 'NO_LAYERS' });
        return;
      }
      const report = await literalReport(id, settings);
      expect(report.layers).toHaveLength(layers.length);
      for (const row of layers) expectWholeRow(layerOf(report, row), row);
    },
  );
});

describe.each(GOLDEN.filter(([, golden]) => 'vectors' in golden))('of the small model %s', (id, golden) => {
  test('the summary is WeightWatcher’s', async () => {
    const { summary } = await literalReport(id, {});
    for (const [column, mean] of Object.entries(golden.get_summary!))
      expect(summary[column as 'alpha']! / mean).toBeCloseTo(1, 6);
  });

  test('the vectors are WeightWatcher’s, xmin’s own on either side of it', async () => {
    const [files] = await groupModels(await locate(await fetchModel(id, models[id]!), { cwd: '/' }));
    const { layers, close } = await loadModel(files!, completeSettings(LITERAL), portsHere());
    const engine = createEngine('wasm');
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

  test('the power law with cut-off is at least as likely as the one that powerlaw 1.5 finds', async () => {
    for (const row of golden['TPL']!.layers) {
      const eigenvalues = await eigenvaluesOf(id, String(row['longname']));
      const { alpha, Lambda, xmin, num_pl_spikes } = row as Readonly<Record<string, number>>;
      const tail = eigenvalues.slice(-num_pl_spikes!);
      const found = truncatedPowerLaw(tailOf(tail, tail[0]!)!);
      const own = logLikelihood(tail, 1 + found.slope, found.theta / tail[0]!);
      expect(tail[0]! / xmin!).toBeCloseTo(1, 6);
      expect(own).toBeGreaterThanOrEqual(logLikelihood(tail, alpha!, Lambda!) - 1e-6);
    }
    const report = await literalReport(id, { fit: 'TPL', maxEvals: 80 });
    for (const { alpha, Lambda, D, sigma } of report.layers) {
      expect(alpha).toBeGreaterThanOrEqual(1);
      expect(Lambda).toBeGreaterThanOrEqual(0);
      expect(D).toBeLessThan(0.35);
      expect(sigma).toBeNull();
    }
  }, 120_000);

  test('the columns of shuffled weights lie where WeightWatcher’s do, over 50 seeds', async () => {
    const reports: Report[] = [];
    for (let seed = 1; seed <= 50; seed++)
      reports.push(await literalReport(id, { randomize: true, seed, maxEvals: 100 }));
    let compared = 0;
    for (const row of golden.random_spread!.layers) {
      if (!reports[0]!.layers.some(({ longname }) => longname === String(row['longname']))) continue;
      for (const column of RANDOM) {
        const own = reports.map((report) => layerOf(report, row)[column] as number);
        const [least, most] = [Math.min(...own), Math.max(...own)];
        // Of 55 draws from one distribution the farthest of 5 seldom lies far outside of 50.
        const slack = (most - least) / 2 + 1e-9 * Math.abs(most);
        for (const value of row[column]!) {
          const where = [row['longname'], column, value, least, most];
          expect([where, value >= least - slack && value <= most + slack]).toEqual([where, true]);
        }
        compared++;
      }
    }
    expect(compared).toBeGreaterThan(0);
  }, 300_000);
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
  return computeEsd(createEngine('wasm'), bytes, layer.dtype, layer.matrices, layer.rule.scale).eigenvalues;
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
