import { readFile } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { Matrix, SingularValueDecomposition } from 'ml-matrix';
import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import type { Layer } from '../../src/layers/layer.ts';
import { literalPattern } from '../../src/layers/name-pattern.ts';
import { selectLayers } from '../../src/layers/select-layers.ts';
import { analyzeLayer } from '../../src/metrics/analyze-layer.ts';
import { toTask } from '../../src/metrics/layer-task.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { locate } from '../../src/sources/locate.ts';
import { elementReader } from '../../src/spectrum/elements.ts';
import { createWasmEngine } from '../../src/spectrum/wasm.ts';

const engine = createWasmEngine();

/**
 * A model file with the singular values of one layer raised to a higher power, which fattens the tail of its spectrum,
 * until its alpha has fallen by `drop`. Every other byte is the same, but for checksums in archives.
 *
 * @param name of a layer that is one matrix of float32.
 */
export async function fatten(file: string, name: string, drop: number): Promise<Uint8Array> {
  const [model] = await groupModels(await locate(file, { cwd: '/' }));
  const opened = await openModel(model!);
  try {
    const filter = completeSettings({ include: [literalPattern(name)], minEvals: 0, maxEvals: 0, maxN: 0 });
    const { layers } = selectLayers(opened, filter);
    const layer = layers[0]!;
    const before = new Uint8Array(layer.tensor.sizeBytes);
    await layer.tensor.readInto(before);
    return replaceBytes(await readFile(file), before, fattenLayer(layer, before, drop));
  } finally {
    await opened.close();
  }
}

function fattenLayer(layer: Layer, bytes: Uint8Array, drop: number): Uint8Array {
  const [place] = layer.matrices;
  if (place === undefined || layer.matrices.length > 1 || layer.dtype !== 'F32')
    throw new Error(`${layer.name} is not one matrix of float32`);
  const { rows, cols, offset, rowStride, colStride } = place;
  const read = elementReader({ bytes, dtype: layer.dtype, ...place });
  const matrix = new Matrix(
    Array.from({ length: rows }, (_, i) => Array.from({ length: cols }, (__, j) => read(i, j))),
  );
  const svd = new SingularValueDecomposition(matrix, { autoTranspose: true });
  const alphaOf = (data: Uint8Array) => analyzeLayer(engine, toTask(layer), data).alpha!;
  const goal = alphaOf(bytes) - drop;
  for (let power = 1.04; power < 4; power += 0.04) {
    const values = svd.diagonal.map((value) => (value / svd.diagonal.at(-1)!) ** power);
    const fattened = svd.leftSingularVectors
      .clone()
      .mulRowVector(values)
      .mmul(svd.rightSingularVectors.transpose());
    const changed = bytes.slice();
    const data = new DataView(changed.buffer);
    for (let i = 0; i < rows; i++) {
      for (let j = 0; j < cols; j++) {
        data.setFloat32((offset + i * rowStride + j * colStride) * 4, fattened.get(i, j), true);
      }
    }
    if (alphaOf(changed) <= goal) return changed;
  }
  throw new Error(`the alpha of ${layer.name} did not fall by ${drop}`);
}

/** Puts other bytes in the place of those that are there once, and their checksum into a zip archive's records. */
function replaceBytes(file: Buffer, before: Uint8Array, after: Uint8Array): Uint8Array {
  const at = file.indexOf(before);
  if (at === -1 || file.indexOf(before, at + 1) !== -1)
    throw new Error('the weights are not in the file once');
  const result = Buffer.from(file);
  result.set(after, at);
  if (file.subarray(0, 2).toString() !== 'PK') return result;
  const [old, checksum] = [Buffer.alloc(4), Buffer.alloc(4)];
  old.writeUInt32LE(crc32(before));
  checksum.writeUInt32LE(crc32(after));
  for (let found = file.indexOf(old); found !== -1; found = file.indexOf(old, found + 1)) {
    // Four bytes may be the same by chance, but not inside the weights that were replaced.
    if (found < at || found >= at + after.length) result.set(checksum, found);
  }
  return result;
}
