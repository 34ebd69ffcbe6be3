/** Writes the schema of the JSON report, which is part of the package. */

import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { reportSchema } from '../src/report/report.ts';

const OUT = process.argv[2] ?? 'dist';

await mkdir(OUT, { recursive: true });
await writeFile(
  path.join(OUT, 'report.schema.json'),
  `${JSON.stringify(z.toJSONSchema(reportSchema), null, 2)}\n`,
);
