import { createHash } from 'node:crypto';
import { glob, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseReport } from '../../src/report/parse-report.ts';
import type { Report, ReportLayer } from '../../src/report/report.ts';
import { PROJECT, runCli } from '../../test/support/cli.ts';
import { checkpointOf, type EndedRecord } from '../training/train-run.ts';

/** What is kept of a layer of the weights that count. */
const KEPT = ['name', 'N', 'M', 'alpha', 'sigma', 'D', 'p_value', 'trust', 'verdict', 'diagnosis'] as const;

export type AnalyzedLayer = Pick<ReportLayer, (typeof KEPT)[number]>;

/** What Alphagate says of a training's checkpoints. It is kept beside them. */
export interface Analysis {
  /** Of everything that it follows from: the checkpoints and the built Alphagate. */
  readonly fingerprint: string;
  /** After each epoch the alpha of each layer, in their order; null where no power law could be fitted. */
  readonly alphas: readonly (readonly (number | null)[])[];
  /** The layers of the weights that count, their trust assessed. */
  readonly layers: readonly AnalyzedLayer[];
}

/** Exit codes of a run that judged. */
const JUDGED: readonly (number | null)[] = [0, 1];

/** Has the built command line analyse every checkpoint of a training, unless it has done so before. */
export async function analyzeTraining(
  home: string,
  { epochs, outcome }: EndedRecord,
  alphagate: string,
): Promise<Analysis> {
  const shas = epochs.map(({ sha256 }) => sha256);
  const fingerprint = sha256Of(JSON.stringify([alphagate, KEPT, outcome.chosen, shas]));
  const kept = await readAnalysis(home, fingerprint);
  if (kept !== undefined) return kept;
  const files = epochs.map((_, epoch) => checkpointOf(home, epoch));
  const reports = await analyze(files, 'off');
  const [judged] = await analyze([files[outcome.chosen]!], 'all');
  const analysis = {
    fingerprint,
    alphas: reports.map(({ layers }) => layers.map(({ alpha }) => alpha)),
    layers: judged!.layers.map(keptOf),
  };
  const file = path.join(home, 'analysis.json');
  await writeFile(`${file}.new`, JSON.stringify(analysis));
  await rename(`${file}.new`, file);
  return analysis;
}

/** @returns one report for each file, in their order. */
export async function analyze(files: readonly string[], trust: 'all' | 'off'): Promise<Report[]> {
  const options = ['--format', 'json', '--quiet', '--trust', trust];
  const { exitCode, stdout, stderr } = await runCli(['analyze', ...files, ...options]);
  if (!JUDGED.includes(exitCode)) throw new Error(`analyze ended with ${exitCode}: ${stderr.trim()}`);
  const answer: unknown = JSON.parse(stdout);
  const reports = (Array.isArray(answer) ? answer : [answer]).map((report) =>
    parseReport(JSON.stringify(report)),
  );
  if (reports.length !== files.length)
    throw new Error(`${files.length} checkpoints gave ${reports.length} reports`);
  return reports;
}

/** @returns what tells one build of Alphagate from another. */
export async function fingerprintOfAlphagate(): Promise<string> {
  const hash = createHash('sha256');
  const files: string[] = [];
  for await (const file of glob('dist/{cli,chunks,worker}/**/*.js', { cwd: PROJECT })) files.push(file);
  for (const file of files.sort()) hash.update(file).update(await readFile(path.join(PROJECT, file)));
  return hash.digest('hex');
}

export function keptOf(layer: ReportLayer): AnalyzedLayer {
  return Object.fromEntries(KEPT.map((column) => [column, layer[column]])) as unknown as AnalyzedLayer;
}

async function readAnalysis(home: string, fingerprint: string): Promise<Analysis | undefined> {
  try {
    const analysis: Analysis = JSON.parse(await readFile(path.join(home, 'analysis.json'), 'utf8'));
    return analysis.fingerprint === fingerprint ? analysis : undefined;
  } catch {
    // Nothing has been analysed yet.
    return undefined;
  }
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
