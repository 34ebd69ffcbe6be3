import { expect, test } from '@jest/globals';
import { renderCsv } from '../../../src/report/csv.ts';
import { buildTestReport, failingLayer, reportLayer } from '../../support/report-builder.ts';

/** The rows of CSV without quotes, each by its columns. */
function rowsOf(csv: string): Readonly<Record<string, string>>[] {
  const [head, ...rows] = csv
    .trimEnd()
    .split('\r\n')
    .map((line) => line.split(','));
  return rows.map((cells) => Object.fromEntries(head!.map((column, index) => [column, cells[index]!])));
}

test('a row has the diagnoses and the numbers behind them', () => {
  const sick = {
    ...failingLayer('a'),
    trust: 'low' as const,
    trust_reasons: ['its tail is short', 'it is no power law'],
    diagnosis: ['over-trained' as const, 'correlation-trap' as const],
    outliers: 2,
    alpha_without_outliers: 1.75,
    correlation_traps: 1,
  };
  const [first, second] = rowsOf(renderCsv([buildTestReport([sick, reportLayer({ longname: 'b' })])]));
  expect(first).toMatchObject({
    trust: 'low',
    trust_reasons: 'its tail is short; it is no power law',
    diagnosis: 'over-trained; correlation-trap',
    numerical_rank: '100',
    outliers: '2',
    alpha_without_outliers: '1.75',
    correlation_traps: '1',
  });
  expect(second).toMatchObject({ diagnosis: '', outliers: '', correlation_traps: '', trust_reasons: '' });
});
