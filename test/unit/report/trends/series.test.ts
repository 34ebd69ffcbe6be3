import { describe, expect, test } from '@jest/globals';
import { renderHtml } from '../../../../src/report/html/render-html.ts';
import { boundsOf } from '../../../../src/report/plots/alpha-axis.ts';
import { drawPlot } from '../../../../src/report/plots/plot.ts';
import { MOST_LINES, trendPlot } from '../../../../src/report/plots/trend-plot.ts';
import { seriesMarkdown, seriesTable } from '../../../../src/report/trends/render-series.ts';
import { seriesOf } from '../../../../src/report/trends/series.ts';
import { plottedLayer } from '../../../support/plotted-model.ts';
import { analyzed, reportLayer, unreadable } from '../../../support/report-builder.ts';

const checkpoint = (step: number, alphas: Readonly<Record<string, number | null>>) =>
  analyzed(
    Object.entries(alphas).map(([longname, alpha]) => reportLayer({ longname, alpha })),
    { source: `ckpt-${step}.pt` },
  );

const THREE = [
  checkpoint(100, { steady: 3, falls: 1.8, returns: 2.5, none: null }),
  checkpoint(9, { steady: 3.5, falls: 4, returns: 4, none: null }),
  checkpoint(20, { steady: 2.9, falls: 1.9, returns: 1.5, none: null }),
];

describe('a series of checkpoints', () => {
  const series = seriesOf(THREE);

  test('is in the order of the steps, whatever order the checkpoints came in', () => {
    expect(series.outcomes.map(({ report }) => report.model.source)).toEqual([
      'ckpt-9.pt',
      'ckpt-20.pt',
      'ckpt-100.pt',
    ]);
    expect(series.trend.points.map(({ at }) => at)).toEqual([9, 20, 100]);
  });

  test('tells of each layer where it began, was lowest and ended, and when it fell below its threshold', () => {
    expect(series.trend.layers).toMatchObject([
      {
        name: 'falls',
        first: 4,
        lowest: { alpha: 1.8, at: 100 },
        last: 1.8,
        below: { at: 20, recovered: false },
      },
      {
        name: 'returns',
        first: 4,
        lowest: { alpha: 1.5, at: 20 },
        last: 2.5,
        below: { at: 20, recovered: true },
      },
      { name: 'steady', first: 3.5, lowest: { alpha: 2.9, at: 20 }, last: 3, below: null },
      { name: 'none', alphas: [null, null, null], first: null, lowest: null, last: null, below: null },
    ]);
  });

  test('is a table for the terminal', () => {
    expect(seriesTable(series, false)).toMatchInlineSnapshot(`
"SERIES  step 9 to 100: 2 of 4 layers below the threshold, from step 20 on, 1 at the end

layer    first       lowest   last  below its threshold from step
falls    4.000  1.800 (100)  1.800                             20
returns  4.000   1.500 (20)  2.500             20, not at the end
steady   3.500   2.900 (20)  3.000                              –
none         –            –      –                              –

pass          ckpt-9.pt: all 4 layers pass
pass          ckpt-20.pt: all 4 layers pass
pass          ckpt-100.pt: all 4 layers pass
"
`);
  });

  test('is a table in Markdown, in which names are code', () => {
    const hostile = seriesOf([checkpoint(1, { '<b>|@me`': 3 }), checkpoint(2, { '<b>|@me`': 1 })]);
    expect(seriesMarkdown(hostile)).toMatchInlineSnapshot(`
"## Alphagate: series of 2 checkpoints

step 1 to 2: 1 of 1 layer below the threshold, from step 2 on

| layer | first | lowest | last | below its threshold from step |
|:---|---:|---:|---:|---:|
| \`\` <b>\\|@me\` \`\` | 3.000 | 1.000 (2) | 1.000 | 2 |

| checkpoint | verdict | |
|:---|:---|:---|
| \`ckpt-1.pt\` | pass | the layer passes |
| \`ckpt-2.pt\` | pass | the layer passes |
"
`);
  });

  test('keeps a checkpoint that could not be read in its place, and draws the others', () => {
    const { outcomes, trend } = seriesOf([...THREE, unreadable('ckpt-50.pt', 'ckpt-50.pt: is cut short')]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['report', 'report', 'error', 'report']);
    expect(trend.points.map(({ at }) => at)).toEqual([9, 20, 100]);
    expect(seriesTable({ outcomes, trend }, false)).toMatch(/error +ckpt-50\.pt/);
  });

  test('of names without steps is numbered, in the natural order of the names', () => {
    const named = ['final.pt', 'b10.pt', 'b9.pt'].map((source) => analyzed([reportLayer()], { source }));
    const { trend } = seriesOf(named);
    expect(trend).toMatchObject({
      axis: 'checkpoint',
      points: [
        { at: 1, name: 'b9.pt' },
        { at: 2, name: 'b10.pt' },
        { at: 3, name: 'final.pt' },
      ],
    });
  });

  test('takes the words of WeightWatcher for no alpha, −1 and 0, for none', () => {
    const { trend } = seriesOf([checkpoint(1, { a: -1 }), checkpoint(2, { a: 0 }), checkpoint(3, { a: 3 })]);
    expect(trend.layers[0]).toMatchObject({ alphas: [null, null, 3], below: null });
  });

  test('of nothing that could be read has nothing to draw', () => {
    const { trend, outcomes } = seriesOf([unreadable('ckpt-1.pt', 'is cut short')]);
    expect(seriesTable({ trend, outcomes }, false)).toMatch(/no step could be analysed/);
    expect(drawPlot(trendPlot(trend, trend.layers, boundsOf({})))).not.toMatch(/NaN|Infinity/);
    expect(renderHtml(outcomes, trend)).toContain('no step could be analysed');
  });

  test('of many layers has the curves of its last checkpoint only', () => {
    const layers = Array.from({ length: 600 }, (_, index) => plottedLayer(3, { longname: `l${index}` }, 2));
    const { outcomes } = seriesOf([2, 1].map((step) => analyzed(layers, { source: `ckpt-${step}.pt` })));
    expect(outcomes.map(({ report }) => report.layers.filter(({ curves }) => curves).length)).toEqual([
      0, 600,
    ]);
    const few = seriesOf([2, 1].map((step) => analyzed(layers.slice(0, 3), { source: `ckpt-${step}.pt` })));
    expect(few.outcomes.every(({ report }) => report.layers.every(({ curves }) => curves))).toBe(true);
  });
});

describe('the plot of a trend', () => {
  test('has a line and a point for each alpha that there is, and the bounds', () => {
    const { trend } = seriesOf([
      checkpoint(1, { a: 4, b: null }),
      checkpoint(2, { a: null, b: 3 }),
      checkpoint(4, { a: 3, b: 2 }),
    ]);
    const { marks } = trendPlot(trend, trend.layers, { minAlpha: 2, maxAlpha: 6 });
    expect(marks.filter(({ kind }) => kind === 'horizontal')).toHaveLength(2);
    expect(marks.flatMap((mark) => (mark.kind === 'points' ? [[mark.role, mark.points]] : []))).toEqual([
      [
        'line-0',
        [
          [2, 3],
          [4, 2],
        ],
      ],
      [
        'line-1',
        [
          [1, 4],
          [4, 3],
        ],
      ],
    ]);
  });

  test('has no more lines than can be told apart, in a legend that wraps', () => {
    const names = Array.from({ length: 20 }, (_, index) => `model.encoder.layers.${index}.self_attn.q_proj`);
    const { trend } = seriesOf(
      [1, 2].map((step) => checkpoint(step, Object.fromEntries(names.map((name) => [name, 3])))),
    );
    const svg = drawPlot(trendPlot(trend, trend.layers, { minAlpha: 2, maxAlpha: 6 }));
    expect(svg.match(/<path class="line/g)).toHaveLength(MOST_LINES);
    const heights = new Set(
      [...svg.matchAll(/class="key[^>]*>.*?<text x="[^"]*" y="([^"]*)"/g)].map(([, y]) => y),
    );
    expect(heights.size).toBeGreaterThan(1);
  });
});
