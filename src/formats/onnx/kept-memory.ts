import { MAX_ONNX_KEPT_BYTES } from '../../limits.ts';
import { refuse } from './refuse.ts';

/** What each takes beside its text, until the model has been read (measured, rounded up). */
const KEPT_BYTES = { tensor: 640, matrix: 320, graph: 800, use: 160 };

/**
 * Counts one of these before its memory is taken, with its text: up to two bytes a character. Throws FormatError
 * `TOO_MANY_TENSORS`.
 */
export type Keep = (what: keyof typeof KEPT_BYTES, characters: number) => void;

/** Counts the memory that a model's description takes. */
export function keptMemory(fileName: string, fileBytes: number): Keep {
  let left = fileBytes + MAX_ONNX_KEPT_BYTES;
  return (what, characters) => {
    left -= KEPT_BYTES[what] + 2 * characters;
    if (left >= 0) return;
    throw refuse(fileName, 'TOO_MANY_TENSORS', 'it lists more tensors and graphs than any real model');
  };
}
