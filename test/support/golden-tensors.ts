import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { isFloatDtype } from '../../src/formats/dtype.ts';
import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import { locate } from '../../src/sources/locate.ts';
import { PROJECT } from './cli.ts';
import { float32HashOf } from './reading.ts';

/** A tensor as the format's own library reads it. */
interface GoldenTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Of its elements as little-endian float32 in C order. */
  readonly sha256: string;
}

export async function goldenTensors(id: string): Promise<readonly GoldenTensor[]> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/models/${id}/tensors.json`, 'utf8'));
}

/** Compares the elements of every floating-point tensor of a model with what the format's own library reads. */
export async function expectGoldenTensors(reference: string, golden: readonly GoldenTensor[]): Promise<void> {
  const [files] = await groupModels(await locate(reference, { cwd: PROJECT }));
  const model = await openModel(files!);
  try {
    const known = new Map(golden.map((tensor) => [tensor.name, tensor]));
    const weights = model.tensors.filter(({ dtype }) => isFloatDtype(dtype));
    expect(weights.length).toBeGreaterThan(0);
    for (const tensor of weights) {
      const read = { name: tensor.name, shape: tensor.shape, sha256: await float32HashOf(tensor) };
      expect(read).toEqual(known.get(tensor.name));
      known.delete(tensor.name);
    }
    const isListed = new Set(model.tensors.map(({ name }) => name));
    expect([...known.keys()].filter((name) => !isListed.has(name))).toEqual([]);
  } finally {
    await model.close();
  }
}
