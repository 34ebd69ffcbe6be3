import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { outcomeOf, readTorch, tensorBytes } from '../../../support/pytorch-reading.ts';

const FOLDER = new URL('../../../fixtures/pytorch/hostile/', import.meta.url);

interface HostileFile {
  readonly file: string;
  readonly what: string;
  readonly why: string;
  /** `ok`: it is read. `error`: it is refused. `skip-layer`: it is read, and its tensor cannot be analysed. */
  readonly expected: 'ok' | 'error' | 'skip-layer';
  /** Another outcome that would be right. */
  readonly alsoFine?: 'ok' | 'error' | 'skip-layer';
  /** The names that are read. */
  readonly tensors?: readonly string[];
  /** The code of the error. */
  readonly code?: string;
  /** Of the elements of the first tensor, as torch sums them. */
  readonly sum?: number;
}

const FILES: readonly HostileFile[] = JSON.parse(await readFile(new URL('expected.json', FOLDER), 'utf8'));

test.each(FILES)(
  '$file ($what) has the outcome that it should',
  async ({ file, expected, alsoFine, tensors, code, sum }) => {
    const bytes = await readFile(new URL(file, FOLDER));
    const outcome = await outcomeOf(bytes);
    expect([expected, alsoFine]).toContain(
      outcome === 'read' ? (expected === 'skip-layer' ? expected : 'ok') : 'error',
    );
    expect(outcome).toBe(code ?? 'read');
    if (outcome !== 'read') return;
    const read = await readTorch(bytes);
    expect(read.map(({ name }) => name)).toEqual(tensors);
    if (sum === undefined) return;
    const values = new Float32Array((await tensorBytes(read[0]!)).buffer);
    expect(values.reduce((total, value) => total + value, 0)).toBeCloseTo(sum, 4);
  },
);

test('every hostile file is among those tried, and none of them ran', async () => {
  const files = (await readdir(FOLDER)).filter((file) => file !== 'expected.json');
  expect(files.sort()).toEqual(FILES.map(({ file }) => file).sort());
  const command = /echo HOSTILE-PICKLE-RAN > (\S+?marker)/.exec(
    await readFile(new URL('os_system_raw.pkl.pt', FOLDER), 'latin1'),
  );
  expect(existsSync(command![1]!)).toBe(false);
});
