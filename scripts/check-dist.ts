/** Proves that the committed `dist/` is what the sources build: builds it elsewhere and compares every byte. */

import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

const fresh = await mkdtemp(path.join(tmpdir(), 'alphagate-dist-'));
try {
  for (const script of ['scripts/bundle.ts', 'scripts/gen-report-schema.ts', 'scripts/gen-declarations.ts']) {
    execFileSync(process.execPath, [script, fresh], { stdio: 'inherit' });
  }
  const differences = await compare('dist', fresh);
  if (differences.length > 0) {
    console.error(
      `dist/ is not what the sources build: run "npm run build" and commit it.\n${differences.join('\n')}`,
    );
    process.exitCode = 1;
  } else {
    console.log('dist/ is what the sources build');
  }
} finally {
  await rm(fresh, { recursive: true });
}

async function compare(committed: string, built: string): Promise<string[]> {
  const [before, after] = [await filesBelow(committed), await filesBelow(built)];
  const names = [...new Set([...before, ...after])].sort();
  const differences: string[] = [];
  for (const name of names) {
    if (!after.includes(name)) differences.push(`  ${name} is committed, but not built`);
    else if (!before.includes(name)) differences.push(`  ${name} is built, but not committed`);
    else if (!(await readFile(path.join(committed, name))).equals(await readFile(path.join(built, name)))) {
      differences.push(`  ${name} differs`);
    }
  }
  return differences;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'));
}
