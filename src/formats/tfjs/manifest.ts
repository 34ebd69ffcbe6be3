import { MAX_DIMENSIONS, MAX_TENSORS, MAX_TFJS_MODEL_BYTES, MAX_TFJS_SHARDS } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { asObject, parseJson } from '../json.ts';
import { quote } from '../refusal.ts';
import { refuse } from './refuse.ts';

/** How a weight's numbers were squeezed into fewer bits: `value = stored · scale + min`, or half precision. */
export interface Quantization {
  readonly dtype: 'uint8' | 'uint16' | 'float16';
  readonly scale: number;
  readonly min: number;
}

export interface WeightEntry {
  readonly name: string;
  readonly shape: readonly number[];
  /** TensorFlow.js's name: `float32`, `int32`, `bool`, `string`, `complex64`, …. */
  readonly dtype: string;
  readonly quantization: Quantization | undefined;
}

/** Weights that lie one after another in files that are read as one. */
export interface WeightGroup {
  /** File names as written. Hostile until a sibling of that name is found. */
  readonly paths: readonly string[];
  readonly weights: readonly WeightEntry[];
}

/**
 * Reads the manifest of weights in `model.json`, or one that is a file of its own.
 *
 * Source: tfjs-core, `io/types.ts`, `WeightsManifestConfig`.
 *
 * @throws FormatError `MODEL_TOO_LARGE`, `BAD_MANIFEST`, `TOO_MANY_SHARDS`, `TOO_MANY_TENSORS`, `NOT_JSON` and others.
 */
export async function readManifest(source: ByteSource, options?: ReadOptions): Promise<WeightGroup[]> {
  if (source.sizeBytes > MAX_TFJS_MODEL_BYTES) {
    const problem = `it has ${source.sizeBytes} bytes, more than ${MAX_TFJS_MODEL_BYTES}`;
    throw refuse(source.name, 'MODEL_TOO_LARGE', problem);
  }
  const json = parseJson(await readBytes(source, 0, source.sizeBytes, options), source.name);
  const groups = Array.isArray(json) ? json : asObject(json)?.get('weightsManifest');
  if (!Array.isArray(groups)) {
    throw refuse(source.name, 'BAD_MANIFEST', 'it has no weightsManifest', {
      cure: 'Name the model.json of a converted model, or its weights_manifest.json',
    });
  }
  const manifest = groups.map((group: unknown) => readGroup(source, group));
  requireAtMost(source, 'TOO_MANY_SHARDS', manifest, 'paths', MAX_TFJS_SHARDS);
  requireAtMost(source, 'TOO_MANY_TENSORS', manifest, 'weights', MAX_TENSORS);
  return manifest;
}

function requireAtMost(
  source: ByteSource,
  code: string,
  manifest: readonly WeightGroup[],
  what: keyof WeightGroup,
  most: number,
): void {
  const count = manifest.reduce((sum, group) => sum + group[what].length, 0);
  if (count > most) throw refuse(source.name, code, `it lists ${count} ${what}, more than ${most}`);
}

function readGroup(source: ByteSource, group: unknown): WeightGroup {
  const members = asObject(group);
  const paths: unknown = members?.get('paths');
  const weights: unknown = members?.get('weights');
  if (!Array.isArray(paths) || !paths.every((path) => typeof path === 'string') || !Array.isArray(weights)) {
    throw refuse(source.name, 'BAD_MANIFEST', 'a group of its weightsManifest has no paths and weights');
  }
  return { paths, weights: weights.map((weight: unknown) => readWeight(source, weight)) };
}

function readWeight(source: ByteSource, weight: unknown): WeightEntry {
  const members = asObject(weight);
  const name = members?.get('name');
  const shape: unknown = members?.get('shape');
  const dtype = members?.get('dtype');
  if (typeof name !== 'string' || typeof dtype !== 'string') {
    throw refuse(source.name, 'BAD_MANIFEST', 'a weight of its manifest has no name and dtype');
  }
  if (!Array.isArray(shape) || shape.length > MAX_DIMENSIONS || !shape.every(isCount)) {
    throw refuse(source.name, 'BAD_TENSOR', `weight ${quote(name)} has a shape that is none`);
  }
  return { name, shape, dtype, quantization: readQuantization(source, name, members?.get('quantization')) };
}

function readQuantization(source: ByteSource, name: string, value: unknown): Quantization | undefined {
  if (value === undefined) return undefined;
  const members = asObject(value);
  const dtype = members?.get('dtype');
  if (dtype === 'float16') return { dtype, scale: 1, min: 0 };
  const scale = members?.get('scale');
  const min = members?.get('min');
  if ((dtype === 'uint8' || dtype === 'uint16') && typeof scale === 'number' && typeof min === 'number') {
    return { dtype, scale, min };
  }
  throw refuse(source.name, 'BAD_TENSOR', `weight ${quote(name)} is quantised in a way that is unknown`);
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}
