import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { micromark } from 'micromark';
import { gfm, gfmHtml } from 'micromark-extension-gfm';
import { parse, parseFragment } from 'parse5';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { annotate } from '../../../src/publish/annotations.ts';
import { renderCsv } from '../../../src/report/csv.ts';
import { renderHtml } from '../../../src/report/html/render-html.ts';
import { renderJson } from '../../../src/report/json.ts';
import { renderJUnit } from '../../../src/report/junit.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown, SUMMARY_BUDGET_BYTES } from '../../../src/report/markdown.ts';
import type { ReportedOutcome } from '../../../src/report/outcome.ts';
import { parseReports } from '../../../src/report/parse-report.ts';
import { renderSarif } from '../../../src/report/sarif.ts';
import { renderTable } from '../../../src/report/terminal.ts';
import { buildView, reportsOf } from '../../../src/report/view-model.ts';
import { HOSTILE_NAMES } from '../../support/hostile-names.ts';
import { nodesOf, parseMarkdown } from '../../support/markdown-tree.ts';
import { analyzed, failingLayer, reportLayer, unreadable } from '../../support/report-builder.ts';

const VERDICTS = ['fail', 'warn', 'inconclusive', 'pass'] as const;

/** A model in which everything that may have a name has a hostile one. */
const HOSTILE: readonly ReportedOutcome[] = [
  ...HOSTILE_NAMES.map((name) =>
    analyzed(
      VERDICTS.map((verdict, layer_id) =>
        reportLayer({ layer_id, longname: name, name, verdict, reasons: [`reason ${name}`] }),
      ),
      { source: name, skipped: [{ name, reason: name }], untrusted_run: name, settings: { exclude: [name] } },
    ),
  ),
  ...HOSTILE_NAMES.map((name) => unreadable(name, `error ${name}`)),
];

/** 10,000 layers with names as long as real ones, a tenth of which fail. */
const LARGE: readonly ReportedOutcome[] = [
  analyzed(
    Array.from({ length: 10_000 }, (_, index) => {
      const longname = `model.decoder.layers.${index}.self_attn.q_proj.parametrizations.original`;
      return { ...(index % 10 === 0 ? failingLayer(longname) : reportLayer({ longname })), layer_id: index };
    }),
    {
      skipped: Array.from({ length: 10_000 }, (_, at) => ({ name: `b.${at}`, reason: `reason ${at % 50}` })),
    },
  ),
];

const MODELS = [
  ['hostile names', HOSTILE],
  ['10,000 layers', LARGE],
] as const;

const NO_WORKFLOW_COMMAND = /^(?!\s*::)(?!.*##\[)/;
const NO_CONTROL = /^[^\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]*$/u;

function expectHarmlessLines(text: string): void {
  const isHarmless = (line: string) => NO_WORKFLOW_COMMAND.test(line) && NO_CONTROL.test(line);
  expect(text.split('\n').filter((line) => !isHarmless(line))).toEqual([]);
}

interface HtmlNode {
  readonly nodeName: string;
  readonly attrs?: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes?: readonly HtmlNode[];
  readonly value?: string;
}

function htmlNodes(node: HtmlNode): HtmlNode[] {
  return [node, ...(node.childNodes ?? []).flatMap(htmlNodes)];
}

/** What our own template and GitHub's Markdown are made of; nothing else may appear. */
const EXPECTED_HTML = new Set(
  '#document-fragment #text #comment h2 h3 p br blockquote table thead tbody tr th td ul li pre code sub details summary'.split(
    ' ',
  ),
);

const MARKDOWN_BUDGETS = [
  ['comment', COMMENT_BUDGET_BYTES],
  ['summary', SUMMARY_BUDGET_BYTES],
  ['file', Infinity],
] as const;

describe.each(MODELS)('%s in Markdown', (_what, outcomes) => {
  // Parsing the megabyte of a large summary takes longer than all else here.
  const budgets = outcomes === LARGE ? MARKDOWN_BUDGETS.slice(0, 1) : MARKDOWN_BUDGETS;

  test.each(budgets)(
    'of the %s give a tree of our own elements only, within its budget',
    (_sink, budgetBytes) => {
      const marker = '<!-- alphagate: gate -->\n<!-- run 1.1 commit x verdict fail 00 -->';
      const text = renderMarkdown(outcomes, { marker, budgetBytes });
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);

      const types = new Set(nodesOf(parseMarkdown(text)).map(({ type }) => type));
      for (const acting of [
        'link',
        'image',
        'linkReference',
        'imageReference',
        'definition',
        'strong',
        'delete',
      ])
        expect(types).not.toContain(acting);

      const html = micromark(text, {
        allowDangerousHtml: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      });
      const nodes = htmlNodes(parseFragment(html) as unknown as HtmlNode);
      expect(nodes.map(({ nodeName }) => nodeName).filter((name) => !EXPECTED_HTML.has(name))).toEqual([]);
      const attributes = nodes.flatMap(({ attrs = [] }) =>
        attrs.map(({ name, value }) => `${name}=${value}`),
      );
      const ours = /^align=|^class=language-mermaid$/;
      expect(attributes.filter((attribute) => !ours.test(attribute))).toEqual([]);
      expect(nodes.filter(({ nodeName }) => nodeName === '#comment')).toHaveLength(2);
      const of = (name: string) => nodes.filter(({ nodeName }) => nodeName === name).length;
      expect(of('details')).toBe(of('summary'));
    },
  );
});

/** What the page itself is made of, before its script has filled it. */
const PAGE_HTML = new Set(
  '#document #documentType #text html head meta title link style body header main section h1 h2 h3 h4 p a ul ol li dl dt dd table caption thead tbody tr th td details summary span div code script noscript template b strong em label input select option button svg path small footer figure text g line circle rect'.split(
    ' ',
  ),
);

const textIn = (node: HtmlNode): string => (node.value ?? '') + (node.childNodes ?? []).map(textIn).join('');

describe.each(MODELS)('%s in the HTML page', (_what, outcomes) => {
  const { html, nodes } = (() => {
    const text = renderHtml(outcomes);
    return { html: text, nodes: htmlNodes(parse(text) as unknown as HtmlNode) };
  })();
  const named = (name: string) => nodes.filter(({ nodeName }) => nodeName === name);
  const attributesOf = ({ attrs = [] }: HtmlNode) =>
    Object.fromEntries(attrs.map((at) => [at.name, at.value]));

  test('add no element, no script, no event and no address to it', () => {
    const plain = htmlNodes(parse(renderHtml([analyzed([reportLayer()])])) as unknown as HtmlNode);
    const scripts = (all: readonly HtmlNode[]) => all.filter(({ nodeName }) => nodeName === 'script');
    expect(
      [...new Set(nodes.map(({ nodeName }) => nodeName))].filter((name) => !PAGE_HTML.has(name)),
    ).toEqual([]);
    // The program is the same for every model; what differs is data.
    const programs = (all: readonly HtmlNode[]) =>
      scripts(all)
        .filter((script) => attributesOf(script)['type'] === undefined)
        .map(textIn);
    expect(programs(nodes)).toEqual(programs(plain));
    expect(scripts(nodes)).toHaveLength(scripts(plain).length);
    for (const node of nodes) {
      const { href = '#', src, style, srcdoc, ...rest } = attributesOf(node);
      expect([src, style, srcdoc]).toEqual([undefined, undefined, undefined]);
      expect(href).toMatch(/^(#|data:,)/);
      expect(Object.keys(rest).filter((name) => name.startsWith('on'))).toEqual([]);
    }
  });

  test('are all in its data, which is JSON', () => {
    const [data] = named('script').filter((script) => attributesOf(script)['type'] === 'application/json');
    const { models } = JSON.parse(textIn(data!)) as {
      models: ({ rows: unknown[] } | null)[];
    };
    const layers = reportsOf(outcomes).flatMap((report) => report.layers);
    expect(models.flatMap((model) => model?.rows ?? [])).toHaveLength(layers.length);
  });

  test('stay within what a browser opens', () => {
    expect(Buffer.byteLength(html)).toBeLessThan(20_000_000);
  });
});

describe.each(MODELS)('%s in a check run and in a commit status', (_what, outcomes) => {
  test('are a title of one plain line, and a summary that GitHub takes', () => {
    const { headline } = buildView(outcomes);
    expectHarmlessLines(headline);
    expect(headline).not.toContain('\n');
    expect(headline.length).toBeLessThanOrEqual(140);
    expect(headline).not.toMatch(/[<@`]/);
    expect(renderMarkdown(outcomes, { budgetBytes: COMMENT_BUDGET_BYTES }).length).toBeLessThan(65_535);
  });
});

describe.each(MODELS)('%s in a log', (_what, outcomes) => {
  test('command nothing and move no cursor', () => {
    expectHarmlessLines(renderTable(outcomes, { color: false, width: 160, verbose: true }));
  });

  test('are annotated ten times at most, each on a line of its own, and none without end', () => {
    const messages: string[] = [];
    annotate(outcomes, {
      error: (message) => messages.push(message),
      warning: (message) => messages.push(message),
    });
    expect(messages.length).toBeLessThanOrEqual(20);
    for (const message of messages) {
      expect(message.length).toBeLessThanOrEqual(1000);
      expectHarmlessLines(message);
    }
  });
});

describe.each(MODELS)('%s in JSON', (_what, outcomes) => {
  test('come back as they were', () => {
    const reports = reportsOf(outcomes);
    expect(parseReports(renderJson(reports), 'x')).toEqual(JSON.parse(JSON.stringify(reports)));
  });
});

describe.each(MODELS)('%s in SARIF', (_what, outcomes) => {
  test('fit the schema, and what code scanning takes', async () => {
    const schemaFile = path.join(import.meta.dirname, '../../fixtures/sarif/sarif-2.1.0.schema.json');
    const validate = new Ajv({ strict: false, validateFormats: false, unicodeRegExp: false }).compile(
      JSON.parse(await readFile(schemaFile, 'utf8')),
    );
    const text = renderSarif(outcomes);
    const sarif = JSON.parse(text);
    expect(validate(sarif) ? [] : validate.errors).toEqual([]);

    const [run] = sarif.runs;
    const layers = reportsOf(outcomes).flatMap((report) => report.layers);
    const wanted = layers.filter(({ verdict }) => verdict !== 'pass').length;
    const errors = outcomes.filter(({ kind }) => kind === 'error').length;
    expect(run.results).toHaveLength(wanted + errors);
    expect(run.results.length).toBeLessThanOrEqual(5000);
    const levels = run.results.map(({ level }: { level: string }) => level);
    expect(levels).toEqual(
      levels.toSorted((a: string, b: string) => 'ewn'.indexOf(a[0]!) - 'ewn'.indexOf(b[0]!)),
    );
    for (const { ruleId, ruleIndex, message, locations } of run.results) {
      expect(run.tool.driver.rules[ruleIndex].id).toBe(ruleId);
      expect(message.text.length).toBeLessThanOrEqual(1000);
      expectHarmlessLines(message.text);
      const [{ physicalLocation }] = locations;
      expect(physicalLocation.region.startLine).toBe(1);
      expect(physicalLocation.artifactLocation.uri).toMatch(/^[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/);
    }
  });
});

test('SARIF shows the gravest where there are too many', () => {
  const layers = Array.from({ length: 6000 }, (_, at) =>
    reportLayer({ longname: `x${at}`, verdict: at === 5999 ? 'fail' : 'warn', reasons: ['r'] }),
  );
  const { results } = JSON.parse(renderSarif([analyzed(layers)])).runs[0];
  expect(results).toHaveLength(5000);
  expect(results[0].locations[0].logicalLocations[0].fullyQualifiedName).toBe('x5999');
});

describe.each(MODELS)('%s in JUnit', (_what, outcomes) => {
  test('are well-formed XML with a case for each layer, and its counts are right', () => {
    const tags: SaxesTagPlain[] = [];
    const parser = new SaxesParser();
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('opentag', (tag) => tags.push(tag as SaxesTagPlain));
    parser.write(renderJUnit(outcomes)).close();

    const layers = reportsOf(outcomes).flatMap((report) => report.layers);
    const of = (name: string) => tags.filter((tag) => tag.name === name).length;
    expect(new Set(tags.map(({ name }) => name)).size).toBeLessThanOrEqual(7);
    expect(of('testcase')).toBe(layers.length + outcomes.length - reportsOf(outcomes).length);
    expect(of('failure')).toBe(layers.filter(({ verdict }) => verdict === 'fail').length);
    expect(tags[0]?.attributes).toEqual({
      name: 'alphagate',
      tests: String(of('testcase')),
      failures: String(of('failure')),
      errors: String(of('error')),
      skipped: String(of('skipped')),
    });
    for (const { attributes } of tags)
      for (const value of Object.values(attributes)) expectHarmlessLines(value);
  });
});

/** RFC 4180, strictly. */
function parseCsv(text: string): string[][] {
  expect(text.endsWith('\r\n')).toBe(true);
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)!.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end !== ',') rows.push([]);
  }
  expect(rows.pop()).toEqual([]);
  return rows;
}

describe.each(MODELS)('%s in CSV', (_what, outcomes) => {
  test('are a row each of as many fields as columns, and no formula', () => {
    const [head, ...rows] = parseCsv(renderCsv(reportsOf(outcomes)));
    const layers = reportsOf(outcomes).flatMap((report) => report.layers);
    expect(rows).toHaveLength(layers.length);
    for (const row of rows) expect(row).toHaveLength(head!.length);
    const alpha = head!.indexOf('alpha');
    expect(rows.map((row) => Number(row[alpha]))).toEqual(layers.map((layer) => layer.alpha));
    const names = rows.map((row) => row[head!.indexOf('longname')]!);
    expect(names.filter((name) => /^[=+@-]/.test(name))).toEqual([]);
  });
});
