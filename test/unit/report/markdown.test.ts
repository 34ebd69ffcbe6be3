import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { COMMENT_BUDGET_BYTES, renderMarkdown, SUMMARY_BUDGET_BYTES } from '../../../src/report/markdown.ts';
import type { ReportedOutcome } from '../../../src/report/outcome.ts';
import type { ReportLayer } from '../../../src/report/report.ts';
import { hostileName } from '../../support/hostile-names.ts';
import {
  type MarkdownNode,
  nodesOfType,
  parseMarkdown,
  rowsOf,
  textOf,
} from '../../support/markdown-tree.ts';
import { analyzed, failingLayer, reportLayer, unreadable } from '../../support/report-builder.ts';

const MARKER = '<!-- alphagate: test / gate -->';

const byteLength = (text: string) => Buffer.byteLength(text);

/** Every 10th layer fails and every 7th is inconclusive, in an order that is not the one of alphas. */
function manyLayers(total: number): ReportLayer[] {
  return Array.from({ length: total }, (_, index) => {
    const longname = `model.layers.${index}.self_attn.q_proj`;
    if (index % 10 === 3) return failingLayer(longname, 1 + ((index * 7919) % total) / total);
    if (index % 7 === 5)
      return reportLayer({ longname, alpha: 1.9, verdict: 'inconclusive', reasons: ['too few eigenvalues'] });
    return reportLayer({ longname });
  });
}

const biases = (total: number) =>
  Array.from({ length: total }, (_, index) => ({ name: `layers.${index}.bias`, reason: '1-d' }));

const nameOf = (cells: readonly string[]) => cells[1]!.split(' · ')[0];

/** Rows of all tables without their heads, and of how many rows the text says that it leaves them out. */
function tablesOf(text: string) {
  const rows = nodesOfType(parseMarkdown(text), 'table').flatMap((table) => rowsOf(table).slice(1));
  const cut = [...text.matchAll(/^(\d+) more in the full report\./gm)];
  return { rows, cut: cut.reduce((sum, [, number]) => sum + Number(number), 0) };
}

function expectBalanced(text: string): void {
  const tags = [...text.matchAll(/<(\/?)(details|summary|sub)>/g)].map(([tag]) => tag);
  const open: string[] = [];
  for (const tag of tags) {
    if (tag.startsWith('</')) expect(open.pop()).toBe(tag.replace('/', ''));
    else open.push(tag);
  }
  expect(open).toEqual([]);
}

describe('the report of a model', () => {
  test('that fails begins with the verdict and says why in one sentence', () => {
    const text = renderMarkdown([
      analyzed([failingLayer('fc1', 1.44), reportLayer({ longname: 'fc2' })], { skipped: biases(2) }),
    ]);
    expect(text).toBe(`## ❌ Alphagate: 1 of 2 layers fails

> [!CAUTION]
> Layer \`fc1\` of \`model.safetensors\`: alpha 1.44 is below 2: over-trained.

1 fails · 1 passes · 2 tensors not analysed

| | Layer, N×M | alpha | D |
|---|:---|---:|---:|
| ❌ | \`fc1\` · 300×100 | 1.440\u00a0±\u00a00.100 | 0.050 |
| ✅ | \`fc2\` · 300×100 | 3.000\u00a0±\u00a00.100 | 0.050 |

<details><summary>2 tensors were not analysed</summary>

- \`layers.0.bias\`, \`layers.1.bias\`: 1-d

</details>

<sub>mean alpha 2.220 · safetensors · 1.2 MB</sub>

<sub>alpha: exponent of the power law in a layer's eigenvalues, ± standard error. 2 to 6 is well trained, below 2 over-trained, above 6 hardly trained. D: distance between the law and the data. Alphagate 0.1.0</sub>
`);
  });

  test('that passes warns of nothing', () => {
    const text = renderMarkdown([analyzed([reportLayer(), reportLayer({ longname: 'fc2' })])]);
    expect(text).toMatch(/^## ✅ Alphagate: all 2 layers pass\n/);
    expect(text).not.toMatch(/\[!|❌|<br>/);
    expect(text).toContain('Every alpha of `model.safetensors` lies within its bounds.');
  });

  test('gives the reasons of all layers to look at when there are several, the worst first', () => {
    const text = renderMarkdown([
      analyzed([
        reportLayer({
          longname: 'w',
          alpha: 7,
          verdict: 'warn',
          reasons: ['alpha 7 is above 6: hardly trained'],
        }),
        failingLayer('b', 1.6),
        reportLayer({
          longname: 'i',
          verdict: 'inconclusive',
          alpha: null,
          sigma: null,
          D: null,
          reasons: ['zero'],
        }),
        failingLayer('a', 1.2),
      ]),
    ]);
    expect(text).toContain(
      'The worst is layer `a` of `model.safetensors`: alpha 1.2 is below 2: over-trained.',
    );
    expect(rowsOf(parseMarkdown(text)).slice(1)).toEqual([
      ['❌', 'a · 300×100<br>below 2: over-trained', '1.200\u00a0±\u00a00.100', '0.050'],
      ['❌', 'b · 300×100<br>below 2: over-trained', '1.600\u00a0±\u00a00.100', '0.050'],
      ['❓', 'i · 300×100<br>zero', '–', '–'],
      ['⚠️', 'w · 300×100<br>above 6: hardly trained', '7.000\u00a0±\u00a00.100', '0.050'],
    ]);
  });

  test('never rounds an alpha onto the threshold that it misses', () => {
    const text = renderMarkdown([analyzed([failingLayer('fc1', 1.99999)])]);
    expect(rowsOf(parseMarkdown(text))[1]![2]).toMatch(/^1\.99999/);
  });

  test('compares with the baseline where there is one', () => {
    const baseline = { source: 'main.json', identity: 'x', commit: 'abcdef0123' };
    const compared = [reportLayer({ delta: -0.25 }), reportLayer({ longname: 'new' })];
    const rows = rowsOf(parseMarkdown(renderMarkdown([analyzed(compared, { baseline })])));
    expect(rows.map((cells) => cells[3])).toEqual(['Δ', '−0.250', '–']);
    expect(renderMarkdown([analyzed(compared, { baseline })])).toMatch(
      /baseline main\.json at abcdef\u200b0 · /,
    );
    const missing = { source: 'main.json', missing: 'does not exist' };
    expect(renderMarkdown([analyzed([reportLayer()], { baseline: missing })])).toContain(
      'no baseline: main.json does not exist',
    );
  });

  test('names diagnoses that the reasons do not', () => {
    const reasons = ['alpha 1.9 is below 2, but by less than 2·sigma (sigma 0.1)'];
    const layer = (longname: string) =>
      reportLayer({ longname, alpha: 1.9, verdict: 'warn', reasons, diagnosis: ['rank-collapse'] });
    expect(renderMarkdown([analyzed([layer('a'), layer('b')])])).toContain(
      '`b` · 300×100<br>rank collapse; below 2, but by less than 2·sigma (sigma 0.1) |',
    );
  });

  test('shows trust labels where there are any, and then does not repeat them in words', () => {
    const trusted = (longname: string) => ({
      ...failingLayer(longname),
      trust: 'low' as const,
      reasons: ['alpha 1.5 is below 2: over-trained', 'trust low: its tail is short'],
    });
    const rows = rowsOf(
      parseMarkdown(renderMarkdown([analyzed([trusted('a'), trusted('b'), reportLayer()])])),
    );
    expect(rows.map((cells) => cells[3])).toEqual(['Trust', 'low', 'low', '–']);
    expect(rows[2]![1]).toBe('b · 300×100<br>below 2: over-trained; its tail is short');
  });

  test('lists layers that pass and changed after those that do not pass, the greatest change first', () => {
    const layers = Array.from({ length: 20 }, (_, index) =>
      reportLayer({ longname: `l${index}`, delta: index === 7 ? -0.5 : index === 9 ? 0.9 : 0.28 }),
    );
    const text = renderMarkdown([analyzed([...layers, { ...failingLayer('bad'), delta: 0.0001 }])]);
    const [listed, folded] = nodesOfType(parseMarkdown(text), 'table').map((table) => rowsOf(table).slice(1));
    expect(listed!.map((cells) => [nameOf(cells), cells[3]])).toEqual([
      ['bad', '0'],
      ['l9', '+0.900'],
      ['l7', '−0.500'],
    ]);
    expect(folded).toHaveLength(18);
    expect(text).toContain('1 fails · 20 pass · 2 changed\n');
    expect(text).toContain('<summary>18 more of 21 layers pass</summary>');
  });

  test('lists ten changed layers at most, since fine-tuning changes them all', () => {
    const layers = Array.from({ length: 500 }, (_, index) =>
      reportLayer({ longname: `l${index}`, delta: 1 + index }),
    );
    const text = renderMarkdown([analyzed(layers)], { budgetBytes: COMMENT_BUDGET_BYTES });
    const [listed] = nodesOfType(parseMarkdown(text), 'table').map((table) => rowsOf(table).slice(1));
    expect(listed!.map(nameOf)).toEqual(Array.from({ length: 10 }, (_, index) => `l${499 - index}`));
    const { rows, cut } = tablesOf(text);
    expect(rows.length + cut).toBe(500);
  });

  test('is the same whenever the same model is analysed', () => {
    const of = (total_ms: number) => renderMarkdown([analyzed([reportLayer()], { timing: { total_ms } })]);
    expect(of(1)).toBe(of(98_765));
  });
});

describe('several models', () => {
  const outcomes: ReportedOutcome[] = [
    analyzed([reportLayer()], { source: 'good' }),
    analyzed([failingLayer('x')], { source: 'bad' }),
    unreadable('gone.pt', 'gone.pt: there is no such file. Check the path.'),
  ];

  test('come worst first, each under its name', () => {
    const headings = nodesOfType(parseMarkdown(renderMarkdown(outcomes)), 'heading').map(textOf);
    expect(headings).toEqual([
      '💥 Alphagate: 1 of 3 models could not be analysed',
      '💥 gone.pt',
      '❌ bad: 1 of 1 layer fails',
      '✅ good: the layer passes',
    ]);
  });

  test('may all be unreadable, which needs no words on alpha', () => {
    const text = renderMarkdown([outcomes[2]!]);
    expect(text).toBe(`## 💥 Alphagate: the model could not be analysed

> [!CAUTION]
> gone.pt: there is no such file. Check the path.

<sub>Alphagate 0.1.0</sub>
`);
  });
});

describe('diagnoses', () => {
  const sick = (longname: string): ReportLayer => ({
    ...failingLayer(longname),
    diagnosis: ['over-trained', 'correlation-trap'],
  });

  test('are explained once for all layers that have them, with what people do and where there is more', () => {
    const layers = ['a', 'b', 'c', 'd', 'e'].map(sick);
    const twin = reportLayer({ longname: 'f', diagnosis: ['duplicate'] });
    const text = renderMarkdown([analyzed([...layers, twin])]);
    expect(text).toContain(
      '<summary>What it means, and what people do: over-trained, correlation trap, duplicate</summary>',
    );
    expect(text).toContain('- **Over-trained** (`a`, `b`, `c` and 2 more). Its weights are so heavy-tailed');
    expect(text).toMatch(
      /\*\*Duplicate\*\* \(`f`\)\. .*store them once\. .*\[More\]\(https:\S*docs\/diagnoses\.md#duplicate\)\n/,
    );
    expectBalanced(text);
  });

  test('are not mentioned where no layer has one', () => {
    expect(renderMarkdown([analyzed([failingLayer('a')])])).not.toContain('What it means');
  });

  test('give way to failing layers, and go before those that pass', () => {
    const layers = [
      ...Array.from({ length: 400 }, (_, i) => sick(`failing.${i}`)),
      ...Array.from({ length: 900 }, (_, i) => reportLayer({ longname: `passing.${i}` })),
    ];
    const render = (budgetBytes: number) => renderMarkdown([analyzed(layers)], { budgetBytes });
    expect(render(30_000)).not.toContain('What it means');
    const roomy = render(COMMENT_BUDGET_BYTES);
    expect(roomy).toContain('What it means');
    expect(roomy).toContain('failing.399');
    expect(roomy).toMatch(/\n\d+ more in the full report\./);
  });
});

describe('hostile names', () => {
  test('change nothing about the structure of the document', () => {
    const shapeOf = (text: string) => {
      const walk = ({ type, value, children }: MarkdownNode): unknown =>
        type === 'html' ? [type, value] : [type, (children ?? []).map(walk)];
      return walk(parseMarkdown(text));
    };
    const render = (name: string) =>
      renderMarkdown(
        [
          analyzed(
            [
              { ...failingLayer(name), reasons: [name], diagnosis: ['finger'] },
              { ...failingLayer(name), reasons: [`x ${name}`] },
            ],
            {
              source: name,
              skipped: [{ name, reason: `x ${name}` }],
            },
          ),
          unreadable(name, `x ${name}`),
        ],
        { marker: MARKER },
      );
    const plain = shapeOf(render('fc1'));
    fc.assert(
      fc.property(
        hostileName.filter((name) => name.trim() !== ''),
        (name) => {
          expect(shapeOf(render(name))).toEqual(plain);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('within a budget', () => {
  test.each([1, 12, 13, 50, 500, 10_000])('%d layers are all accounted for, the worst first', (total) => {
    const layers = manyLayers(total);
    const outcome = analyzed(layers, { skipped: biases(total) });
    const before = process.cpuUsage();
    const comment = renderMarkdown([outcome], { marker: MARKER, budgetBytes: COMMENT_BUDGET_BYTES });
    const summary = renderMarkdown([outcome], { budgetBytes: SUMMARY_BUDGET_BYTES });
    // Of this process alone: others may keep the processors busy.
    expect(process.cpuUsage(before).user).toBeLessThan(3_000_000);

    expect(comment.startsWith(`${MARKER}\n## `)).toBe(true);
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET_BYTES);
    expect(byteLength(summary)).toBeLessThanOrEqual(SUMMARY_BUDGET_BYTES);
    // Parsing a megabyte takes longer than all else here.
    for (const text of total > 500 ? [comment] : [comment, summary]) {
      expectBalanced(text);
      const { rows, cut } = tablesOf(text);
      expect(rows.length + cut).toBe(total);
      const failing = layers.filter(({ verdict }) => verdict === 'fail').sort((a, b) => a.alpha! - b.alpha!);
      const names = failing.map(({ longname }) => longname);
      const first = rows.slice(0, names.length).map(nameOf);
      expect(first).toEqual(names.slice(0, first.length));
    }
  });

  test('is used: what is left out would not have fitted', () => {
    const comment = renderMarkdown([analyzed(manyLayers(10_000))], { budgetBytes: COMMENT_BUDGET_BYTES });
    expect(byteLength(comment)).toBeGreaterThan(COMMENT_BUDGET_BYTES - 500);
  });

  test('long names in bytes of several count as bytes', () => {
    const layers = Array.from({ length: 1000 }, (_, index) => failingLayer(`${'層'.repeat(200)}${index}`));
    const comment = renderMarkdown([analyzed(layers)], { budgetBytes: COMMENT_BUDGET_BYTES });
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET_BYTES);
    const { rows, cut } = tablesOf(comment);
    expect(rows.length + cut).toBe(1000);
  });

  test('failing layers of every model come before any that only warn', () => {
    const warnings = Array.from({ length: 5000 }, (_, index) =>
      reportLayer({ longname: `warn${index}`, verdict: 'warn', alpha: 7, reasons: ['alpha 7 is above 6'] }),
    );
    const comment = renderMarkdown(
      [
        analyzed([failingLayer('a0'), ...warnings], { source: 'a' }),
        analyzed([failingLayer('b0', 1.1), failingLayer('b1', 1.2)], { source: 'b' }),
      ],
      { budgetBytes: COMMENT_BUDGET_BYTES },
    );
    const names = [...comment.matchAll(/^\| (?:❌|⚠️) \| `(\w+)` · 300×100<br>/gm)].map(([, name]) => name);
    expect(names).toEqual(expect.arrayContaining(['a0', 'b0', 'b1']));
    expect(names.length).toBeGreaterThan(100);
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET_BYTES);
    const { rows, cut } = tablesOf(comment);
    expect(rows.length + cut).toBe(5003);
  });

  test('of many models those that do not fit are counted', () => {
    const outcomes = Array.from({ length: 1000 }, (_, index) =>
      index % 2 === 0
        ? analyzed([failingLayer('fc1')], { source: `models/${index}.safetensors` })
        : unreadable(`models/${index}.pt`, `models/${index}.pt: ${'x'.repeat(5000)}`),
    );
    const comment = renderMarkdown(outcomes, { marker: MARKER, budgetBytes: COMMENT_BUDGET_BYTES });
    expect(byteLength(comment)).toBeLessThanOrEqual(COMMENT_BUDGET_BYTES);
    expectBalanced(comment);
    const shown = nodesOfType(parseMarkdown(comment), 'heading').length - 1;
    expect(shown).toBeGreaterThan(10);
    expect(comment).toContain(`${1000 - shown} more models in the full report.`);
  });
});
