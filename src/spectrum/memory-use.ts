import type { FloatDtype } from '../formats/dtype.ts';
import type { EngineName } from './engine.ts';
import { MAX_MEMORY_BYTES, type SpectrumPart, workspaceBytes } from './workspace.ts';

/** ml-matrix holds about four copies of a matrix as float64. */
const REFERENCE_BYTES_PER_ELEMENT = 32;

/** The reference engine takes minutes for a matrix of this size. */
export const MAX_REFERENCE_ELEMENTS = 2 ** 26;

/** Bytes of memory that an engine takes for the spectrum of a matrix, beside the tensor's own bytes. */
export function spectrumBytes(
  engine: EngineName,
  rows: number,
  cols: number,
  dtype: FloatDtype,
  part: SpectrumPart = 'values',
): number {
  return engine === 'wasm'
    ? workspaceBytes(rows, cols, dtype, part)
    : rows * cols * REFERENCE_BYTES_PER_ELEMENT;
}

/** What an engine can take at most: the wasm engine's addresses have 32 bits. */
export function mostSpectrumBytes(engine: EngineName): number {
  return engine === 'wasm' ? MAX_MEMORY_BYTES : MAX_REFERENCE_ELEMENTS * REFERENCE_BYTES_PER_ELEMENT;
}
