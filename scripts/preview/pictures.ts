/** Pictures of reports, taken in Chromium. */

import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { githubPage } from './github-page.ts';

const MERMAID = createRequire(import.meta.url).resolve('mermaid/dist/mermaid.min.js');

export interface Picture {
  /** A page of HTML, or Markdown, which is shown as GitHub does. */
  readonly of: string;
  readonly file: string;
  readonly colorScheme?: 'light' | 'dark';
  /** Of a page of HTML: how much of its beginning is shown, in pixels. */
  readonly height?: number;
  /** What of the page is shown [its beginning]. */
  readonly element?: string;
}

/** @param folder holds the reports, and gets the pictures. */
export async function takePictures(folder: string, pictures: readonly Picture[]): Promise<void> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  });
  try {
    for (const picture of pictures) await take(browser, folder, picture);
  } finally {
    await browser.close();
  }
}

async function take(browser: Browser, folder: string, picture: Picture): Promise<void> {
  const { of, file, colorScheme = 'light', height = 600, element } = picture;
  const isComment = of.endsWith('.md');
  const page = await browser.newPage({ colorScheme, viewport: { width: isComment ? 814 : 1200, height } });
  const source = path.resolve(folder, of);
  if (isComment) await showComment(page, await readFile(source, 'utf8'), colorScheme);
  else await page.goto(pathToFileURL(source).href);
  const target = path.join(folder, file);
  const part = element ?? (isComment ? 'body' : undefined);
  if (part === undefined) await page.screenshot({ path: target });
  else await page.locator(part).screenshot({ path: target });
  await page.close();
}

interface Mermaid {
  initialize(options: object): void;
  run(): Promise<void>;
}

async function showComment(page: Page, markdown: string, colorScheme: 'light' | 'dark'): Promise<void> {
  await page.setContent(githubPage(markdown));
  await page.addScriptTag({ path: MERMAID });
  await page.evaluate(
    async (theme) => {
      const { mermaid } = globalThis as unknown as { mermaid: Mermaid };
      mermaid.initialize({ startOnLoad: false, theme });
      await mermaid.run();
    },
    colorScheme === 'dark' ? 'dark' : 'default',
  );
}
