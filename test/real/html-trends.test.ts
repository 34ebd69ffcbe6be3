import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { seriesOf } from '../../src/report/trends/series.ts';
import { analyzed, reportLayer } from '../support/report-builder.ts';
import { type OpenPage, ReportPages, violations } from '../support/report-pages.ts';

let pages: ReportPages;

beforeAll(async () => {
  pages = await ReportPages.start();
});

afterAll(() => pages.stop());

const STEPS = [0, 100, 200, 400, 800, 1600];

/** Checkpoints of a model of so many layers, the first of which falls below 2 at step 800. */
const checkpoints = (layers: number) =>
  STEPS.map((step, point) =>
    analyzed(
      Array.from({ length: layers }, (_, index) =>
        reportLayer({
          longname: `layers.${index}.mlp`,
          alpha: 4.5 - (index === 0 ? 0.7 * point : point / 5) + index / layers,
        }),
      ),
      { source: `ckpt-${step}.pt` },
    ),
  );

describe.each([3, 300, 3000])('the page of a series of 6 checkpoints of %d layers', (total) => {
  const series = seriesOf(checkpoints(total));
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await pages.open(total > 300 ? series.outcomes.slice(-1) : series.outcomes, {
      series: series.trend,
    });
  }, 60_000);
  afterAll(() => opened.page.close());

  test('asks for nothing and has nothing to complain of', () => {
    expect(opened.requests).toEqual([opened.url]);
    expect(opened.messages).toEqual([]);
  });

  test('draws a point for each checkpoint of the layers that need attention, and both bounds', async () => {
    const plot = opened.page.locator('.trend svg.plot');
    expect(await plot.count()).toBe(1);
    const lines = Math.min(total, 8);
    expect(await plot.locator('path.line').count()).toBe(lines);
    expect(await plot.locator('g.points circle').count()).toBe(lines * STEPS.length);
    expect(await plot.locator('line.horizontal.bound').count()).toBe(2);
    expect(await plot.locator('.key').first().textContent()).toBe('layers.0.mlp');
  });

  test('draws the layers that are chosen, by keyboard too', async () => {
    const { page } = opened;
    const list = page.getByLabel('Layers drawn');
    const plot = page.locator('.trend svg.plot');
    await list.selectOption(['layers.1.mlp', 'layers.2.mlp']);
    expect(await plot.locator('.key').allTextContents()).toEqual(
      expect.arrayContaining(['layers.1.mlp', 'layers.2.mlp']),
    );
    expect(await plot.locator('path.line').count()).toBe(2);
    await list.focus();
    await page.keyboard.press('Home');
    expect(await plot.locator('.key').allTextContents()).toEqual(['layers.0.mlp']);
    expect(await page.locator('.picker output').textContent()).toBe(`1 of ${total} layers chosen`);
  });

  test('finds a layer among all, and keeps what is chosen', async () => {
    const { page } = opened;
    await page.getByLabel('Find').fill(`layers.${total - 1}.`);
    expect(await page.getByLabel('Layers drawn').locator('option').allTextContents()).toEqual(
      expect.arrayContaining(['layers.0.mlp', `layers.${total - 1}.mlp`]),
    );
    expect(await page.getByLabel('Layers drawn').locator('option').count()).toBe(2);
    await page.getByLabel('Find').fill('');
  });

  test('says in a table when layers fell', async () => {
    const { page } = opened;
    await page.getByText('As a table').click();
    const row = page.locator('.trend tbody tr').first();
    expect(await row.locator('th, td').allTextContents()).toEqual([
      'layers.0.mlp',
      '4.500',
      '1.000 (1600)',
      '1.000',
      '800',
    ]);
  });

  // Beyond, only the same list is longer.
  if (total <= 3)
    test('is accessible', async () => {
      expect(await violations(opened.page)).toEqual([]);
    });
});

test('the page of a series has colours for the dark, and leaves its controls out of print', async () => {
  const series = seriesOf(checkpoints(3));
  const { page } = await pages.open(series.outcomes, { series: series.trend, scheme: 'dark' });
  expect(await violations(page)).toEqual([]);
  expect(await page.locator('h2').allTextContents()).toEqual([
    'Series of checkpoints',
    ...STEPS.map((step) => `pass ckpt-${step}.pt`),
  ]);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('.picker').isVisible()).toBe(false);
  expect(await page.locator('.trend svg.plot').isVisible()).toBe(true);
  await page.close();
});

test('the page shows the last runs of each model, the one that has run now at the end', async () => {
  const layers = ['a', 'b'].map((longname) => reportLayer({ longname, alpha: 2.5 }));
  const run = (day: number) => ({
    time: `2026-01-0${day}T00:00:00.000Z`,
    commit: null,
    model: 'one.pt',
    identity: `sha256:${day}`,
    verdict: 'pass' as const,
    layers: [['a', 5 - day / 2] as [string, number], ['b', null] as [string, null]],
  });
  const outcomes = [
    { ...analyzed(layers, { source: 'one.pt' }), history: [1, 2, 3, 4].map(run) },
    { ...analyzed(layers, { source: 'two.pt' }), history: [run(1)] },
    analyzed(layers, { source: 'three.pt' }),
  ];
  for (const scheme of ['light', 'dark'] as const) {
    const { page, messages, requests, url } = await pages.open(outcomes, { scheme });
    expect(await page.locator('.trend h3').allTextContents()).toEqual([
      'Alpha over the last 5 runs',
      'Alpha over the last 2 runs',
    ]);
    const plot = page.locator('.trend svg.plot').first();
    expect(await plot.locator('g.points.line-0 circle').count()).toBe(5);
    expect(await plot.locator('g.points.line-1 circle').count()).toBe(1);
    await page.getByLabel('Layers drawn').first().selectOption(['b']);
    expect(await plot.locator('g.points circle').count()).toBe(1);
    expect(await page.locator('.trend svg.plot').nth(1).locator('g.points circle').count()).toBe(3);
    expect(messages).toEqual([]);
    expect(requests).toEqual([url]);
    expect(await violations(page)).toEqual([]);
    await page.close();
  }
}, 120_000);

test('names in a series that are markup stay text, also when they are chosen', async () => {
  const hostile = '</script><img src=x onerror="document.title=1">';
  const series = seriesOf(
    [1, 2].map((step) => analyzed([reportLayer({ longname: hostile })], { source: `<b>${step}.pt` })),
  );
  const { page, messages } = await pages.open(series.outcomes, { series: series.trend });
  await page.getByLabel('Layers drawn').selectOption([hostile]);
  expect(await page.locator('.trend .key').textContent()).toContain('onerror');
  expect(await page.locator('img, b').count()).toBe(0);
  expect(await page.title()).toBe('Alphagate: all 2 layers pass in 2 models');
  expect(messages).toEqual([]);
  await page.close();
});
