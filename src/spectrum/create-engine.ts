import type { EngineName, SpectrumEngine } from './engine.ts';
import { chooseBuild } from './kernels.ts';
import { createReferenceEngine } from './reference.ts';
import { createWasmEngine } from './wasm.ts';

/** The engine that can stand in for the one asked for: where there is no WebAssembly SIMD, the reference engine. */
export function availableEngine(wanted: EngineName): EngineName {
  return wanted === 'wasm' && chooseBuild() === undefined ? 'reference' : wanted;
}

/** The engine of that name, ready to use. */
export function createEngine(name: EngineName): SpectrumEngine {
  return name === 'reference' ? createReferenceEngine() : createWasmEngine();
}
