import { NumericError } from '../errors.ts';
import { assertInBounds, assertVectorOrder, describeMatrix } from './elements.ts';
import type { GramEigenvectors, MatrixView, SpectrumEngine } from './engine.ts';
import { chooseBuild, instantiate, type KernelBuild } from './kernels.ts';
import { Solve } from './solve.ts';
import { createTeamMemory, isAborted } from './team-memory.ts';
import { layOut, MAX_MEMORY_BYTES, PAGE_BYTES } from './workspace.ts';

export interface WasmEngineOptions {
  /** Which build of the kernels [the fastest that runs here]. */
  readonly build?: KernelBuild;
  /** Where it works, for others to help it there (team-memory.ts) [memory of its own]. */
  readonly memory?: WebAssembly.Memory;
}

/**
 * The fast engine: blocked kernels in WebAssembly (solve.ts has the method).
 *
 * @throws NumericError `NO_SIMD` when the runtime lacks SIMD; the reference engine runs everywhere.
 */
export function createWasmEngine(options: WasmEngineOptions = {}): SpectrumEngine {
  const build = options.build ?? anyBuild();
  const memory = options.memory ?? createTeamMemory();
  const kernels = instantiate(build, memory);

  function singularValues(matrix: MatrixView): Float64Array {
    assertInBounds(matrix);
    if (matrix.rows === 0 || matrix.cols === 0) return new Float64Array(0);
    const place = layOut(matrix.rows, matrix.cols, matrix.dtype);
    reserve(memory, place.endByte, matrix);
    return new Solve(matrix, place, kernels, memory).singularValues();
  }

  function eigenvectors(matrix: MatrixView): GramEigenvectors {
    assertInBounds(matrix);
    assertVectorOrder(matrix);
    const { rows, cols, rowStride, colStride, dtype } = matrix;
    if (rows === 0 || cols === 0)
      return { eigenvalues: new Float64Array(0), vector: () => new Float64Array(0) };
    // Of a square matrix the kernels take the columns.
    const view = rows === cols ? { ...matrix, rowStride: colStride, colStride: rowStride } : matrix;
    const place = layOut(rows, cols, dtype, 'vectors');
    reserve(memory, place.endByte, matrix);
    return new Solve(view, place, kernels, memory).eigenvectors();
  }

  return { name: 'wasm', singularValues, eigenvectors };
}

/**
 * Helps the engine that works in this memory, on another thread, with its matrices, until it is told to leave
 * (`releaseHelpers`) or a thread of the team dies. The build has to be the same: its rounding is.
 *
 * @throws NumericError `NO_SIMD` as `createWasmEngine` does.
 */
export function assist(memory: WebAssembly.Memory, build: KernelBuild = anyBuild()): void {
  try {
    instantiate(build, memory).assist();
  } catch (error) {
    if (!isAborted(memory)) throw error;
  }
}

function anyBuild(): KernelBuild {
  const build = chooseBuild();
  if (build !== undefined) return build;
  throw new NumericError({
    code: 'NO_SIMD',
    subject: 'the wasm engine',
    problem: 'this JavaScript runtime has no WebAssembly SIMD',
    cure: 'Use a newer runtime or --engine reference',
  });
}

/** Makes the memory at least `endByte` bytes long. */
function reserve(memory: WebAssembly.Memory, endByte: number, matrix: MatrixView): void {
  const missing = Math.ceil((endByte - memory.buffer.byteLength) / PAGE_BYTES);
  if (missing <= 0) return;
  try {
    if (endByte > MAX_MEMORY_BYTES) throw new RangeError('beyond 32-bit addresses');
    memory.grow(missing);
  } catch (cause) {
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: describeMatrix(matrix),
      problem: `its spectrum takes ${endByte} bytes of memory, which could not be had`,
      cure: 'Leave the layer out with --exclude, or give the process more memory',
      details: { neededBytes: endByte, maxBytes: MAX_MEMORY_BYTES },
      cause,
    });
  }
}
