import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  MAX_MEMORY_BYTES,
  workspaceBytes
} from "./chunk-TCZKHMDB.js";

// src/spectrum/memory-use.ts
var REFERENCE_BYTES_PER_ELEMENT = 32;
var MAX_REFERENCE_ELEMENTS = 2 ** 26;
function spectrumBytes(engine, rows, cols, dtype, part = "values") {
  return engine === "wasm" ? workspaceBytes(rows, cols, dtype, part) : rows * cols * REFERENCE_BYTES_PER_ELEMENT;
}
function mostSpectrumBytes(engine) {
  return engine === "wasm" ? MAX_MEMORY_BYTES : MAX_REFERENCE_ELEMENTS * REFERENCE_BYTES_PER_ELEMENT;
}

export {
  MAX_REFERENCE_ELEMENTS,
  spectrumBytes,
  mostSpectrumBytes
};
