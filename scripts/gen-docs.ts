/** Writes `action.yml`, the README's tables, `docs/diagnoses.md` and `docs/templates.md` from what the sources say. */

import { readFile, writeFile } from 'node:fs/promises';
import { actionYaml, withTables } from './action-metadata.ts';
import { diagnosesPage } from './diagnoses-page.ts';
import { templatesPage } from './templates-page.ts';

await writeFile('action.yml', actionYaml());
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')));
const found = JSON.parse(await readFile('test/golden/diagnoses.json', 'utf8'));
await writeFile('docs/diagnoses.md', diagnosesPage(found));
await writeFile(
  'docs/templates.md',
  templatesPage(await readFile('examples/templates/short.md.hbs', 'utf8')),
);
