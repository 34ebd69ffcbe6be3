/** Writes the declarations of the library beside its bundle. */

import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { libraryDeclarations } from './library-declarations.ts';

await writeFile(path.join(process.argv[2] ?? 'dist', 'lib/index.d.ts'), await libraryDeclarations());
