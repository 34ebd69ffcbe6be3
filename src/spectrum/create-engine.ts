import type { EngineName, SpectrumEngine } from './engine.ts';
import { createReferenceEngine } from './reference.ts';
import { createWasmEngine } from './wasm.ts';

/** The engine of that name, ready to use. */
export function createEngine(name: EngineName): SpectrumEngine {
  return name === 'reference' ? createReferenceEngine() : createWasmEngine();
}
