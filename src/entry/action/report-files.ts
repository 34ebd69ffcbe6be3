import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDocument } from '../../publish/files.ts';
import { renderJson } from '../../report/json.ts';
import { renderMarkdown } from '../../report/markdown.ts';
import { reportsOf } from '../../report/view-model.ts';
import type { Delivery } from './delivery.ts';
import type { Environment } from './environment.ts';

interface ReportFiles {
  /** Empty where it could not be written. */
  readonly json: string;
  readonly markdown: string;
  readonly failure?: string;
}

/** Leaves the report on disk for later steps, which may upload it. */
export async function writeReports(
  { outcomes, proposed }: Pick<Delivery, 'outcomes' | 'proposed'>,
  env: Environment,
): Promise<ReportFiles> {
  const folder = path.join(env['RUNNER_TEMP'] || tmpdir(), `alphagate-${process.pid}`);
  const json = path.join(folder, 'report.json');
  const markdown = path.join(folder, 'report.md');
  try {
    await writeDocument(json, renderJson(reportsOf(outcomes)));
    await writeDocument(markdown, renderMarkdown(outcomes, { proposed }));
    return { json, markdown };
  } catch (error) {
    return { json: '', markdown: '', failure: `The report has no file: ${(error as Error).message}` };
  }
}
