import { tmpdir } from 'node:os';
import path from 'node:path';
import { HISTORY_FILE } from '../../pipeline/load-history.ts';
import { writeDocument } from '../../publish/files.ts';
import { renderCsv } from '../../report/csv.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { renderSarif } from '../../report/sarif.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Delivery } from '../github/delivery.ts';
import type { Environment } from '../github/environment.ts';
import { historyForArtifact } from './history.ts';

interface ReportFiles {
  /** All that could be written. */
  readonly written: readonly string[];
  /** By the output that names it: empty where it could not be written. */
  readonly outputs: Readonly<Record<FileOutput, string>>;
  readonly failure?: string;
}

type FileOutput = 'report-json' | 'report-html' | 'report-markdown' | 'report-csv' | 'report-sarif';

/** Leaves the report on disk for later steps, which may upload it, and the history where it goes with it. */
export async function writeReports(
  { outcomes, proposed, template, history }: Pick<Delivery, 'outcomes' | 'proposed' | 'template' | 'history'>,
  settings: Settings,
  env: Environment,
): Promise<ReportFiles> {
  const folder = path.join(env['RUNNER_TEMP'] || tmpdir(), `alphagate-${process.pid}`);
  const documents: readonly [FileOutput, string, () => string | Promise<string>][] = [
    ['report-json', 'report.json', () => renderJson(reportsOf(outcomes))],
    [
      'report-html',
      'report.html',
      async () => (await import('../../report/html/render-html.ts')).renderHtml(outcomes),
    ],
    ['report-markdown', 'report.md', () => renderMarkdown(outcomes, { proposed, template })],
    ['report-csv', 'report.csv', () => renderCsv(reportsOf(outcomes))],
    ['report-sarif', 'report.sarif', () => renderSarif(outcomes)],
  ];
  const outputs = {
    'report-html': '',
    'report-json': '',
    'report-markdown': '',
    'report-csv': '',
    'report-sarif': '',
  };
  try {
    for (const [output, name, render] of documents) {
      const file = path.join(folder, name);
      await writeDocument(file, await render());
      outputs[output] = file;
    }
    const chained = historyForArtifact({ outcomes, history }, settings);
    if (chained === undefined) return { written: Object.values(outputs), outputs };
    const file = path.join(folder, HISTORY_FILE);
    await writeDocument(file, chained);
    return { written: [...Object.values(outputs), file], outputs };
  } catch (error) {
    const written = Object.values(outputs).filter((file) => file !== '');
    return { written, outputs, failure: `The report has no file: ${(error as Error).message}` };
  }
}
