import { describe, expect, test } from '@jest/globals';
import { mergeShards, type NamedReport } from '../../../src/report/merge-shards.ts';
import type { Report } from '../../../src/report/report.ts';
import { buildTestReport, type ReportChanges, reportLayer } from '../../support/report-builder.ts';

const layer = (id: number) => reportLayer({ layer_id: id, name: `fc${id}`, longname: `fc${id}` });

/** Part `index` of three of a model of four layers. */
function part(index: number, ids: readonly number[], changes: ReportChanges = {}): NamedReport {
  const shard = { index, count: 3, layers: 4 };
  return { name: `${index}.json`, report: buildTestReport(ids.map(layer), { shard, ...changes }) };
}

const PARTS = [part(1, [3]), part(2, [0, 2]), part(3, [1])] as const;

const merging =
  (...parts: readonly NamedReport[]) =>
  () =>
    mergeShards(parts);

describe('parts of a model', () => {
  test('become one report, in the model’s order, whatever the order they come in', () => {
    const [merged, ...more] = mergeShards(PARTS.toReversed());
    expect(more).toEqual([]);
    expect(merged?.layers.map(({ layer_id }) => layer_id)).toEqual([0, 1, 2, 3]);
    expect(merged?.shard).toBeUndefined();
  });

  test('may share a kernel whose matrices are rows of their own', () => {
    const slice = (slice_id: number) => reportLayer({ layer_id: 0, slice_id });
    const shard = (index: number) => ({ index, count: 2, layers: 3 });
    const [merged] = mergeShards([
      { name: '1.json', report: buildTestReport([slice(2), slice(0)], { shard: shard(1) }) },
      { name: '2.json', report: buildTestReport([slice(1)], { shard: shard(2) }) },
    ]);
    expect(merged?.layers.map(({ slice_id }) => slice_id)).toEqual([0, 1, 2]);
  });

  test('may be absent where whoever merges names them: their layers count as skipped', () => {
    const absent = [{ index: 2, layers: ['fc0', 'fc2'], reason: 'failed' }];
    const [merged] = mergeShards([PARTS[0], PARTS[2]], absent);
    expect(merged?.layers.map(({ layer_id }) => layer_id)).toEqual([1, 3]);
    expect(merged?.skipped).toEqual([
      ...PARTS[0].report.skipped,
      { name: 'fc0', reason: 'failed' },
      { name: 'fc2', reason: 'failed' },
    ]);
    const others = [{ index: 2, layers: ['fc0'], reason: 'failed' }];
    expect(() => mergeShards([PARTS[0], PARTS[2]], others)).toThrow(
      expect.objectContaining({ code: 'REPORTS_MISSING' }),
    );
  });

  test('may be empty', () => {
    const [merged] = mergeShards([part(1, [0, 1, 2, 3]), part(2, []), part(3, [])]);
    expect(merged?.layers).toHaveLength(4);
  });

  test('took as long as the slowest', () => {
    const timed = PARTS.map(({ name, report }, at) => ({
      name,
      report: { ...report, timing: { total_ms: at * 10 } },
    }));
    expect(mergeShards(timed)[0]?.timing.total_ms).toBe(20);
  });

  test('of several models become a report each, and whole reports stay what they are', () => {
    const whole = { name: 'b.json', report: buildTestReport([layer(0)], { source: 'b.pt' }) };
    expect(mergeShards([...PARTS, whole]).map(({ model }) => model.source)).toEqual([
      'model.safetensors',
      'b.pt',
    ]);
    expect(mergeShards([whole])).toEqual([whole.report]);
  });
});

describe('parts that are missing', () => {
  test('are named', () => {
    expect(merging(PARTS[0], PARTS[2])).toThrow(
      expect.objectContaining({ code: 'REPORTS_MISSING', details: { missing: [2] } }),
    );
    expect(merging(PARTS[1])).toThrow('of its 3 parts there is no report of 1, 3');
  });

  test('are noticed by the layers that nobody has', () => {
    expect(merging(PARTS[0], part(2, [0]), PARTS[2])).toThrow(
      expect.objectContaining({
        code: 'REPORTS_MISSING',
        problem: expect.stringContaining('3 layers together'),
      }),
    );
  });
});

describe('parts that overlap', () => {
  test.each([
    [
      'the same part twice',
      [...PARTS, { ...PARTS[0], name: 'again.json' }],
      /again\.json.*both hold part 1 of 3/,
    ],
    [
      'one layer in two parts',
      [PARTS[0], part(2, [0, 3]), PARTS[2]],
      /1\.json and 2\.json.*both hold the layer "fc3"/,
    ],
    [
      'a whole model twice',
      [1, 2].map((at) => ({ name: `${at}.json`, report: buildTestReport([layer(0)]) })),
      /1\.json and 2\.json.*both hold the whole of model\.safetensors/,
    ],
  ])('are refused by name: %s', (_what, parts, words) => {
    expect(merging(...parts)).toThrow(
      expect.objectContaining({ code: 'REPORTS_OVERLAP', message: expect.stringMatching(words) }),
    );
  });
});

describe('parts that are not of one analysis', () => {
  const other: readonly [string, (report: Report) => Report][] = [
    [
      'the content of the model',
      (report) => ({ ...report, model: { ...report.model, identity: 'sha256:ff' } }),
    ],
    ['the settings', (report) => ({ ...report, settings: { 'min-alpha': 1 } })],
    ['the version of alphagate', (report) => ({ ...report, tool: { ...report.tool, version: '9.9.9' } })],
    ['the engine', (report) => ({ ...report, tool: { ...report.tool, engine: 'reference' } })],
    ['the commit', (report) => ({ ...report, commit: 'c'.repeat(40) })],
    ['the number of parts', (report) => ({ ...report, shard: { index: 2, count: 4, layers: 4 } })],
    ['the number of layers', (report) => ({ ...report, shard: { index: 2, count: 3, layers: 5 } })],
    ['what was skipped', (report) => ({ ...report, skipped: [{ name: 'x', reason: 'y' }] })],
    ['the number of parts', ({ shard: _, ...whole }) => whole],
  ];
  test.each(other)('are refused, and differ in %s', (fact, change) => {
    const changed = { name: '2.json', report: change(PARTS[1].report) };
    expect(merging(PARTS[0], changed, PARTS[2])).toThrow(
      expect.objectContaining({ code: 'REPORTS_DISAGREE', problem: expect.stringContaining(fact) }),
    );
  });
});
