import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from '@jest/globals';
import { AlphagateError } from '../../src/errors.ts';
import { isFloatDtype } from '../../src/formats/dtype.ts';
import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import { memoryFolder } from './memory-source.ts';
import { bytesOf } from './reading.ts';

type Outcome = 'ok' | 'error' | 'skip-layer';

interface HostileFile {
  readonly file: string;
  readonly what: string;
  readonly why: string;
  /** `ok`: it is read. `error`: it is refused. `skip-layer`: it is read, and a tensor of it cannot be analysed. */
  readonly expected: Outcome;
  /** Another outcome that would be right. */
  readonly alsoFine?: Outcome;
  /** The names that are read. */
  readonly tensors?: readonly string[];
  /** The code of the error. */
  readonly code?: string;
}

/** Tests that every file of a folder has the outcome that the folder's `expected.json` lists. */
export async function testHostileFiles(folder: URL): Promise<void> {
  const files: readonly HostileFile[] = JSON.parse(await readFile(new URL('expected.json', folder), 'utf8'));

  test.each(files)('$file ($what) has the outcome that it should', async (hostile) => {
    const { outcome, tensors, code } = await openHostile(folder, hostile.file);
    expect([hostile.expected, hostile.alsoFine]).toContain(outcome);
    expect({ tensors, code }).toEqual({ tensors: hostile.tensors, code: hostile.code });
  });

  test('every hostile file is among those tried', async () => {
    const present = (await readdir(folder)).filter((file) => file !== 'expected.json');
    expect(present.sort()).toEqual(files.map(({ file }) => file).sort());
  });
}

async function openHostile(
  folder: URL,
  file: string,
): Promise<{ outcome: Outcome; tensors?: readonly string[]; code?: string }> {
  const bytes = new Uint8Array(await readFile(new URL(file, folder)));
  try {
    const tensors = [];
    for (const files of await groupModels(memoryFolder({ [file]: bytes }, 'file'))) {
      tensors.push(...(await openModel(files)).tensors);
    }
    const weights = tensors.filter(({ dtype }) => isFloatDtype(dtype));
    for (const tensor of weights) await bytesOf(tensor);
    return {
      outcome: weights.length === tensors.length ? 'ok' : 'skip-layer',
      tensors: tensors.map(({ name }) => name),
    };
  } catch (error) {
    if (error instanceof AlphagateError) return { outcome: 'error', code: error.code };
    throw error;
  }
}
