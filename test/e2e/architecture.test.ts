import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@jest/globals';
import { architectureDiagram, withDiagram } from '../../scripts/architecture-diagram.ts';
import { PROJECT } from '../support/cli.ts';

/** What dependency-cruiser says of a project that consists of these files. */
async function cruise(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'alphagate-rules-'));
  try {
    await cp(`${PROJECT}.dependency-cruiser.mjs`, path.join(folder, '.dependency-cruiser.mjs'));
    await cp(`${PROJECT}package.json`, path.join(folder, 'package.json'));
    await symlink(`${PROJECT}node_modules`, path.join(folder, 'node_modules'));
    for (const [name, content] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), content);
    }
    const command = [`${PROJECT}node_modules/dependency-cruiser/bin/dependency-cruiser.mjs`, 'src'];
    return await promisify(execFile)(process.execPath, command, { cwd: folder }).then(
      ({ stdout }) => stdout,
      ({ stdout, stderr }) => stdout + stderr,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

const LATER = { 'src/report/later.ts': 'export const later = 1;\n' };

test.each([
  [
    'a stage that imports a later one',
    {
      'src/formats/a.ts': "import { later } from '../report/later.ts';\nexport const a = later;\n",
      ...LATER,
    },
    'formats-imports-only-earlier-stages',
  ],
  [
    'a type of a later stage',
    {
      'src/formats/a.ts': "import type { later } from '../report/later.ts';\nexport type A = typeof later;\n",
      ...LATER,
    },
    'formats-imports-only-earlier-stages',
  ],
  [
    'a pure stage that reads files',
    { 'src/metrics/a.ts': "import { readFile } from 'node:fs/promises';\nexport const a = readFile;\n" },
    'pure-stages-do-no-io',
  ],
  [
    'a pure stage that knows an SDK',
    { 'src/formats/a.ts': "import { S3Client } from '@aws-sdk/client-s3';\nexport const a = S3Client;\n" },
    'pure-stages-know-no-sdk',
  ],
  [
    'a stage that knows a door',
    {
      'src/publish/a.ts': "import { b } from '../entry/b.ts';\nexport const a = b;\n",
      'src/entry/b.ts': 'export const b = 1;\n',
    },
    'stages-know-no-door',
  ],
])('the rules for imports refuse %s', async (_, files, rule) => {
  expect(await cruise(files)).toContain(rule);
});

test('the rules for imports see modules at all, and let the right direction pass', async () => {
  const said = await cruise({
    'src/verdict/a.ts': "import { b } from '../metrics/b.ts';\nexport const a = b;\n",
    'src/metrics/b.ts': 'export const b = 1;\n',
  });
  expect(said).toMatch(/no dependency violations found \(2 modules, 1 dependencies cruised\)/);
});

test('the diagram of docs/architecture.md is what modules import', async () => {
  const page = await readFile(`${PROJECT}docs/architecture.md`, 'utf8');
  expect(page).toBe(withDiagram(page, await architectureDiagram()));
});
