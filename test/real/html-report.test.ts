import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';
import { visibleText } from '../../src/report/escape.ts';
import type { ReportedOutcome } from '../../src/report/outcome.ts';
import type { ReportLayer } from '../../src/report/report.ts';
import { HOSTILE_NAMES } from '../support/hostile-names.ts';
import { plottedLayer } from '../support/plotted-model.ts';
import { analyzed, buildTestReport, unreadable } from '../support/report-builder.ts';
import { type OpenPage, ReportPages, violations } from '../support/report-pages.ts';

/** Much more than a browser takes for 3,000 layers, and much less than if it took the square of their number. */
const OPENING_MS = 60_000;
const SORTING_MS = 10_000;

let pages: ReportPages;

beforeAll(async () => {
  pages = await ReportPages.start();
});

afterAll(() => pages.stop());

const open = (outcomes: readonly ReportedOutcome[], scheme?: 'light' | 'dark') =>
  pages.open(outcomes, { scheme });

function layersOf(total: number): ReportLayer[] {
  return Array.from({ length: total }, (_, index) => {
    const failing = index % 10 === 1;
    const longname = `model.layers.${index}.mlp`;
    const layer = plottedLayer(
      failing ? 1.6 : 2.5 + (index % 7) / 4,
      { longname },
      total > 500 ? 40 : 100,
      index,
    );
    const reasons = [`alpha ${layer.alpha!.toFixed(3)} is as it is`];
    return { ...layer, reasons, ...(failing && { verdict: 'fail' as const }) };
  });
}

const namesIn = (page: Page) => page.locator('tbody th').allTextContents();

describe.each([3, 300, 3000])('the page of a model of %d layers', (total) => {
  const layers = layersOf(total);
  const outcomes = [analyzed(layers)];
  let opened: OpenPage;

  beforeAll(async () => {
    opened = await open(outcomes);
  }, OPENING_MS);
  afterAll(() => opened.page.close());

  test('asks for nothing and has nothing to complain of', () => {
    expect(opened.requests).toEqual([opened.url]);
    expect(opened.messages).toEqual([]);
    if (total <= 300) expect(opened.bytes).toBeLessThan(5_000_000);
  });

  test('sorts by a column, up and down, and says so', async () => {
    const { page } = opened;
    const button = page.getByRole('button', { name: 'alpha', exact: true });
    const head = page.locator('thead th', { has: button });
    const byAlpha = layers.toSorted((a, b) => a.alpha! - b.alpha!).map(({ longname }) => longname);
    const sortingMs = await button.evaluate((control: Button) => {
      const startMs = performance.now();
      control.click();
      // Asking for a height has the new order laid out.
      control.getBoundingClientRect();
      return performance.now() - startMs;
    });
    expect(sortingMs).toBeLessThan(SORTING_MS);
    expect(await head.getAttribute('aria-sort')).toBe('ascending');
    expect((await namesIn(page)).slice(0, 20)).toEqual(byAlpha.slice(0, 20));
    await button.press('Enter');
    expect(await head.getAttribute('aria-sort')).toBe('descending');
    expect((await namesIn(page))[0]).toBe(byAlpha.at(-1));
  });

  test('filters by words and by verdict', async () => {
    const { page } = opened;
    await page.getByLabel('Filter').fill('LAYERS.1.');
    expect(await namesIn(page)).toEqual(['model.layers.1.mlp']);
    await page.getByLabel('Filter').fill('');
    await page.getByLabel('Verdict').selectOption('fail');
    const failing = layers.filter(({ verdict }) => verdict === 'fail');
    expect((await namesIn(page)).sort()).toEqual(failing.map(({ longname }) => longname).sort());
    await page.getByLabel('Verdict').selectOption('');
  });

  test('shows all rows and all columns when asked', async () => {
    const { page } = opened;
    const more = page.getByRole('button', { name: 'Show all rows' });
    if (total > 500) await more.click();
    expect(await page.locator('tbody tr').count()).toBe(total);
    expect(await more.isVisible()).toBe(false);
    await page.getByLabel('All columns').check();
    const columns = await page.locator('thead th').allTextContents();
    expect(columns).toEqual(expect.arrayContaining(['verdict', 'layer', 'stable_rank', 'log_alpha_norm']));
    await page.getByLabel('All columns').uncheck();
  }, 30_000);

  test('plots a layer when its name is followed: a point for each bin, and the fitted slope', async () => {
    const { page } = opened;
    const layer = layers[2]!;
    await page.getByLabel('Filter').fill(layer.longname);
    await page.getByRole('link', { name: layer.longname, exact: true }).click();
    await page.getByLabel('Filter').fill('');
    const fold = page.locator('#m0-l2');
    const svg = fold.locator('svg.plot').first();
    await svg.waitFor();
    expect(await fold.locator('svg.plot').count()).toBe(5);
    const filled = layer.curves!.log_bins.counts.filter((number) => number > 0).length;
    expect(await svg.locator('.points.data circle').count()).toBe(filled);
    expect(await slopeOf(svg)).toBeCloseTo(-layer.alpha!, 1);
  });

  // Of more rows there are no other kinds, and the check takes as long as all else.
  if (total <= 300)
    test('is accessible', async () => {
      expect(await violations(opened.page)).toEqual([]);
    }, 120_000);
});

interface Button {
  click(): void;
  getBoundingClientRect(): unknown;
}

/** What this test needs of an element; the browser's types are not those of Node. */
interface Plot {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  querySelector(selector: string): Plot | null;
  querySelectorAll(selector: string): Iterable<Plot>;
}

/** Of the fitted line in decades, measured against the ticks of both axes. */
async function slopeOf(svg: ReturnType<Page['locator']>): Promise<number> {
  return svg.evaluate((plot: Plot) => {
    const digits = '⁰¹²³⁴⁵⁶⁷⁸⁹';
    const exponentOf = (text: string) => {
      if (!/^10[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/.test(text)) return Math.log10(Number(text));
      return Number([...text.slice(2)].map((c) => (c === '⁻' ? '-' : digits.indexOf(c))).join(''));
    };
    const pixelsPerDecade = (anchor: string, coordinate: string) => {
      const ticks = [...plot.querySelectorAll(`.axis text[text-anchor=${anchor}]:not(.label)`)];
      const at = ticks.map((tick) => [
        exponentOf(tick.textContent ?? ''),
        Number(tick.getAttribute(coordinate)),
      ]);
      const [first, last] = [at[0]!, at.at(-1)!];
      return (last[1]! - first[1]!) / (last[0]! - first[0]!);
    };
    const path = plot.querySelector('path.fit')?.getAttribute('d') ?? '';
    const [x1, y1, x2, y2] = [...path.matchAll(/-?[\d.]+/g)].map(Number) as [number, number, number, number];
    const decades = (y2 - y1) / pixelsPerDecade('end', 'y');
    return decades / ((x2 - x1) / pixelsPerDecade('middle', 'x'));
  });
}

test('the page of a small model is the one that is dark where the reader wants it dark', async () => {
  const ground = async (scheme: 'light' | 'dark') => {
    const { page } = await open([analyzed(layersOf(3))], scheme);
    const color = await page.evaluate(() => {
      const { getComputedStyle, document } = globalThis as unknown as {
        getComputedStyle(of: unknown): { backgroundColor: string };
        document: { body: unknown };
      };
      return getComputedStyle(document.body).backgroundColor;
    });
    const found = await violations(page);
    await page.close();
    return { color, found };
  };
  expect(await ground('light')).toEqual({ color: 'rgb(255, 255, 255)', found: [] });
  expect(await ground('dark')).toEqual({ color: 'rgb(18, 22, 27)', found: [] });
});

test('can be used without a mouse: from the filter to a layer and to its plots', async () => {
  const { page } = await open([analyzed(layersOf(3))]);
  await page.getByLabel('Filter').focus();
  let names = 0;
  for (let presses = 0; presses < 40 && names === 0; presses++) {
    await page.keyboard.press('Tab');
    names = await page.locator('tbody a:focus').count();
  }
  expect(await page.locator('tbody a:focus').textContent()).toBe('model.layers.1.mlp');
  await page.keyboard.press('Enter');
  const summary = page.locator('#m0-l1 > summary');
  await page.locator('#m0-l1 > summary:focus').waitFor();
  await page.keyboard.press('Enter');
  expect(await page.locator('#m0-l1').getAttribute('open')).toBeNull();
  await summary.press('Enter');
  expect(await page.locator('#m0-l1 svg.plot').first().isVisible()).toBe(true);
  await page.close();
});

test('is printed with all its rows, and without what only a screen can use', async () => {
  const { page, messages } = await open([analyzed(layersOf(600))]);
  expect(await page.locator('tbody tr').count()).toBe(500);
  const pdf = await page.pdf({ format: 'A4' });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(await page.locator('tbody tr').count()).toBe(600);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByLabel('Filter').isVisible()).toBe(false);
  expect(await page.locator('svg.plot').first().isVisible()).toBe(true);
  expect(messages).toEqual([]);
  await page.close();
}, 60_000);

test('plots the bulk where it was looked at: the law with its edge, and the weights in random order', async () => {
  const layer = plottedLayer(1.6, { verdict: 'fail', bulk_min: 0.5, bulk_max: 3, rand_bulk_max: 4 });
  const { from, to } = layer.curves!.log_bins;
  const random_log_bins = { from, to: to / 2, counts: [3, 5, 7, 5, 3] };
  const { page } = await open([analyzed([{ ...layer, curves: { ...layer.curves!, random_log_bins } }])]);
  const fold = page.locator('#m0-l0');
  expect(await fold.locator('svg.plot .title').allTextContents()).toEqual([
    'Log-log ESD',
    'Log-linear ESD',
    'Linear ESD',
    'KS distance over xmin',
    'Alpha over xmin',
    'Marchenko-Pastur fit',
    'Randomised spectrum',
  ]);
  const plots = fold.locator('svg.plot');
  expect(await plots.nth(5).locator('path.fit').count()).toBe(1);
  expect(await plots.nth(5).locator('line.vertical.bound').count()).toBe(1);
  expect(await plots.nth(6).locator('path.random').count()).toBe(1);
  expect(await plots.nth(6).locator('line.vertical.random').count()).toBe(1);
  await page.close();
});

test('models share a page, and one that could not be read is on it', async () => {
  const { page, messages } = await open([
    analyzed(layersOf(3), { source: 'one.pt' }),
    unreadable('two.pt', 'two.pt: is cut short'),
    analyzed(layersOf(2), { source: 'three.pt' }),
  ]);
  expect(await page.locator('h2').allTextContents()).toEqual([
    'error two.pt',
    'fail one.pt',
    'fail three.pt',
  ]);
  expect(await page.locator('table').count()).toBe(2);
  expect(messages).toEqual([]);
  await page.close();
});

test("with a baseline that has curves its spectrum lies under the layer's own", async () => {
  const layers = layersOf(3);
  const before = buildTestReport(layers.map((layer) => ({ ...layer, curves: plottedLayer(3).curves })));
  const { page } = await open([{ ...analyzed(layers), before }]);
  const fold = page.locator('#m0-l1');
  expect(await fold.locator('.points.baseline:not(.key) circle').count()).toBe(
    before.layers[1]!.curves!.log_bins.counts.filter((number) => number > 0).length,
  );
  await page.close();
});

test('names that are markup stay text', async () => {
  const hostile = [
    '</script><script>document.title="owned"</script>',
    '<img src=x onerror="document.title=1">',
    '"><svg onload=alert(1)>',
    '<!--<script>',
    '{{constructor}}',
    'a\u202Eb',
    ...HOSTILE_NAMES,
  ];
  const layers = hostile.map((longname) =>
    plottedLayer(1.6, { longname, verdict: 'fail', reasons: [longname] }),
  );
  const { page, messages, requests } = await open([
    analyzed(layers, {
      source: '<b onclick=alert(1)>x',
      skipped: [{ name: hostile[0]!, reason: hostile[1]! }],
    }),
  ]);
  expect(await page.title()).toBe(`Alphagate: ${hostile.length} of ${hostile.length} layers fail`);
  expect(await page.locator('img, svg[onload], b').count()).toBe(0);
  expect((await namesIn(page)).sort()).toEqual(hostile.map(visibleText).sort());
  expect(messages).toEqual([]);
  expect(requests).toHaveLength(1);
  await page.close();
});
