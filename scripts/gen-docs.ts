/** Writes `action.yml` and the README's tables from the settings schema. */

import { readFile, writeFile } from 'node:fs/promises';
import { actionYaml, withTables } from './action-metadata.ts';

await writeFile('action.yml', actionYaml());
await writeFile('README.md', withTables(await readFile('README.md', 'utf8')));
