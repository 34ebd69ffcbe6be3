/** Writes `action.yml`, and what documents say of settings, diagnoses, parameters and imports, from the sources. */

import { readFile, writeFile } from 'node:fs/promises';
import { actionYaml, withTable } from './action-metadata.ts';
import { architectureDiagram, withDiagram } from './architecture-diagram.ts';
import { configurationPage, exampleOfAllKeys } from './configuration-page.ts';
import { diagnosesPage } from './diagnoses-page.ts';
import { withParameters } from './lambda-parameters.ts';
import { templatesPage } from './templates-page.ts';

await writeFile('action.yml', actionYaml());
await writeFile('README.md', withTable(await readFile('README.md', 'utf8')));
await writeFile('examples/alphagate-all.yml', exampleOfAllKeys());
const example = await readFile('examples/alphagate.yml', 'utf8');
await writeFile('docs/configuration.md', configurationPage(example));
const found = JSON.parse(await readFile('test/golden/diagnoses.json', 'utf8'));
await writeFile('docs/diagnoses.md', diagnosesPage(found));
await writeFile('docs/lambda.md', await withParameters(await readFile('docs/lambda.md', 'utf8')));
const page = await readFile('docs/architecture.md', 'utf8');
await writeFile('docs/architecture.md', withDiagram(page, await architectureDiagram()));
await writeFile(
  'docs/templates.md',
  templatesPage(await readFile('examples/templates/short.md.hbs', 'utf8')),
);
