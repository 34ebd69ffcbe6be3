import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeDocument } from '../../publish/files.ts';
import { openInBrowser } from '../../publish/open-in-browser.ts';
import { plainText } from '../../report/escape.ts';

/**
 * Shows the report in the browser, or says where it is.
 *
 * @param written the page, where it was written already; else it is put into the folder for temporary files.
 */
export async function showPage(written: string | undefined, render: () => Promise<string>): Promise<void> {
  const file = written ?? path.join(await mkdtemp(path.join(tmpdir(), 'alphagate-')), 'report.html');
  if (written === undefined) await writeDocument(file, await render());
  const reason = await openInBrowser(file, process.env);
  const where = `the report is in ${file}`;
  process.stderr.write(
    `alphagate: ${plainText(reason === undefined ? where : `not opened: ${reason}; ${where}`)}\n`,
  );
}
