import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { renderHtml } from '../../src/report/html/render-html.ts';
import type { ReportedOutcome } from '../../src/report/outcome.ts';
import type { Trend } from '../../src/report/trends/trend.ts';
import { startBrowser } from './browser.ts';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A report in a browser, and what the page has done since it was opened. */
export interface OpenPage {
  readonly page: Page;
  /** Of its console, errors among them. */
  readonly messages: readonly string[];
  /** Addresses that were asked for. */
  readonly requests: readonly string[];
  readonly url: string;
  readonly bytes: number;
}

/** Opens reports in a real browser. */
export class ReportPages {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<ReportPages> {
    return new ReportPages(await startBrowser(), await mkdtemp(path.join(tmpdir(), 'alphagate-html-')));
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true });
  }

  async open(
    outcomes: readonly ReportedOutcome[],
    { scheme = 'light', series }: { scheme?: 'light' | 'dark' | undefined; series?: Trend } = {},
  ): Promise<OpenPage> {
    const file = path.join(this.#folder, 'report.html');
    const text = renderHtml(outcomes, series);
    await writeFile(file, text);
    const page = await this.#browser.newPage({ colorScheme: scheme, viewport: { width: 1280, height: 900 } });
    const messages: string[] = [];
    const requests: string[] = [];
    page.on('console', (message) => messages.push(message.text()));
    page.on('pageerror', (error) => messages.push(String(error)));
    page.on('request', (request) => requests.push(request.url()));
    const url = pathToFileURL(file).href;
    await page.goto(url);
    return { page, messages, requests, url, bytes: Buffer.byteLength(text) };
  }
}

/** What axe-core finds wrong with a page. */
export async function violations(page: Page): Promise<string[]> {
  // The page's policy keeps it from adding a script; the debugger may.
  await page.evaluate(await readFile(AXE, 'utf8'));
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: AxeViolation[] }> } };
    const found = await axe.run();
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}

interface AxeViolation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string }[];
}
