import { describe, expect, test } from '@jest/globals';
import stringWidth from 'fast-string-width';
import { renderTable } from '../../../src/report/terminal.ts';
import { analyzed, failingLayer, reportLayer, unreadable } from '../../support/report-builder.ts';

const PLAIN = { color: false, width: 100, verbose: false };

const layers = [reportLayer({ longname: 'fc2', N: 784, M: 300 }), failingLayer('fc1', 1.44)];

describe('the table', () => {
  test('shows the verdict, the layers to look at first, and nothing twice', () => {
    expect(
      renderTable([analyzed(layers, { skipped: [{ name: 'b', reason: '1-d' }] })], PLAIN),
    ).toBe(`FAIL  model.safetensors: 1 of 2 layers fails

verdict  layer  N×M      evals          alpha      D  why
fail     fc1    300×100    100  1.440 ± 0.100  0.050  below 2: over-trained
pass     fc2    784×300    100  3.000 ± 0.100  0.050

mean alpha 2.220 · safetensors · 1.2 MB · 1.2 s · 1 tensor skipped (--verbose says why)
`);
  });

  test('says more when asked', () => {
    const table = renderTable([analyzed(layers, { skipped: [{ name: 'b', reason: '1-d' }] })], {
      ...PLAIN,
      verbose: true,
    });
    expect(table).toMatch(/· 1\.2 s\nskipped b: 1-d\n$/);
  });

  test('is followed by what diagnoses mean', () => {
    const sick = { ...failingLayer('fc1'), diagnosis: ['over-trained' as const] };
    const twins = ['a', 'b'].map((longname) => reportLayer({ longname, diagnosis: ['duplicate'] }));
    const table = renderTable([analyzed([sick, ...twins])], PLAIN);
    expect(table).toMatch(/\n\nOver-trained, 1 layer: Its weights .*\nDuplicate, 2 layers: .*\n\nmean alpha/);
  });

  test('of a large model lists what to look at, and says how many it leaves out', () => {
    const many = [
      ...Array.from({ length: 60 }, (_, i) => reportLayer({ longname: `ok${i}` })),
      failingLayer('bad'),
    ];
    const table = renderTable([analyzed(many)], PLAIN);
    expect(table).toContain('bad');
    expect(table).not.toContain('ok1');
    expect(table).toContain('60 layers not listed (--verbose lists all)');
    expect(renderTable([analyzed(many)], { ...PLAIN, verbose: true })).toContain('ok59');
  });

  test('has a column for the change where there is a baseline', () => {
    const table = renderTable([analyzed([reportLayer({ delta: 0.5 })])], PLAIN);
    expect(table).toMatch(/alpha +Δ +D/);
    expect(table).toContain('+0.500');
  });

  test('paints verdicts, and only when asked', () => {
    expect(renderTable([analyzed(layers)], { ...PLAIN, color: true })).toContain(
      '\u001b[31mfail\u001b[0m     fc1',
    );
    expect(renderTable([analyzed(layers)], PLAIN)).not.toContain('\u001b');
  });

  test('leaves models that could not be read to others', () => {
    expect(renderTable([unreadable('x', 'x: gone.'), analyzed(layers)], PLAIN)).not.toContain('gone');
  });
});

describe('the width', () => {
  const names = [
    'fc1',
    'model.layers.17.self_attn.q_proj.with.a.name.that.does.not.end.soon.enough',
    '層'.repeat(60),
    '🦄'.repeat(30),
    'e\u0301'.repeat(30),
    'verdict',
  ];

  test.each([72, 80, 120, 200])(
    'of %d columns is kept, and the columns stand one below the other',
    (width) => {
      const rows = renderTable([analyzed(names.map((name) => failingLayer(name)))], { ...PLAIN, width })
        .split('\n')
        .slice(2, 3 + names.length);
      expect(rows).toHaveLength(names.length + 1);
      const columnsBefore = (row: string, what: string) => stringWidth(row.slice(0, row.indexOf(what)));
      const ends = rows.slice(1).map((row) => columnsBefore(row, '1.500'));
      expect(new Set(ends).size).toBe(1);
      for (const row of rows) {
        expect(stringWidth(row)).toBeLessThanOrEqual(width);
        expect(row).toBe(row.trimEnd());
      }
    },
  );

  test('cuts reasons at their end', () => {
    const wordy = reportLayer({ verdict: 'inconclusive', reasons: [`because ${'of this '.repeat(40)}`] });
    const row = renderTable([analyzed([wordy])], { ...PLAIN, width: 80 }).split('\n')[3]!;
    expect(row).toMatch(/ because of this.*…$/);
    expect(stringWidth(row)).toBeLessThanOrEqual(80);
  });
});

describe('hostile names', () => {
  test('cannot move the cursor, break the line or command a runner', () => {
    const name = '::error::x\n##[add-mask]y\u001b[2J\u202e';
    const table = renderTable(
      [
        analyzed([{ ...failingLayer(name), reasons: [name] }], {
          source: name,
          skipped: [{ name, reason: name }],
        }),
      ],
      { ...PLAIN, verbose: true },
    );
    expect(table.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]|##\[/u);
    expect(table.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
    expect(table.split('\n')).toHaveLength(8);
  });
});
