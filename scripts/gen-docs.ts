/** Writes `action.yml`, the README's tables and `docs/diagnoses.md` from what the sources say. */

import { readFile, writeFile } from 'node:fs/promises';
import { actionYaml, withTables } from './action-metadata.ts';
import { diagnosesPage } from './diagnoses-page.ts';

await writeFile('action.yml', actionYaml());
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')));
const found = JSON.parse(await readFile('test/golden/diagnoses.json', 'utf8'));
await writeFile('docs/diagnoses.md', diagnosesPage(found));
