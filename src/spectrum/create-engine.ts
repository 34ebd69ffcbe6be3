import type { EngineName, SpectrumEngine } from './engine.ts';
import { chooseBuild } from './kernels.ts';
import { createWasmEngine } from './wasm.ts';

/** The engine that can stand in for the one asked for: where there is no WebAssembly SIMD, the reference engine. */
export function availableEngine(wanted: EngineName): EngineName {
  return wanted === 'wasm' && chooseBuild() === undefined ? 'reference' : wanted;
}

/**
 * The engine of that name, ready to use.
 *
 * @param memory where the wasm engine works, if not in memory of its own (team-memory.ts).
 */
export async function createEngine(name: EngineName, memory?: WebAssembly.Memory): Promise<SpectrumEngine> {
  // Loaded only where it is asked for: every thread would read a library that few runs need.
  if (name === 'reference') return (await import('./reference.ts')).createReferenceEngine();
  return createWasmEngine(memory && { memory });
}
