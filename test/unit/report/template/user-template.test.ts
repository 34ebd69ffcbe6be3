import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ConfigError } from '../../../../src/errors.ts';
import { MAX_TEMPLATE_CHARACTERS, MAX_TEMPLATE_DEPTH } from '../../../../src/limits.ts';
import { abridgeable } from '../../../../src/report/comment-view.ts';
import { COMMENT_BUDGET_BYTES, renderMarkdown } from '../../../../src/report/markdown.ts';
import type { ReportedOutcome } from '../../../../src/report/outcome.ts';
import { commentViewSchema } from '../../../../src/report/template/comment-view-schema.ts';
import { compileTemplate } from '../../../../src/report/template/user-template.ts';
import { TEMPLATE_HELPERS } from '../../../../src/report/template-helpers.ts';
import { buildView } from '../../../../src/report/view-model.ts';
import { PROJECT } from '../../../support/cli.ts';
import { nodesOf, parseMarkdown } from '../../../support/markdown-tree.ts';
import { analyzed, failingLayer, reportLayer, unreadable } from '../../../support/report-builder.ts';

const NAME = 'comment.hbs';

/** Every kind of thing that a report can say. */
const OUTCOMES: readonly ReportedOutcome[] = [
  analyzed(
    [
      { ...failingLayer('a'), trust: 'low', diagnosis: ['over-trained', 'correlation-trap'] },
      reportLayer({ longname: 'w', alpha: 7, verdict: 'warn', reasons: ['alpha 7 is above 6'], delta: 2 }),
      ...Array.from({ length: 30 }, (_, index) => reportLayer({ longname: `l${index}`, delta: index / 40 })),
    ],
    {
      source: 'bad',
      untrusted_run: 'run 1 of someone/fork',
      settings: { 'min-alpha': 3 },
      skipped: [{ name: 'bias', reason: '1-d' }],
    },
  ),
  analyzed([reportLayer()], { source: 'good' }),
  unreadable('gone.pt', 'gone.pt: there is no such file. Check the path.'),
];

const MANY = analyzed(
  Array.from({ length: 5000 }, (_, index) => failingLayer(`model.layers.${index}.mlp`, 1 + index / 10_000)),
);

function written(template: string, outcomes: readonly ReportedOutcome[] = OUTCOMES): string {
  return renderMarkdown(outcomes, { template: compileTemplate(template, NAME) });
}

function mistakeIn(template: string): ConfigError {
  try {
    compileTemplate(template, NAME);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error(`nothing is wrong with ${template}`);
}

describe('what templates see', () => {
  test('is what the schema, and with it the manual, says: no field more and none less', () => {
    const { parts, abridge } = abridgeable(buildView(OUTCOMES), ['min-alpha: 2 → 1']);
    for (const shown of [0, 1, 2, 3, 5, 10, parts - 1, parts])
      expect(commentViewSchema.parse(abridge(shown))).toEqual(abridge(shown));
  });

  test('has no field of the name of a helper, which would hide it', () => {
    const fieldsOf = (schema: unknown): string[] => {
      const { properties = {}, items, anyOf = [] } = schema as Record<string, never> & { anyOf?: unknown[] };
      return [
        ...Object.keys(properties),
        ...[...Object.values(properties), ...(items ? [items] : []), ...anyOf].flatMap(fieldsOf),
      ];
    };
    const fields = fieldsOf(commentViewSchema.toJSONSchema());
    expect(fields).toEqual(expect.arrayContaining(['models', 'listed', 'among', 'remedies']));
    expect(fields.filter((field) => field in TEMPLATE_HELPERS)).toEqual([]);
  });
});

describe('a template', () => {
  test('that is a copy of our own writes what ours does', async () => {
    const own = await readFile(path.join(PROJECT, 'templates/comment.md.hbs'), 'utf8');
    for (const outcomes of [OUTCOMES, [OUTCOMES[0]!], [OUTCOMES[1]!], [OUTCOMES[2]!]])
      expect(written(own, outcomes)).toBe(renderMarkdown(outcomes));
    const small = { budgetBytes: 3000, marker: '<!-- m -->' };
    expect(renderMarkdown([MANY], { ...small, template: compileTemplate(own, NAME) })).toBe(
      renderMarkdown([MANY], small),
    );
  });

  test('that is the example writes a short comment', async () => {
    const example = await readFile(path.join(PROJECT, 'examples/templates/short.md.hbs'), 'utf8');
    expect(
      written(example, [analyzed([failingLayer('fc1', 1.44), reportLayer({ longname: 'fc2' })])]),
    ).toBe(`### ❌ 1 of 2 layers fails

\`model.safetensors\`: 1 fails · 1 passes

- ❌ \`fc1\`: alpha 1.440 ± 0.100, below 2: over-trained
- ✅ \`fc2\`: alpha 3.000 ± 0.100

What to do: [our runbook](https://wiki.example.com/model-gate). Alphagate 0.1.0
`);
  });

  test('may use conditions, loops with their data, what is outside, and what may be absent', () => {
    const template = `{{#each models}}{{@index}}{{#if @first}} first{{/if}}{{#unless @last}},{{/unless}}{{@root.version}}
{{#with worst}}{{name}} of {{../name}}{{else}}none{{/with}} {{worst.name}} {{#if ../several}}several{{/if}}
{{/each}}`;
    expect(written(template)).toBe(`0 first,0.1.0
none  several
1,0.1.0
a of bad a several
20.1.0
none  several
`);
  });

  test('has words escaped that it does not escape itself', () => {
    const name = '<img src=x> [a](https://evil.example) @mona | **x**';
    const tree = parseMarkdown(written('{{#each models}}{{name}}{{/each}}', [unreadable(name, name)]));
    const types = new Set(nodesOf(tree).map(({ type }) => type));
    expect([...types]).toEqual(['root', 'paragraph', 'text']);
  });
});

describe('a mistake', () => {
  const mistakes: Record<string, [what: string, template: string, message: RegExp][]> = {
    TEMPLATE_SYNTAX: [
      ['braces that do not close', 'a\n{{name', /line 2: is no Handlebars/],
      ['a block that does not close', 'a\nb\n{{#if several}}\nc\n', /line [45]: is no/],
      ['a block that ends as another', '{{#if several}}\n{{/each}}', /line 1: .*if doesn't match each/],
      ['what no lexer reads', '\n\n{{name ^ }}', /line 3: /],
      ['too many blocks inside each other', '{{#if several}}'.repeat(2000) + '{{/if}}'.repeat(2), /line 1/],
    ],
    TEMPLATE_UNKNOWN_NAME: [
      [
        'a field that does not exist',
        '{{#each models}}\n  {{nmae}}\n{{/each}}',
        /line 2, column 5: "nmae" is nothing that the report has here\. There are "name"/,
      ],
      ['a field of what is outside', '{{#each models}}\n{{several}}{{/each}}', /line 2/],
      ['a field of words', '{{headline.length}}', /has no fields/],
      ['a way out', '\n{{../headline}}', /line 2.*leads out of the report/],
      ['a helper that does not exist', '{{upper headline}}', /no helper "upper"/],
      ['a built-in helper that is unsafe', '{{lookup models 0}}', /no helper "lookup"/],
      ['a helper that writes to the log', '{{log headline}}', /no helper "log"/],
      ['a block that does not exist', '{{#sort models}}{{/sort}}', /no block "sort"/],
      ['data outside of a loop', '{{@index}}', /no @index/],
      ['the prototype', '{{constructor}}', /"constructor" is nothing/],
      ['the prototype, by its name', '{{#each models}}{{this.__proto__}}{{/each}}', /__proto__/],
      ['a segment in brackets', '{{models.[0]}}', /has no fields/],
    ],
    TEMPLATE_FORBIDDEN: [
      ['three braces', 'a\n{{{headline}}}', /line 2, column 1: three braces/],
      ['an ampersand', '{{& headline}}', /three braces/],
      ['a partial', '{{> header}}', /partials/],
      ['a partial with a block', '{{#> layout}}x{{/layout}}', /partials/],
      ['an inline partial', '{{#*inline "x"}}y{{/inline}}', /decorators/],
      ['a decorator', '{{* x}}', /decorators/],
      ['names of its own', '{{#each models as |m|}}{{/each}}', /"as \|name\|"/],
      ['options', '{{text headline a=1}}', /name=value/],
      ['a constant', '{{"x"}}', /constant/],
      ['a helper in a helper', '{{text (code headline)}}', /text takes words/],
      ['a helper of another kind', '{{icon headline}}', /icon takes a verdict/],
      ['a list as words', '{{models}}', /"models" is a list\. Write \{\{#each models\}\}/],
      ['a group as words', '{{#each models}}{{worst}}{{/each}}', /fields of its own/],
      ['a loop over words', '{{#each headline}}{{/each}}', /no list/],
      ['going into words', '{{#with headline}}{{/with}}', /no fields/],
      [
        'blocks that are too deep',
        `${'{{#if several}}'.repeat(1400)}${'{{/if}}'.repeat(1400)}`.slice(0, 1400 * 22),
        new RegExp(`more than ${MAX_TEMPLATE_DEPTH} blocks`),
      ],
    ],
    TEMPLATE_TOO_LARGE: [['a file that is none', 'x'.repeat(MAX_TEMPLATE_CHARACTERS + 1), /more than 32768/]],
  };

  describe.each(Object.entries(mistakes))('%s', (code, examples) => {
    test.each(examples)('is found before anything is analysed: %s', (_what, template, message) => {
      const error = mistakeIn(template);
      expect(error.code).toBe(code);
      expect(error.message).toMatch(message);
      expect(error.message).toMatch(/^comment\.hbs/);
      expect(error.cure).toBeDefined();
    });
  });

  test('is found in a branch that no report of today takes', () => {
    expect(
      mistakeIn('{{#if several}}x{{else}}\n{{#each proposed}}\n{{this}}{{oh}}{{/each}}{{/if}}').subject,
    ).toBe('comment.hbs, line 3, column 11');
  });

  test('of whatever kind is an error of ours, or the template is one that can be written', () => {
    const blocks =
      '{{, }}, {{#each models}}, {{/each}}, {{#if , {{/if}}, {{else}}, name, several, ../, @root'.split(', ');
    const others = '., this, |,  as , ", [, ], &, ~, !--, --, \n, \\,  , ('.split(', ');
    const text = fc
      .array(fc.constantFrom(...blocks, ...others), { maxLength: 14 })
      .map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, (template) => {
        try {
          expect(typeof written(template)).toBe('string');
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('a result that is too long', () => {
  const budgetBytes = COMMENT_BUDGET_BYTES;

  test('gets shorter lists, of which the template may say how much is missing', () => {
    const template = compileTemplate(
      '{{#each models}}{{#each listed}}\n- {{code name}} {{why}}{{/each}}\n\nand {{listedCut}} more{{/each}}',
      NAME,
    );
    const text = renderMarkdown([MANY], { template, budgetBytes });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
    expect(Buffer.byteLength(text)).toBeGreaterThan(budgetBytes - 200);
    const shown = text.match(/^- `model\.layers\.\d+\.mlp` below 2: over-trained$/gm)!.length;
    expect(text).toContain(`\nand ${5000 - shown} more\n`);
  });

  test('with nothing left in them gives way to our own form, which says so', () => {
    const template = compileTemplate('{{headline}}'.repeat(2700), NAME);
    const text = renderMarkdown([MANY], { template, budgetBytes });
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(budgetBytes);
    expect(text).toMatch(/^## ❌ Alphagate: 5000 of 5000 layers fail\n/);
    expect(text).toMatch(/\n> \[!NOTE\]\n> The template `comment\.hbs` was not used: .* too long .*\.\n$/);
  });

  test('of loops inside loops ends', () => {
    const inside = '{{#each @root.models}}{{#each listed}}';
    const template = compileTemplate(`${inside.repeat(4)}x${'{{/each}}{{/each}}'.repeat(4)}`, NAME);
    const text = renderMarkdown([MANY], { template });
    // Shorter lists are multiplied less often.
    expect(text).toMatch(/^x+\n$/);
    expect(text.length).toBeLessThan(200_000);
  });

  test('is told apart from one that cannot be used for another reason', () => {
    const text = renderMarkdown(OUTCOMES, { template: { name: 'x.hbs', problem: 'abc does not have it' } });
    expect(text).toMatch(/The template `x\.hbs` was not used: abc does not have it\.\n$/);
  });
});
