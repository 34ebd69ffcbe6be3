import { createRequire } from 'node:module';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { COMMENT_BUDGET_BYTES, renderMarkdown } from '../../src/report/markdown.ts';
import { startBrowser } from '../support/browser.ts';
import { nodesOfType, parseMarkdown } from '../support/markdown-tree.ts';
import { analyzed, failingLayer, reportLayer } from '../support/report-builder.ts';

const MERMAID = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await startBrowser();
  page = await browser.newPage();
  await page.addScriptTag({ path: MERMAID });
});

afterAll(() => browser.close());

interface Mermaid {
  parse(text: string): Promise<{ diagramType: string }>;
  render(id: string, text: string): Promise<{ svg: string }>;
}

/** What Mermaid makes of a diagram: its type, and how many sets of bars and how many lines it draws. */
function drawn(diagram: string): Promise<{ type: string; bars: number; lines: number }> {
  return page.evaluate(async (text: string) => {
    const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
    const { diagramType } = await mermaid.parse(text);
    const { svg } = await mermaid.render('chart', text);
    const plots = (kind: string) => new Set(svg.match(new RegExp(`${kind}-plot-\\d+`, 'g'))).size;
    return { type: diagramType, bars: plots('bar'), lines: plots('line') };
  }, diagram);
}

describe.each([6, 50, 500, 10_000])('the chart of a model of %d layers', (total) => {
  const layers = Array.from({ length: total }, (_, index) =>
    index % 50 === 1
      ? failingLayer(`l${index}`)
      : reportLayer({ longname: `l${index}`, alpha: 2 + (index % 40) / 5 }),
  );

  test('is drawn by Mermaid: alpha and the two bounds, and the baseline where there is one', async () => {
    const chartOf = (delta: number | null) => {
      const text = renderMarkdown([analyzed(layers.map((layer) => ({ ...layer, delta })))], {
        budgetBytes: COMMENT_BUDGET_BYTES,
      });
      const [chart] = nodesOfType(parseMarkdown(text), 'code').filter(({ lang }) => lang === 'mermaid');
      return chart!.value!;
    };
    expect(await drawn(chartOf(null))).toEqual({ type: 'xychart', bars: 1, lines: 2 });
    expect(await drawn(chartOf(-0.5))).toEqual({ type: 'xychart', bars: 1, lines: 3 });
  });
});

test('Mermaid refuses what is no diagram', async () => {
  await expect(drawn('xychart-beta\n  line [1, two]')).rejects.toThrow();
});
