import { describe, expect, test } from '@jest/globals';
import { MAX_HISTORY_BYTES, MAX_HISTORY_RUNS } from '../../../../src/limits.ts';
import {
  type History,
  type HistoryRun,
  parseHistory,
  renderHistory,
  runOf,
  withRuns,
} from '../../../../src/report/history/history.ts';
import { historyOf } from '../../../../src/report/history/history-of.ts';
import { historyTrend } from '../../../../src/report/history/history-trend.ts';
import { renderHtml } from '../../../../src/report/html/render-html.ts';
import { renderMarkdown } from '../../../../src/report/markdown.ts';
import { renderTable } from '../../../../src/report/terminal.ts';
import { sparkline } from '../../../../src/report/trends/sparkline.ts';
import { parseMarkdown } from '../../../support/markdown-tree.ts';
import { buildTestReport, reportLayer } from '../../../support/report-builder.ts';

const run = (day: number, parts: Partial<HistoryRun> = {}): HistoryRun => ({
  time: `2026-01-${String(day).padStart(2, '0')}T00:00:00.000Z`,
  commit: `${day}`.padStart(40, '0'),
  model: 'model.safetensors',
  identity: `sha256:${day}`,
  verdict: 'pass',
  layers: [['fc1', 3 + day / 10]],
  ...parts,
});

describe('a history', () => {
  test('is read as it was written', () => {
    const history = [
      run(1),
      run(2, {
        commit: null,
        layers: [
          ['__proto__', null],
          ['1', 2],
        ],
      }),
    ];
    expect(parseHistory(renderHistory(history), 'h')).toEqual(history);
    expect(parseHistory(renderHistory([]), 'h')).toEqual([]);
  });

  test('records of a report the alphas, to six digits', () => {
    const report = buildTestReport([
      reportLayer({ longname: 'a', alpha: 2.123456789 }),
      reportLayer({ longname: 'b', alpha: null, slice_id: 2 }),
    ]);
    const facts = { time: new Date('2026-01-02T03:04:05Z'), commit: 'c'.repeat(40) };
    expect(runOf(report, facts)).toEqual({
      time: '2026-01-02T03:04:05.000Z',
      commit: 'c'.repeat(40),
      model: 'model.safetensors',
      identity: 'sha256:00',
      verdict: 'pass',
      layers: [
        ['a', 2.12346],
        ['b [2]', null],
      ],
    });
  });

  test.each<[string, string]>([
    ['is cut short', renderHistory([run(1)]).slice(0, -20)],
    ['is of a later version', renderHistory([]).replace(':1', ':2')],
    ['is a report', JSON.stringify(buildTestReport([]))],
    ['has a word for an alpha', renderHistory([run(1)]).replace('3.1', '"high"')],
    ['has a key more', renderHistory([run(1)]).replace('"commit"', '"extra":1,"commit"')],
    ['has more runs than any', renderHistory(Array.from({ length: MAX_HISTORY_RUNS + 1 }, () => run(1)))],
    ['nests without end', '['.repeat(100_000)],
  ])('that %s is refused', (_, text) => {
    expect(() => parseHistory(text, 'h.json')).toThrow(
      expect.objectContaining({ code: 'NOT_A_HISTORY', subject: 'h.json' }),
    );
  });

  test('keeps the last runs of each model', () => {
    let history: History = [run(1, { model: 'other.pt' })];
    for (let day = 1; day <= 9; day++) history = withRuns(history, [run(day)], 3);
    expect(history.map(({ model, time }) => [model, time.slice(8, 10)])).toEqual([
      ['other.pt', '01'],
      ['model.safetensors', '07'],
      ['model.safetensors', '08'],
      ['model.safetensors', '09'],
    ]);
  });

  test('has a run once that is repeated, and twice where its content or its commit differs', () => {
    const history = withRuns([run(1)], [{ ...run(1), time: run(5).time }], 20);
    expect(history.map(({ time }) => time)).toEqual([run(5).time]);
    expect(withRuns([run(1)], [{ ...run(1), identity: 'sha256:other' }], 20)).toHaveLength(2);
    expect(withRuns([run(1)], [{ ...run(1), commit: null }], 20)).toHaveLength(2);
  });

  test('never becomes too large to be read again: the oldest runs go', () => {
    const layers = Array.from({ length: 2000 }, (_, index): [string, number] => [
      `${index}`.padEnd(1000, 'ü'),
      3,
    ]);
    const text = renderHistory(Array.from({ length: 20 }, (_, day) => run(day + 1, { layers })));
    expect(new TextEncoder().encode(text).length).toBeLessThanOrEqual(MAX_HISTORY_BYTES);
    const kept = parseHistory(text, 'h');
    expect(kept.length).toBeLessThan(20);
    expect(kept.at(-1)?.time).toBe(run(20).time);
  });
});

describe('the earlier runs of a model', () => {
  const report = (source: string, parts = {}) => buildTestReport([reportLayer()], { source, ...parts });

  test('are those of its reference', () => {
    const history = [run(1, { model: 'a/m.pt' }), run(2, { model: 'b/m.pt' })];
    expect(historyOf(report('b/m.pt'), history, ['b/m.pt'])).toEqual([history[1]]);
  });

  test('are those of its file name, where the way to it is another each time', () => {
    const history = [run(1, { model: 's3://runs/1/m.pt' }), run(2, { model: 's3://runs/2/m.pt' })];
    expect(historyOf(report('s3://runs/3/m.pt'), history, ['s3://runs/3/m.pt'])).toEqual(history);
    expect(historyOf(report('s3://runs/3/n.pt'), history, ['s3://runs/3/n.pt'])).toEqual([]);
  });

  test('are none where two models have that file name', () => {
    const history = [run(1, { model: 's3://runs/1/m.pt' })];
    expect(historyOf(report('x/m.pt'), history, ['x/m.pt', 'y/m.pt'])).toEqual([]);
    const both = [run(1, { model: 'a/m.pt' }), run(1, { model: 'b/m.pt' })];
    expect(historyOf(report('c/m.pt'), both, ['c/m.pt'])).toEqual([]);
  });

  test('are not the one that is being repeated', () => {
    const history = [run(1), run(2)];
    const again = buildTestReport([reportLayer()], { commit: run(2).commit! });
    const same = { ...again, model: { ...again.model, identity: run(2).identity } };
    expect(historyOf(same, history, ['model.safetensors'])).toEqual([history[0]]);
  });
});

describe('reports show a history', () => {
  const layers = [
    reportLayer({ longname: 'steady', alpha: 3 }),
    reportLayer({ longname: '<i>@a|b', alpha: 1.5, verdict: 'fail', reasons: ['low'] }),
  ];
  const report = buildTestReport(layers, { commit: 'd'.repeat(40) });
  const history = [1, 2, 3].map((day) =>
    run(day, {
      layers: [
        ['steady', 3],
        ['<i>@a|b', 3 - day / 2 + 0.5],
        ['gone', 4],
      ],
    }),
  );
  const outcome = { kind: 'report', report, history } as const;

  test('as a trend that ends in this run', () => {
    const trend = historyTrend(report, history);
    expect(trend.points.map(({ at, name }) => [at, name])).toEqual([
      [1, '2026-01-01T00:00:00.000Z 0000000'],
      [2, '2026-01-02T00:00:00.000Z 0000000'],
      [3, '2026-01-03T00:00:00.000Z 0000000'],
      [4, 'this run ddddddd'],
    ]);
    expect(trend.layers.map(({ name, alphas }) => [name, alphas])).toEqual([
      ['<i>@a|b', [3, 2.5, 2, 1.5]],
      ['steady', [3, 3, 3, 3]],
    ]);
  });

  test('in Markdown as small bars, in a fold', () => {
    const markdown = renderMarkdown([outcome]);
    expect(markdown).toContain('<summary>Alpha over the last 4 runs</summary>');
    expect(markdown).toMatch(/\| `<i>@a\\\|b` \| █▆▃▁ \| 3\.000 \| 1\.500 \|/);
    expect(markdown).toMatch(/\| `steady` \| ████ \| 3\.000 \| 3\.000 \|/);
    const tables = (parseMarkdown(markdown).children ?? []).filter(({ type }) => type === 'table');
    expect(tables).toHaveLength(2);
    expect(renderMarkdown([{ ...outcome, history: [] }])).not.toContain('runs</summary>');
  });

  test('on the terminal as small bars', () => {
    const text = renderTable([outcome], { color: false, width: 120, verbose: false });
    expect(text).toMatch(
      /^last 4 runs +alpha +from +to\n<i>@a\|b +█▆▃▁ +3\.000 +1\.500\nsteady +████ +3\.000 +3\.000$/m,
    );
    const first = renderTable([{ ...outcome, history: [] }], { color: false, width: 120, verbose: false });
    expect(first).not.toContain('runs');
  });

  test('in HTML as a plot, in the section of the model', () => {
    const html = renderHtml([outcome]);
    expect(html).toContain('Alpha over the last 4 runs</h3>');
    expect(html.match(/<g class="points line-0">(?:<circle [^>]*>){4}<\/g>/g)).toHaveLength(1);
    expect(html).not.toContain('<i>');
    expect(renderHtml([{ ...outcome, history: [] }])).not.toContain('class="trend"');
  });
});

test('a sparkline has a bar for each number, a dot for none, and no bar outside its range', () => {
  expect(sparkline([1, 3, null, 2], [1, 3])).toBe('▁█·▅');
  expect(sparkline([0, 9], [1, 3])).toBe('▁█');
  expect(sparkline([2, 2], [2, 2])).toBe('▁▁');
  expect(sparkline([], [Infinity, -Infinity])).toBe('');
});
