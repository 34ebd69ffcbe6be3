import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { LayerTask } from '../../metrics/layer-task.ts';
import { arithmeticOf } from '../../spectrum/arithmetic.ts';
import type { EngineName } from '../../spectrum/engine.ts';
import { VERSION } from '../../version.ts';
import { canonicalJson } from './canonical-json.ts';

/** What numbers depend on besides a layer and its settings. */
export interface NumbersOrigin {
  readonly version: string;
  /** Of the code that computes them (`codeHash`): a version is made of many commits. */
  readonly code: string;
  readonly engine: EngineName;
  /** See `arithmeticOf`. */
  readonly arithmetic: string;
  /** Logarithms and powers are V8's own, compiled for this kind of processor. */
  readonly v8: string;
  readonly processor: string;
}

/** @param code of the worker that is going to compute. */
export function numbersOrigin(engine: EngineName, code: string): NumbersOrigin {
  const { arch: processor, versions } = process;
  return { version: VERSION, code, engine, arithmetic: arithmeticOf(engine), v8: versions.v8, processor };
}

/**
 * The name of a layer's numbers: everything that they depend on, as a sha256 in hexadecimal. All of the task belongs to it
 * but the layer's position in the model, which is only copied (`CachedAnalyzer` puts it in).
 *
 * @param tensor the sha256 of its bytes.
 */
export function layerKey({ layerId: _, ...task }: LayerTask, tensor: string, origin: NumbersOrigin): string {
  return createHash('sha256').update(canonicalJson({ task, tensor, origin })).digest('hex');
}

/** So much is hashed in about 50 ms, in which nothing else happens on this thread. */
const CHUNK_BYTES = 2 ** 26;

/** The sha256 of a tensor's bytes, in hexadecimal. */
export async function tensorHash(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let startByte = 0; startByte < bytes.length; startByte += CHUNK_BYTES) {
    if (startByte > 0) await setImmediate();
    hash.update(bytes.subarray(startByte, startByte + CHUNK_BYTES));
  }
  return hash.digest('hex');
}
