import { describe, expect, test } from '@jest/globals';
import { annotate } from '../../../src/publish/annotations.ts';
import { judgeAgain } from '../../../src/report/judge-again.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import type { Report, ReportLayer } from '../../../src/report/report.ts';
import { renderTable } from '../../../src/report/terminal.ts';
import { takeOverNumbers } from '../../../src/report/untrusted.ts';
import { completeSettings } from '../../../src/settings/resolve.ts';
import { buildTestReport, reportLayer } from '../../support/report-builder.ts';

const FORK = { run: 'run 5 of mallory/repo', commit: 'a'.repeat(40), trusted: false };
const OURS = { ...FORK, run: 'run 5 of acme/repo', trusted: true };
const LIE = 'Everything is fine, approved by the maintainers';

/** A report that says in every word that it may choose what its author would like to be read. */
function lying(layer: Partial<ReportLayer> = {}): Report {
  const said = reportLayer({
    alpha: 1.4,
    status: `success: ${LIE}`,
    trust_reasons: [LIE],
    reasons: [LIE],
    verdict: 'pass',
    threshold: 0,
    delta: 5,
    warning: '',
    ...layer,
  });
  const report = buildTestReport([said], { skipped: [{ name: 'fc1.bias', reason: LIE }] });
  return {
    ...report,
    tool: { ...report.tool, version: LIE },
    summary: { ...report.summary, verdict: 'pass', passed: true, reason: LIE },
    baseline: { source: LIE, missing: LIE },
    commit: LIE,
  };
}

const taken = (report: Report, origin = FORK) => takeOverNumbers(report, 'report.json', origin);
const judged = (report: Report, origin = FORK) =>
  judgeAgain(taken(report, origin), { settings: completeSettings() });

describe('of a report of somebody else', () => {
  test('the numbers stay, and are judged anew', () => {
    const { summary, layers } = judged(lying());
    expect(layers[0]).toMatchObject({
      alpha: 1.4,
      verdict: 'fail',
      warning: 'over-trained',
      threshold: 2,
      delta: null,
    });
    expect(summary).toMatchObject({ verdict: 'fail', passed: false });
  });

  test('no word is repeated', () => {
    const report = judged(lying());
    expect(JSON.stringify(report)).not.toContain(LIE);
    expect(renderMarkdown([{ kind: 'report', report }])).not.toContain(LIE);
  });

  test('every rendering says that nobody vouches for it', () => {
    const report = judged(lying());
    expect(report.untrusted_run).toBe('run 5 of mallory/repo');
    expect(renderTable([{ kind: 'report', report }], { color: false, width: 160, verbose: false })).toContain(
      'computed in an untrusted run (run 5 of mallory/repo)',
    );
    const annotations: string[] = [];
    const note = (message: string) => annotations.push(message);
    annotate([{ kind: 'report', report }], { error: note, warning: note });
    expect(annotations).toEqual([expect.stringContaining('(computed in an untrusted run)')]);
    expect(renderMarkdown([{ kind: 'report', report }])).toMatch(/untrusted run/);
    const ours = judged(lying(), OURS);
    expect(ours.untrusted_run).toBeUndefined();
    expect(renderMarkdown([{ kind: 'report', report: ours }])).not.toMatch(/untrusted/);
  });

  test('rows of one kernel are told apart by slice_id, and a base model stays what it is', () => {
    const rows = [0, 1].map((slice_id) => reportLayer({ slice_id, rf: 2 }));
    const base_model = { source: 'base.pt', identity: 'sha256:0' };
    const report = { ...buildTestReport(rows), base_model };
    expect(judged(report)).toMatchObject({ base_model, layers: [{ slice_id: 0 }, { slice_id: 1 }] });
    expect(() => taken(buildTestReport([rows[0]!, rows[0]!]))).toThrow('two layers of one layer_id');
  });

  test('shapes that only WeightWatcher has are believed where it says that they are WeightWatcher’s', () => {
    const report = buildTestReport([reportLayer({ N: 100, M: 300, Q: 1 / 3, sigma: -0.5 })]);
    expect(() => taken(report)).toThrow('its sides are 100 and 300');
    const settings = { analysis: { compat: 'weightwatcher' } };
    expect(taken({ ...report, settings }).layers[0]).toMatchObject({ N: 100, M: 300, sigma: -0.5 });
  });

  test('what it says of itself as untrusted, or of its commit, counts for nothing', () => {
    expect(taken({ ...lying(), untrusted_run: LIE }, OURS)).not.toHaveProperty('untrusted_run');
    expect(taken(lying()).commit).toBe(FORK.commit);
  });

  test('weights that are not finite still fail', () => {
    const broken = lying({ alpha: null, sigma: null, status: `not finite: ${LIE}` });
    expect(judged(broken).layers[0]).toMatchObject({ verdict: 'fail' });
  });

  test('which layers it analysed, and how, stays as it says, and has to make sense', () => {
    const settings = { exclude: ['head'], analysis: { min_evals: 20 }, 'min-alpha': 0 };
    expect(judged({ ...lying(), settings }).settings).toMatchObject({
      exclude: ['head'],
      analysis: { min_evals: 20 },
      'min-alpha': 2,
    });
    expect(() => judged({ ...lying(), settings: { exclude: LIE } })).toThrow(
      expect.objectContaining({ code: 'BAD_SETTING' }),
    );
  });
});

describe('a report is refused', () => {
  const two = (a: Partial<ReportLayer>, b: Partial<ReportLayer>) =>
    buildTestReport([reportLayer(a), reportLayer(b)]);
  test.each([
    ['that is a part', { ...lying(), shard: { index: 1, count: 2, layers: 2 } }, /part of a model/],
    ['without layers', buildTestReport([]), /no layer/],
    ['with an id twice', two({ longname: 'a' }, { longname: 'b' }), /one layer_id/],
    ['with a name twice', two({ layer_id: 1 }, { layer_id: 2 }), /one name/],
    ['with a name without end', lying({ longname: 'x'.repeat(5000) }), /name of more than/],
    ['with an alpha of no law', lying({ alpha: 0.5 }), /no power law/],
    ['with an alpha without error', lying({ sigma: null }), /standard error/],
    ['with a negative error', lying({ sigma: -1 }), /sigma is -1/],
    ['with sides the wrong way', lying({ N: 10, M: 20 }), /sides are 10 and 20/],
    ['with a vector', lying({ M: 1 }), /sides/],
    ['with more eigenvalues than there are', lying({ num_evals: 101 }), /101 eigenvalues/],
    ['with a distance above 1', lying({ D: 1.5 }), /distance D/],
    ['with a tail the wrong way', lying({ xmin: 2, xmax: 1 }), /xmin/],
    ['with a rank above its size', lying({ matrix_rank: 101 }), /rank of 101/],
  ])('%s', (_what, report, words) => {
    expect(() => taken(report)).toThrow(
      expect.objectContaining({ code: 'NOT_CREDIBLE', problem: expect.stringMatching(words) }),
    );
  });
});
