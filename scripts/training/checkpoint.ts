import { writeFile } from 'node:fs/promises';
import { safetensors } from '../../src/formats/safetensors.ts';
import { openLocalFile } from '../../src/sources/local-file.ts';
import { buildSafetensors, float32Bytes } from '../../test/support/safetensors-builder.ts';
import type { DenseLayer } from './perceptron.ts';

/** Writes layers as PyTorch stores them, `fc1.weight` with one row for each output. @returns the file's bytes. */
export async function writeCheckpoint(file: string, layers: readonly DenseLayer[]): Promise<Uint8Array> {
  const tensors = layers.flatMap(({ inputs, outputs, weights, biases }, index) => [
    [
      `fc${index + 1}.weight`,
      { shape: [outputs, inputs], bytes: float32Bytes(transposed(weights, inputs, outputs)) },
    ],
    [`fc${index + 1}.bias`, { shape: [outputs], bytes: float32Bytes(biases) }],
  ]);
  const bytes = buildSafetensors(Object.fromEntries(tensors));
  await writeFile(file, bytes);
  return bytes;
}

export async function readCheckpoint(file: string): Promise<DenseLayer[]> {
  const source = await openLocalFile(file, file);
  try {
    const { tensors } = await safetensors.readTensors(source);
    const layers: DenseLayer[] = [];
    for (let index = 1; ; index++) {
      const weight = tensors.find(({ name }) => name === `fc${index}.weight`);
      const bias = tensors.find(({ name }) => name === `fc${index}.bias`);
      if (weight === undefined || bias === undefined) return layers;
      const [outputs, inputs] = weight.shape as [number, number];
      const stored = new Float32Array(weight.sizeBytes / 4);
      const biases = new Float32Array(bias.sizeBytes / 4);
      await weight.readInto(new Uint8Array(stored.buffer));
      await bias.readInto(new Uint8Array(biases.buffer));
      layers.push({ inputs, outputs, weights: transposed(stored, outputs, inputs), biases });
    }
  } finally {
    await source.close();
  }
}

/** `rows` rows of `cols` numbers, by columns. */
function transposed(values: Float32Array, rows: number, cols: number): Float32Array {
  const result = new Float32Array(values.length);
  for (let row = 0; row < rows; row++) {
    for (let col = 0; col < cols; col++) result[col * rows + row] = values[row * cols + col]!;
  }
  return result;
}
