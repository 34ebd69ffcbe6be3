import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { AlphagateError } from '../../../src/errors.ts';
import { isFloatDtype } from '../../../src/formats/dtype.ts';
import { groupModels } from '../../../src/formats/models.ts';
import { openModel } from '../../../src/formats/open-model.ts';
import { memoryFolder } from '../../support/memory-source.ts';
import { numbersOf } from '../../support/reading.ts';

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
  /** Of the elements of the first tensor. */
  readonly sum?: number;
}

const folderOf = (format: string) => new URL(`../../fixtures/${format}/hostile/`, import.meta.url);

describe.each(['archive', 'flax', 'gguf', 'keras', 'numpy', 'onnx', 'pytorch'])('of %s', (format) => {
  const folder = folderOf(format);
  const files: readonly HostileFile[] = JSON.parse(readFileSync(new URL('expected.json', folder), 'utf8'));

  test.each(files)('$file ($what) has the outcome that it should', async (hostile) => {
    const bytes = new Uint8Array(readFileSync(new URL(hostile.file, folder)));
    const { outcome, tensors, code, sum } = await openHostile(hostile.file, bytes);
    expect([hostile.expected, hostile.alsoFine]).toContain(outcome);
    expect({ tensors, code }).toEqual({ tensors: hostile.tensors, code: hostile.code });
    if (hostile.sum !== undefined) expect(sum).toBeCloseTo(hostile.sum, 4);
  });

  test('every hostile file is among those tried', () => {
    const present = readdirSync(folder).filter((file) => file !== 'expected.json');
    expect(present.sort()).toEqual(files.map(({ file }) => file).sort());
  });
});

test('no pickle ran what it says', () => {
  const pickle = readFileSync(new URL('os_system_raw.pkl.pt', folderOf('pytorch')), 'latin1');
  const [, marker] = /echo HOSTILE-PICKLE-RAN > (\S+?marker)/.exec(pickle)!;
  expect(existsSync(marker!)).toBe(false);
});

async function openHostile(
  file: string,
  bytes: Uint8Array,
): Promise<{ outcome: Outcome; tensors?: readonly string[]; code?: string; sum?: number }> {
  try {
    const tensors = [];
    for (const files of await groupModels(memoryFolder({ [file]: bytes }, 'file'))) {
      tensors.push(...(await openModel(files)).tensors);
    }
    const weights = tensors.filter(({ dtype }) => isFloatDtype(dtype));
    const sums = [];
    for (const tensor of weights) sums.push((await numbersOf(tensor)).reduce((sum, value) => sum + value, 0));
    return {
      outcome: weights.length === tensors.length ? 'ok' : 'skip-layer',
      tensors: tensors.map(({ name }) => name),
      ...(sums[0] !== undefined && { sum: sums[0] }),
    };
  } catch (error) {
    if (error instanceof AlphagateError) return { outcome: 'error', code: error.code };
    throw error;
  }
}
