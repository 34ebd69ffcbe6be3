/** The manual's page about the library, made from its declarations. */

import { LIBRARY_SETTINGS } from '../src/entry/library/check-settings.ts';
import { settingOf } from '../src/settings/resolve.ts';
import { type Declaration, declarationsIn } from './declarations-in.ts';
import { code, shownDefault, table } from './markdown-table.ts';

/** Types that have tables of their own. */
const IN_TABLES: readonly string[] = ['Settings', 'Report', 'ReportLayer'];

/**
 * @param declarations the library's, in one text.
 * @param example a program.
 */
export function apiPage(declarations: string, example: string): string {
  const all = declarationsIn(declarations);
  const ofKind = (...kinds: readonly Declaration['kind'][]) =>
    all.filter(({ kind, name }) => kinds.includes(kind) && !IN_TABLES.includes(name));
  return `<!-- Made by "npm run gen:docs" from src/entry/library, src/settings and examples/library/gate.mjs. -->

# In a program

What \`alphagate analyze\` does, a program can do by itself, on Node 20.19 or newer and with the same numbers:

\`\`\`js
${example}\`\`\`

That is [examples/library/gate.mjs](../examples/library/gate.mjs). A checkout is the package: \`npm install\` takes its path, or a repository's address
as \`github:organisation/name\`. The bundle in \`dist/\` needs no other package, and its declarations none but Node's (\`@types/node\`).

- Nothing is printed. A red verdict is no error: \`summary.passed\` of [the report](report.md) tells it.
- No configuration file is looked for; \`parseConfig\` reads the text of one. Credentials and proxies come from the environment, see
  [configuration.md](configuration.md#environment).
- Layers are analysed by worker threads, which are gone when the promise is settled. Two runs at a time share nothing: give each its
  \`threads\` and \`memoryBytes\`.
- A program cannot be given what another door does around a run: comments, history, \`mode\`, \`timeoutMinutes\`. For time, there is
  \`AbortSignal.timeout\`.

## Functions

${ofKind('function').map(functionSection).join('\n\n')}

## Types

${ofKind('interface', 'type').map(typeSection).join('\n\n')}

## Errors

Whatever is wrong with what was given is an error of one of these classes; anything else is a bug. Tell them apart by class and \`code\`, never by
\`message\`. [Troubleshooting](troubleshooting.md) has every code with cause and cure.

${ofKind('class').map(typeSection).join('\n\n')}

## Settings

The names of settings in a program, with the key that [configuration.md](configuration.md) explains each under. Values are those of the
file; \`undefined\` is the default.

${table(
  ['Setting', 'Key', 'Option', 'Default'],
  LIBRARY_SETTINGS.map((name) => {
    const setting = settingOf(name);
    return [
      code(name),
      setting.key === undefined ? '' : code(setting.key),
      setting.option === undefined ? '' : code(`--${setting.option}`),
      shownDefault(setting),
    ];
  }),
)}

## What is promised

Names, parameters and types on this page, the report's [schema](report.md), and the codes of errors: they change with the version's rules
in [the changelog](../CHANGELOG.md). Not the words of messages, nor anything below the package's \`dist/\` that is imported otherwise.
[ADR 32](adr/0032-library.md) says why there is no more.
`;
}

function functionSection({ name, doc, code: signature }: Declaration): string {
  const { text, tags } = readComment(doc);
  const of = (tag: string) => tags.filter((one) => one.tag === tag).map((one) => one.text);
  const lists = [
    ...of('param').map((line) => line.replace(/^(\w+) /, '- **`$1`**: ')),
    ...of('returns').map((line) => `- **returns** ${line}`),
    ...of('throws').map((line) => `- **throws** ${line}`),
  ];
  const shown = signature
    .replace(/^export declare function /, '')
    .replace(
      /^(\w+)\((.*)\): /,
      (_, called, given) => `${called}(\n  ${given.replace(/, (?=\w+\??:)/g, ',\n  ')},\n): `,
    );
  return [`### ${name}`, ts(shown), text, lists.join('\n')].join('\n\n');
}

function typeSection({ name, doc, code: declared }: Declaration): string {
  return [`### ${name}`, readComment(doc).text, ts(declared.replaceAll('    ', '  '))]
    .filter((part) => part !== '')
    .join('\n\n');
}

function ts(text: string): string {
  return `\`\`\`ts\n${text}\n\`\`\``;
}

interface Comment {
  readonly text: string;
  readonly tags: readonly { readonly tag: string; readonly text: string }[];
}

function readComment(doc: string): Comment {
  const [text = '', ...tags] = doc
    .replace(/^\/\*\*|\*\/$/g, '')
    .split('\n')
    .map((line) => line.replace(/^\s*\* ?/, '').trim())
    .join('\n')
    .split(/^@/m);
  return {
    text: text.trim(),
    tags: tags.map((entry) => {
      const [tag = ''] = entry.split(' ', 1);
      return { tag, text: entry.slice(tag.length).trim().replaceAll('\n', ' ') };
    }),
  };
}
