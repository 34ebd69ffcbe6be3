import { rowName } from '../metrics/row-name.ts';
import { LONGEST_TEXT, plainText, shorten } from './escape.ts';
import type { ReportedOutcome } from './outcome.ts';
import { escapeXml } from './plots/escape-xml.ts';
import type { ReportLayer } from './report.ts';

/**
 * Reports as JUnit XML: a suite for each model, a test case for each layer. A layer that fails is a failure, one that
 * cannot be judged is skipped, a warning passes and says why; a model that cannot be read is an error.
 */
export function renderJUnit(outcomes: readonly ReportedOutcome[]): string {
  const suites = outcomes.map(suiteOf);
  const sum = (kind: keyof Counts) => suites.reduce((total, { counts }) => total + counts[kind], 0);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="alphagate" tests="${sum('tests')}" failures="${sum('failures')}" errors="${sum('errors')}" skipped="${sum('skipped')}">
${suites.map(({ xml }) => xml).join('\n')}
</testsuites>
`;
}

interface Counts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
}

function suiteOf(outcome: ReportedOutcome): { readonly counts: Counts; readonly xml: string } {
  if (outcome.kind === 'error') {
    const counts = { tests: 1, failures: 0, errors: 1, skipped: 0 };
    const name = attribute(outcome.reference);
    const message = attribute(shorten(outcome.error.message, LONGEST_TEXT));
    const body = `    <testcase classname="${name}" name="analyse"><error message="${message}"/></testcase>`;
    return { counts, xml: suite(name, counts, 0, [body]) };
  }
  const { model, layers, timing } = outcome.report;
  const name = attribute(model.source);
  const counts = {
    tests: layers.length,
    failures: layers.filter(({ verdict }) => verdict === 'fail').length,
    errors: 0,
    skipped: layers.filter(({ verdict }) => verdict === 'inconclusive').length,
  };
  return {
    counts,
    xml: suite(
      name,
      counts,
      timing.total_ms / 1000,
      layers.map((layer) => testCase(name, layer)),
    ),
  };
}

function suite(name: string, counts: Counts, seconds: number, cases: readonly string[]): string {
  const { tests, failures, errors, skipped } = counts;
  return `  <testsuite name="${name}" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds}">
${cases.join('\n')}
  </testsuite>`;
}

function testCase(className: string, layer: ReportLayer): string {
  const { verdict, reasons } = layer;
  const open = `    <testcase classname="${className}" name="${attribute(rowName(layer))}"`;
  const message = attribute(shorten(reasons.join('; '), LONGEST_TEXT));
  switch (verdict) {
    case 'pass':
      return `${open}/>`;
    case 'fail':
      return `${open}><failure message="${message}"/></testcase>`;
    case 'inconclusive':
      return `${open}><skipped message="${message}"/></testcase>`;
    case 'warn':
      return `${open}><system-out>${message}</system-out></testcase>`;
  }
}

/** Text for an attribute or an element. What XML cannot hold at all is spelled out first. */
function attribute(text: string): string {
  return escapeXml(
    plainText(text).replace(/[\uFFFE\uFFFF]/g, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`),
  );
}
