/** Precompiles `templates/` into a module, so that the bundles carry Handlebars' runtime only. */

import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import Handlebars from 'handlebars';
import { TEMPLATE_HELPERS } from '../src/report/template-helpers.ts';

const knownHelpers = Object.fromEntries(Object.keys(TEMPLATE_HELPERS).map((name) => [name, true]));

const exports: string[] = [];
for (const file of (await readdir('templates')).filter((name) => name.endsWith('.hbs')).sort()) {
  const name = file.split('.')[0];
  // `strict`: a name that the view lacks is an error. `noEscape`: HTML's escapes mean nothing in Markdown's code.
  const options = { strict: true, noEscape: file.endsWith('.md.hbs'), knownHelpers, knownHelpersOnly: true };
  exports.push(
    `export const ${name} = ${Handlebars.precompile(await readFile(`templates/${file}`, 'utf8'), options)};`,
  );
}

await mkdir('src/generated', { recursive: true });
await writeFile(
  'src/generated/templates.ts',
  `// @ts-nocheck Made by scripts/gen-templates.ts.\n\n${exports.join('\n\n')}\n`,
);
