import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { analyze, keptOf } from '../../scripts/experiment/analysis.ts';
import { drawChart } from '../../scripts/experiment/chart-svg.ts';
import { DEMO, demoPage, describeNetwork } from '../../scripts/experiment/demo.ts';
import { BESIDE, charts, experimentPage } from '../../scripts/experiment/page.ts';
import { FULL } from '../../scripts/experiment/setups.ts';
import { readExperiment } from '../../scripts/experiment/stored-experiment.ts';
import { PROJECT } from '../support/cli.ts';
import { sha256OfFile } from '../support/file-sha256.ts';

const DOCUMENTS = path.join(PROJECT, 'docs');
const DEMO_FOLDER = path.join(PROJECT, 'examples/demo');
const read = (file: string) => readFile(file, 'utf8');

const experiment = readExperiment(await read(path.join(DOCUMENTS, BESIDE, 'results.json')), FULL);
const page = await read(path.join(DOCUMENTS, 'experiment.md'));
const resultOf = (id: string) => experiment.results.find(({ run }) => run.id === id)!;

/** The checkpoints that are here, by their trainings. */
const CHECKPOINTS: readonly (readonly [id: string, file: string])[] = [
  ...Object.entries(DEMO).map(([name, id]) => [id, path.join(DEMO_FOLDER, `${name}.safetensors`)] as const),
  [
    'published-batch1-seed1',
    path.join(PROJECT, 'test/fixtures/experiment/published-batch1-seed1.safetensors'),
  ],
];

describe('docs/experiment.md', () => {
  test('is what the results beside it give, and so are its charts', async () => {
    expect(experimentPage(experiment, FULL)).toBe(page);
    const drawn = [...charts(experiment.results)].map(([name, chart]) => [`${name}.svg`, drawChart(chart)]);
    const names = (await readdir(path.join(DOCUMENTS, BESIDE))).filter((name) => name.endsWith('.svg'));
    const kept = await Promise.all(
      names.map(async (name) => [name, await read(path.join(DOCUMENTS, BESIDE, name))]),
    );
    expect(Object.fromEntries(drawn)).toEqual(Object.fromEntries(kept));
  });

  test.each(CHECKPOINTS)('has the alphas that a new analysis of %s finds', async (id, file) => {
    const { layers, sha256 } = resultOf(id);
    expect(await sha256OfFile(file)).toBe(sha256);
    const [report] = await analyze([file], 'all');
    const found = report!.layers.map(keptOf);
    expect(found.map(({ name, trust, verdict }) => [name, trust, verdict])).toEqual(
      layers.map(({ name, trust, verdict }) => [name, trust, verdict]),
    );
    for (const [index, { alpha, sigma, D }] of found.entries()) {
      expect(alpha).toBeCloseTo(layers[index]!.alpha!, 9);
      expect(sigma).toBeCloseTo(layers[index]!.sigma!, 9);
      expect(D).toBeCloseTo(layers[index]!.D!, 9);
    }
    const row = page.split('\n').find((line) => line.includes(sha256));
    expect(row).toContain(`| ${found[0]!.alpha!.toFixed(3)} ± ${found[0]!.sigma!.toFixed(3)} |`);
  });
});

describe('the networks of the demo', () => {
  test.each(Object.entries(DEMO))('%s is the checkpoint of %s, and said to be', async (name, id) => {
    expect(await sha256OfFile(path.join(DEMO_FOLDER, `${name}.safetensors`))).toBe(resultOf(id).sha256);
    expect(await read(path.join(DEMO_FOLDER, `${name}.json`))).toBe(describeNetwork(name, resultOf(id)));
  });

  test('are described as the experiment found them', async () => {
    const [healthy, overtrained] = Object.values(DEMO).map(resultOf);
    expect(await read(path.join(DEMO_FOLDER, 'README.md'))).toBe(demoPage(healthy!, overtrained!));
  });
});
