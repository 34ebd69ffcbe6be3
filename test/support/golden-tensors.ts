import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@jest/globals';
import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { locate } from '../../src/sources/locate.ts';
import { PROJECT } from './cli.ts';
import { bytesOf } from './reading.ts';

/** A tensor as another reader of the format decodes it. */
interface GoldenTensor {
  readonly name: string;
  readonly shape: readonly number[];
  /** Of its elements, little-endian in C order: as float32, of float64 as they are. */
  readonly sha256: string;
}

/** Every floating-point tensor of a model in `test/golden/models`, decoded by the libraries that own its format. */
export async function goldenTensors(id: string): Promise<readonly GoldenTensor[]> {
  return JSON.parse(await readFile(`${PROJECT}test/golden/models/${id}/tensors.json`, 'utf8'));
}

/** Reads all tensors of a model on disk and compares shapes and elements, to the last bit, with the golden ones. */
export async function expectGoldenTensors(reference: string, id: string): Promise<void> {
  const [files] = await groupModels(await locate(reference, { cwd: PROJECT }));
  const model = await openModel(files!);
  try {
    const found = new Map<string, string[]>();
    for (const tensor of model.tensors) {
      const elements = await elementsOf(tensor);
      if (elements === undefined) continue;
      const content = contentOf(tensor.shape, createHash('sha256').update(elements).digest('hex'));
      found.set(content, [...(found.get(content) ?? []), tensor.name]);
    }
    const golden = await goldenTensors(id);
    expect(golden.length).toBeGreaterThan(0);
    const missing = golden.filter(({ shape, sha256 }) => !found.has(contentOf(shape, sha256)));
    expect(missing).toEqual([]);
  } finally {
    await model.close();
  }
}

const contentOf = (shape: readonly number[], sha256: string) => `${JSON.stringify(shape)} ${sha256}`;

/** A tensor's elements in the form that the golden hashes are of; undefined where they are no floating-point numbers. */
async function elementsOf(tensor: Tensor): Promise<Uint8Array | undefined> {
  const bytes = await bytesOf(tensor);
  switch (tensor.dtype) {
    case 'F32':
    case 'F64':
      return bytes;
    case 'BF16':
      // The upper half of a float32.
      return bytesOfFloat32(
        new Float32Array(Uint32Array.from(new Uint16Array(bytes.buffer), (x) => x << 16).buffer),
      );
    case 'F16': {
      const halves = new DataView(bytes.buffer) as DataView & {
        getFloat16(byteOffset: number, littleEndian: boolean): number;
      };
      return bytesOfFloat32(
        Float32Array.from({ length: bytes.length / 2 }, (_, i) => halves.getFloat16(2 * i, true)),
      );
    }
    default:
      return undefined;
  }
}

const bytesOfFloat32 = (values: Float32Array) => new Uint8Array(values.buffer);
