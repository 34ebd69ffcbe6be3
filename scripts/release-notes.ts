/** Prints what the changelog says of a version: `node scripts/release-notes.ts v1.2.3`. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { VERSION } from '../src/version.ts';

const [tag] = process.argv.slice(2);
if (tag !== `v${VERSION}`) throw new Error(`the tag is ${tag}, and package.json has the version ${VERSION}`);
const changelog = await readFile(path.join(import.meta.dirname, '../CHANGELOG.md'), 'utf8');
const section = changelog.split(/^(?=## )/m).find((part) => part.startsWith(`## ${VERSION} `));
if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${VERSION} (date)"`);
console.log(section.slice(section.indexOf('\n')).trim());
