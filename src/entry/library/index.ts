/** The library: what a program can call that imports the package. It prints nothing and leaves no thread behind. */

import { type AlphagateError, ConfigError } from '../../errors.ts';
import type { Outcome, Progress } from '../../pipeline.ts';
import { parseReport, parseReports as readReports } from '../../report/parse-report.ts';
import type { Report, ReportLayer } from '../../report/report.ts';
import { parseConfig as readConfig } from '../../settings/config-file.ts';
import { analyzeReferences } from '../analyze.ts';
import { judgeReports } from '../judge-reports.ts';
import { CONFIG_FILE_NAME } from '../load-config.ts';
import { parseTemplate } from '../load-template.ts';
import { DOCUMENT_FORMATS, type DocumentFormat, render as renderOutcomes } from '../render.ts';
import { checkSettings, type LibrarySettings as Settings } from './check-settings.ts';

export {
  AlphagateError,
  ConfigError,
  type ErrorParts,
  FormatError,
  NumericError,
  SourceError,
} from '../../errors.ts';
export type { DocumentFormat, Progress, Report, ReportLayer, Settings };

/** What a run may be told besides its models and settings. */
export interface AnalyzeOptions {
  /** Ends the run, with all its threads and requests; what it was waiting for rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Whether reports are to carry the points that plots of spectra need, as the format `html` shows them [false]. */
  readonly curves?: boolean | undefined;
  /** The commit that the models belong to; the reports name it. */
  readonly commit?: string | undefined;
  /** Called after each layer. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
  /**
   * Called for each model that could not be read or analysed, while the others go on. Without it the first such error
   * is thrown once all models have been tried.
   */
  readonly onError?: ((error: AnalysisError) => void) | undefined;
}

/** What a document looks like besides its format. */
export interface RenderOptions {
  /** The text of a Handlebars template, by which `markdown` is written [Alphagate’s own]. */
  readonly template?: string | undefined;
}

/** A model that there is no report of. */
export interface AnalysisError {
  /** The model, without what is secret in its address. */
  readonly reference: string;
  readonly error: AlphagateError;
}

/**
 * Analyses models and judges them, with this machine's disk, network and processors: what `alphagate analyze` does.
 * Relative paths begin at the working directory. What settings leave out of credentials and servers comes from the
 * environment, as on the command line; a configuration file is not looked for, see `parseConfig`.
 *
 * @param references paths, folders, globs or addresses (`s3://`, `https://`, `hf://`, `artifact://`), in any number.
 * @param settings what is to be other than the default.
 * @returns a report for each model that the references stand for, in their order. A red verdict is a report like any
 * other: see `summary.passed`.
 * @throws ConfigError when a setting cannot be used, before anything is read.
 * @throws SourceError when a model or the baseline cannot be read; FormatError when it is not what it claims to be;
 * NumericError when a layer could not be computed. See `onError`.
 */
export async function analyze(
  references: string | readonly string[],
  settings: Settings = {},
  options: AnalyzeOptions = {},
): Promise<Report[]> {
  const { signal, curves, commit, onProgress, onError } = options;
  const outcomes = await analyzeReferences(checkReferences(references), checkSettings(settings), {
    ...{ curves, commit },
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress }),
  });
  return reportsOf(outcomes, onError);
}

/**
 * Judges the numbers of reports once more, by another gate: thresholds, accepted layers, baseline. Nothing is analysed
 * anew but a `baseline` that is a model; which layers there are, and how they were computed, stays as the reports say.
 *
 * @param reports one or several, as `analyze` or `parseReports` give them. They are not changed.
 * @param settings the gate: those of the group `gate`, and `baseline`.
 * @param options `signal` ends the reading of the baseline.
 * @returns as many new reports, in the same order.
 * @throws ConfigError when a setting cannot be used; FormatError `NOT_A_REPORT` when a report does not fit the schema;
 * SourceError when the baseline cannot be read.
 */
export async function judge(
  reports: Report | readonly Report[],
  settings: Settings = {},
  options: Pick<AnalyzeOptions, 'signal'> = {},
): Promise<Report[]> {
  return reportsOf(await judgeReports(checkReports(reports), checkSettings(settings), options.signal));
}

/**
 * Writes reports as one document, the same that the command line writes.
 *
 * @param reports one or several. As `json`, one is an object, several are a list.
 * @param format `table` is plain text for people, 120 characters wide; `html` is one page that needs nothing else.
 * @returns the document, with a final line break.
 * @throws ConfigError `UNKNOWN_FORMAT`, or what is wrong with the template and in which line; FormatError
 * `NOT_A_REPORT` when a report does not fit the schema.
 */
export async function render(
  reports: Report | readonly Report[],
  format: DocumentFormat,
  options: RenderOptions = {},
): Promise<string> {
  const { template } = options;
  const outcomes = checkReports(reports).map((report) => ({ kind: 'report', report }) as const);
  return renderOutcomes(outcomes, checkFormat(format), undefined, false, {
    template: template === undefined ? undefined : await parseTemplate(template, 'template'),
  });
}

/**
 * Reads what `render(reports, 'json')` or `alphagate analyze --format json` wrote, in this version or an earlier one.
 *
 * @param text JSON of one report or of a list.
 * @param subject where it was read, for messages.
 * @returns the reports; of one a list of one.
 * @throws FormatError `NOT_A_REPORT` unless every report fits the schema, `dist/report.schema.json` of the package.
 */
export function parseReports(text: string, subject = 'the report'): Report[] {
  return readReports(text, subject);
}

/**
 * Reads the settings in the text of a configuration file, such as `.alphagate.yml`.
 *
 * @param text YAML.
 * @param fileName where it was read, for messages.
 * @returns the settings that it has, for `analyze` and `judge`; what is left out stays at its default.
 * @throws ConfigError `BAD_YAML`, `UNKNOWN_KEY` or `BAD_SETTING`, naming the line or the key.
 */
export function parseConfig(text: string, fileName: string = CONFIG_FILE_NAME): Settings {
  return readConfig(text, fileName);
}

function reportsOf(outcomes: readonly Outcome[], onError?: AnalyzeOptions['onError']): Report[] {
  return outcomes.flatMap((outcome) => {
    if (outcome.kind === 'report') return outcome.report;
    const { reference, error } = outcome;
    if (onError === undefined) throw error;
    onError({ reference, error });
    return [];
  });
}

function checkReferences(references: string | readonly string[]): readonly string[] {
  const all: readonly unknown[] = [references].flat();
  if (all.length > 0 && all.every((reference) => typeof reference === 'string')) return all;
  throw new ConfigError({
    code: 'NO_MODEL',
    subject: 'references',
    problem: all.length === 0 ? 'no model is named' : 'are not all text',
    cure: 'Name a file, a directory, a glob or s3://bucket/key',
  });
}

/** A program may have made its reports itself; what fits no schema cannot be judged or shown. */
function checkReports(reports: Report | readonly Report[]): Report[] {
  return [reports].flat().map((report) => parseReport(JSON.stringify(report) ?? ''));
}

function checkFormat(format: DocumentFormat): DocumentFormat {
  const names = DOCUMENT_FORMATS.map(({ name }) => name);
  if (names.includes(format)) return format;
  throw new ConfigError({
    code: 'UNKNOWN_FORMAT',
    subject: 'format',
    problem: `there is no ${JSON.stringify(format)}`,
    cure: `It must be one of ${names.join(', ')}`,
  });
}
