/**
 * Renders every kind of report of the bundled networks and of a published model into `docs/gallery/`, as files and as
 * pictures. Needs Chromium; CHROMIUM names one that is not where Debian puts it.
 */

import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { analyzeReferences } from '../src/entry/analyze.ts';
import type { DocumentFormat } from '../src/entry/cli/commands.ts';
import { render } from '../src/entry/cli/render.ts';
import type { Outcome } from '../src/pipeline.ts';
import { completeSettings } from '../src/settings/resolve.ts';

const GALLERY = 'docs/gallery';

const DEMO = ['examples/demo/mlp3-healthy.safetensors', 'examples/demo/mlp3-overtrained.safetensors'];

/** A network that is compared with its state before it was trained too long. */
const [BEFORE, AFTER] = DEMO as [string, string];

const FILES: readonly (readonly [string, DocumentFormat])[] = [
  ['demo.txt', 'table'],
  ['demo.md', 'markdown'],
  ['demo.csv', 'csv'],
  ['demo.sarif', 'sarif'],
  ['demo.xml', 'junit'],
  ['demo.html', 'html'],
];

interface Picture {
  readonly page: string;
  readonly file: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly height: number;
  /** What of the page is shown [its beginning]. */
  readonly element?: string;
}

const PICTURES: readonly Picture[] = [
  { page: 'demo.html', file: 'report.png', height: 1190 },
  { page: 'demo.html', file: 'report-dark.png', height: 1190, colorScheme: 'dark' },
  { page: 'compared.html', file: 'baseline.png', height: 900, element: '#m0-l0 .plots' },
];

await rm(GALLERY, { recursive: true, force: true });
await mkdir(GALLERY, { recursive: true });

const settings = completeSettings({}, {});
const demo = await analyzeReferences(DEMO, settings, { curves: true });
for (const [file, format] of FILES) await write(file, demo, format);

const compared = await analyzeReferences([AFTER], { ...settings, baseline: BEFORE }, { curves: true });
await write('compared.html', compared, 'html');
await write('compared.md', compared, 'markdown');

const browser = await chromium.launch({
  executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
for (const picture of PICTURES) await take(browser, picture);
await browser.close();

async function write(file: string, outcomes: readonly Outcome[], format: DocumentFormat): Promise<void> {
  await writeFile(path.join(GALLERY, file), await render(outcomes, format, undefined, true));
}

async function take(
  from: Browser,
  { page: name, file, colorScheme, height, element }: Picture,
): Promise<void> {
  const page = await from.newPage({ colorScheme: colorScheme ?? 'light', viewport: { width: 1200, height } });
  await page.goto(pathToFileURL(path.resolve(GALLERY, name)).href);
  const target = path.join(GALLERY, file);
  if (element === undefined) await page.screenshot({ path: target });
  else await page.locator(element).screenshot({ path: target });
  await page.close();
}
