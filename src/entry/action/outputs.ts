import { rowName } from '../../metrics/row-name.ts';
import type { Outcome } from '../../pipeline.ts';
import { mean } from '../../report/mean.ts';
import type { Report } from '../../report/report.ts';
import { reportsOf } from '../../report/view-model.ts';
import { VERDICTS } from '../../verdict/verdict.ts';

/** GitHub refuses outputs of more than 1 MiB a job, and counts two bytes for a character. */
const MOST_OUTPUT_CHARACTERS = 200_000;

/** The outputs that speak of the models; of several models taken together. A value that does not exist is empty. */
export function modelOutputs(
  outcomes: readonly Outcome[],
  passed: boolean,
): Readonly<Record<string, string>> {
  const reports = reportsOf(outcomes);
  const layers = reports.flatMap((report) => report.layers);
  const smallest = smallestAlpha(reports);
  return {
    verdict: VERDICTS.find((verdict) => reports.some(({ summary }) => summary.verdict === verdict)) ?? '',
    passed: String(passed),
    'min-alpha': text(smallest?.min_alpha),
    'min-alpha-layer': text(smallest?.min_alpha_layer),
    'mean-alpha': text(mean(layers.map(({ alpha }) => alpha))),
    'failed-layers': listWithin(
      MOST_OUTPUT_CHARACTERS,
      layers
        .filter(({ verdict }) => verdict === 'fail')
        .sort((a, b) => (a.alpha ?? 0) - (b.alpha ?? 0))
        .map((layer) => ({ name: rowName(layer), alpha: layer.alpha, threshold: layer.threshold })),
    ),
    'layers-analyzed': text(layers.length),
  };
}

/** The same where nothing has been judged yet: only the numbers. */
export function numberOutputs(outcomes: readonly Outcome[]): Readonly<Record<string, string>> {
  return { ...modelOutputs(outcomes, false), verdict: '', passed: '', 'failed-layers': '' };
}

/** As much of a list as fits, as JSON. The whole is in the report. */
function listWithin(mostCharacters: number, list: readonly object[]): string {
  const entries: string[] = [];
  let characters = 0;
  for (const entry of list) {
    const json = JSON.stringify(entry);
    characters += json.length + 1;
    if (characters > mostCharacters) break;
    entries.push(json);
  }
  return `[${entries.join(',')}]`;
}

function smallestAlpha(reports: readonly Report[]): Report['summary'] | undefined {
  return reports
    .map(({ summary }) => summary)
    .filter(({ min_alpha }) => min_alpha !== null)
    .toSorted((a, b) => a.min_alpha! - b.min_alpha!)[0];
}

function text(value: string | number | null | undefined): string {
  return value == null ? '' : String(value);
}
