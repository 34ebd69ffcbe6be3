/** Writes `docs/scale.md` from the figures of `docs/benchmarks.md`: `npm run scale`. */

import { readFile, writeFile } from 'node:fs/promises';
import { scalePage } from './page.ts';

await writeFile('docs/scale.md', scalePage(await readFile('docs/benchmarks.md', 'utf8')));
