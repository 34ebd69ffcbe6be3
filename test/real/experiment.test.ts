import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { DEMO } from '../../scripts/experiment/demo.ts';
import { FULL } from '../../scripts/experiment/setups.ts';
import { checkpointOf, prepareTrainer, trainRun } from '../../scripts/training/train-run.ts';
import { PROJECT } from '../support/cli.ts';
import { sha256OfFile } from '../support/file-sha256.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const MNIST = path.join(PROJECT, '.real/mnist');
/** On a machine that is at other work as well. */
const TRAINING_MS = 600_000;

const folder = temporaryFolder();

/** Everything that a quick run leaves, by name: checkpoints, records, analyses, page, charts. */
async function quickRun(name: string): Promise<Map<string, string>> {
  const home = path.join(folder, name);
  await promisify(execFile)('npm', ['run', 'experiment', '--silent', '--', '--quick', '--folder', home], {
    cwd: PROJECT,
  });
  const files = (await readdir(home, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const hashes = await Promise.all(
    files.map(
      async (file): Promise<[string, string]> => [
        path.relative(home, file),
        (await sha256OfFile(file)) ?? '',
      ],
    ),
  );
  return new Map(hashes.sort());
}

describe('npm run experiment', () => {
  test(
    'leaves the same checkpoints and the same report when it is run again',
    async () => {
      const first = await quickRun('first');
      expect([...first.keys()].filter((name) => name.endsWith('.safetensors')).length).toBeGreaterThan(10);
      expect(await readFile(path.join(folder, 'first/experiment.md'), 'utf8')).toMatch(/784×300/);
      expect(await quickRun('second')).toEqual(first);
    },
    TRAINING_MS,
  );

  test(
    'makes the networks of the demo',
    async () => {
      const runs = Object.entries(DEMO).map(([name, id]) => ({
        name,
        run: FULL.find((run) => run.id === id)!,
      }));
      const trainer = await prepareTrainer({ mnist: MNIST, runs: folder }, runs[0]!.run.setup.images);
      for (const { name, run } of runs) {
        const { outcome } = await trainRun(run, trainer);
        const checkpoint = await readFile(checkpointOf(path.join(folder, run.id), outcome.chosen));
        const bundled = await readFile(path.join(PROJECT, `examples/demo/${name}.safetensors`));
        expect([name, checkpoint.equals(bundled)]).toEqual([name, true]);
      }
    },
    TRAINING_MS,
  );
});
