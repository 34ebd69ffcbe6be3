import { FormatError } from '../errors.ts';
import { openArchives } from '../formats/archive/open-archives.ts';
import { MAX_REPORT_BYTES } from '../limits.ts';
import { parseReports } from '../report/parse-report.ts';
import type { Report } from '../report/report.ts';
import { type FileEntry, type Located, readDocument } from '../sources/byte-source.ts';
import { baseName } from '../sources/file-name.ts';
import { isNothingThere } from '../sources/nothing-there.ts';
import { printableReference } from '../sources/reference.ts';

/** What models are compared with: earlier reports, or why there are none. */
export type BaselineReports =
  | { readonly reports: readonly Report[] }
  | { readonly source: string; readonly missing: string };

/** What the action calls the report that it leaves. */
const REPORT_FILE = 'report.json';

/**
 * Reads what a baseline reference stands for: a report, a list of reports, or models, which are analysed.
 *
 * @throws AlphagateError when there is something that cannot be read.
 */
export async function loadBaseline(
  reference: string,
  locate: (reference: string) => Promise<Located>,
  analyze: (reference: string) => Promise<Report[]>,
): Promise<BaselineReports> {
  let report: FileEntry | undefined;
  try {
    report = await findReport(await locate(reference));
  } catch (error) {
    if (!isNothingThere(error)) throw error;
    return { source: printableReference(reference), missing: error.problem };
  }
  if (report !== undefined) return { reports: await readReports(report) };
  return { reports: await analyze(reference) };
}

/** The only file, where it is a report; in an archive, such as an artifact is, also one beside others. */
async function findReport(located: Located): Promise<FileEntry | undefined> {
  const [file] = located.files;
  if (located.files.length > 1 || file === undefined) return undefined;
  if (!file.path.endsWith('.zip')) return isReport(file) ? file : undefined;
  const files = (await openArchives(located)).flatMap((part) => part.files);
  const [only] = files;
  if (files.length === 1 && only !== undefined && isReport(only)) return only;
  return files.find(({ path }) => baseName(path) === REPORT_FILE);
}

/** The report to compare a model with: the only one, or of several the one of a file of the same name. */
export function reportFor(modelName: string, reports: readonly Report[]): Report | undefined {
  return reports.length === 1
    ? reports[0]
    : reports.find(({ model }) => baseName(model.source) === baseName(modelName));
}

function isReport({ path }: FileEntry): boolean {
  return path.endsWith('.json') && !path.endsWith('.index.json');
}

/**
 * Reads the report, or the list of reports, in a file.
 *
 * @param mostBytes how large a file may be that is read.
 * @throws FormatError `NOT_A_REPORT`.
 */
export async function readReports(file: FileEntry, mostBytes = MAX_REPORT_BYTES): Promise<Report[]> {
  if (file.sizeBytes > mostBytes) {
    throw new FormatError({
      code: 'NOT_A_REPORT',
      subject: file.name,
      problem: `has ${file.sizeBytes} bytes, more than the ${mostBytes} of any report`,
      cure: 'Name a report that alphagate analyze --format json wrote',
    });
  }
  return parseReports(await readDocument(file), file.name);
}
