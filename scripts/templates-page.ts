/** The manual's page about users' templates, made from the schema of what they see. */

import type * as z from 'zod';
import {
  MAX_TEMPLATE_CHARACTERS,
  MAX_TEMPLATE_DEPTH,
  MAX_TEMPLATE_OUTPUT,
  MAX_TEMPLATE_STEPS,
} from '../src/limits.ts';
import { COMMENT_BUDGET_BYTES } from '../src/report/markdown.ts';
import { commentViewSchema } from '../src/report/template/comment-view-schema.ts';
import { type Shape, shapeOf } from '../src/report/template/view-shape.ts';
import { code, table } from './markdown-table.ts';

/** @param example a template, as in `examples/templates/`. */
export function templatesPage(example: string): string {
  return `<!-- Made by "npm run gen:docs" from src/report/template/comment-view-schema.ts and examples/templates/short.md.hbs. -->

# Your own comment

\`template:\` in \`.alphagate.yml\`, the input \`template\` or the option \`--template\` names a [Handlebars](https://handlebarsjs.com/guide/)
file. The comment, the job summary and the report as Markdown are then written by it. Our own,
[templates/comment.md.hbs](../templates/comment.md.hbs), is such a file too: begin with a copy of it, or with this one,
[examples/templates/short.md.hbs](../examples/templates/short.md.hbs):

\`\`\`handlebars
${example}\`\`\`

\`\`\`yaml
template: .github/alphagate.md.hbs
\`\`\`

![The comment that it makes](gallery/template.png)

## What there is

Blocks: \`if\`, \`unless\`, \`each\`, \`with\`, with \`else\`; \`../\` for what is outside, \`this\`, \`@index\`, \`@first\`, \`@last\`, \`@root\`.

| Helper | Takes | Writes |
|---|---|---|
| \`{{code name}}\` | words | a code span |
| \`{{cell name}}\` | words | a code span in a table, where a pipe would end the cell |
| \`{{codes names}}\` | a list of words | code spans, commas between them |
| \`{{text why}}\` | words, or a list of them | words, without markup. \`{{why}}\` does the same |
| \`{{icon status}}\` | a verdict or status | ✅ ⚠️ ❓ ❌ 💥 |
| \`{{alert status}}\` | a verdict or status | GitHub's kind of alert: \`CAUTION\`, \`WARNING\`, \`TIP\` |

Fields. Whoever makes a weight file chooses the *words* in it; they are escaped wherever you write them. Three braces do not exist,
nor do partials, decorators, helpers of your own and names with \`as |name|\`.

${sections('', commentViewSchema)}
## Mistakes

A template is checked as a whole before anything is analysed: an unknown name, a forbidden form or a syntax error ends the run with
the file, the line and the cure, whether or not this report would get there. See [troubleshooting](troubleshooting.md#template_syntax).

A pull request's report is written by the template of the commit that it is based on, as it is judged by the settings there. A
change of the template shows once it is merged; a mistake in it fails the check before. Where the base has no such file, or a broken
one, the report has our own form and says why.

## Limits

| What | Most |
|---|---|
| characters of a template | ${group(MAX_TEMPLATE_CHARACTERS)} |
| blocks inside each other | ${group(MAX_TEMPLATE_DEPTH)} |
| passes through loops | ${group(MAX_TEMPLATE_STEPS)} |
| characters that loops write | ${group(MAX_TEMPLATE_OUTPUT)} |
| bytes of a comment | ${group(COMMENT_BUDGET_BYTES)} |

Nothing is cut in the middle. When the result is too long, the template is given shorter lists, as our own is: of all models first the
skipped tensors go, then the layers that pass (\`folded\`), those that changed, the history, charts, diagnoses, layers that warn, layers that fail, and models
at the very last; the fields that end in \`Cut\` say how many are missing. When it is too long with nothing left in the lists, the
report has our own form and says so.
`;
}

/** A table of the fields of a part of the view, and after it those of its parts. */
function sections(path: string, schema: z.ZodType): string {
  const { fields } = shapeOf(schema) as Extract<Shape, { kind: 'group' }>;
  const below: string[] = [];
  const rows = Object.entries(fields).map(([name, field]) => {
    const shape = shapeOf(field);
    const inside = shape.kind === 'list' ? shape.of : field;
    const at = path === '' ? name : `${path}.${name}`;
    if (shapeOf(inside).kind === 'group') below.push(sections(at, inside));
    return [code(name), kindOf(shape), descriptionOf(field)];
  });
  const title = path === '' ? 'The report' : `Of each of \`${path}\``;
  return [`### ${title}\n\n${table(['Field', 'Kind', ''], rows)}\n`, ...below].join('\n');
}

const KINDS: Readonly<Record<Shape['kind'], string>> = {
  words: 'words',
  plain: 'number or Markdown',
  condition: 'yes or no',
  verdict: 'verdict',
  list: 'list',
  group: 'fields',
};

function kindOf(shape: Shape): string {
  const ofWords = shape.kind === 'list' && shapeOf(shape.of).kind === 'words';
  return ofWords ? 'list of words' : KINDS[shape.kind];
}

function descriptionOf(schema: z.ZodType): string {
  if (schema.description === undefined) throw new Error('a field of the view has no description');
  return schema.description.replaceAll('|', '\\|');
}

function group(number: number): string {
  return number.toLocaleString('en-US');
}
