import type { FloatDtype } from '../formats/dtype.ts';
import { KERNELS } from '../generated/kernels.ts';

export type KernelBuild = keyof typeof KERNELS;

/** The fastest first. */
const BUILDS: readonly KernelBuild[] = ['relaxed-simd', 'simd'];

/** How the kernels name element types (kernels/pack.ts). */
export const DTYPE_CODES: Readonly<Record<FloatDtype, number>> = {
  F64: 0,
  F32: 1,
  F16: 2,
  BF16: 3,
  F8_E4M3: 4,
  F8_E5M2: 5,
};

/** Compiled builds, of which this thread may start one in its own memory and in those of others. */
const modules = new Map<KernelBuild, WebAssembly.Module>();

/** What the engine calls. Pointers and strides are in bytes, counts in elements; kernels/*.ts document each. */
export interface Kernels {
  pack(
    dtype: number,
    source: number,
    rowStrideBytes: number,
    colStrideBytes: number,
    rows: number,
    cols: number,
    target: number,
    depth: number,
    scale: number,
  ): void;
  maxMagnitude(values: number, count: number): number;
  scaleValues(values: number, count: number, factor: number): void;
  openGram(
    packed: number,
    depth: number,
    strips: number,
    gram: number,
    rowBytes: number,
    clearedRows: number,
  ): void;
  /** Returns when the tasks have ended that an `open…` opened; nothing else may run before. */
  finishTasks(): void;
  /** How many threads help. */
  helperCount(): number;
  /** Takes an open task; −1 if there is none. */
  claimTask(): number;
  /** Helps whoever leads the work in this memory, until told to leave. */
  assist(): void;
  tridiagonalise(
    matrix: number,
    rowBytes: number,
    n: number,
    diagonal: number,
    offDiagonal: number,
    taus: number,
    w0: number,
    w1: number,
  ): void;
  reduceToBand(
    matrix: number,
    rowBytes: number,
    n: number,
    width: number,
    band: number,
    bandBytes: number,
    factors: number,
    scratch: number,
  ): void;
  chaseBand(
    band: number,
    bandBytes: number,
    n: number,
    width: number,
    matrix: number,
    rowBytes: number,
    diagonal: number,
    offDiagonal: number,
    scratch: number,
  ): void;
  /** Returns 0, or 1 without convergence. */
  tridiagonalEigenvalues(diagonal: number, offDiagonal: number, n: number): number;
  /** Returns the largest residual. */
  tridiagonalVectors(
    diagonal: number,
    offDiagonal: number,
    n: number,
    eigenvalues: number,
    count: number,
    vectors: number,
    scratch: number,
  ): number;
  /** Returns 0, or 1 without convergence. */
  decomposeTridiagonal(
    diagonal: number,
    offDiagonal: number,
    n: number,
    rows: number,
    kept: number,
    strips: number,
    stripRows: number,
  ): number;
  toStrips(vectors: number, count: number, n: number, strips: number, rows: number): void;
  restoreVectors(
    matrix: number,
    rowBytes: number,
    n: number,
    paddedN: number,
    width: number,
    factors: number,
    vectors: number,
    stripRows: number,
    strips: number,
    scratch: number,
  ): void;
  openProduct(
    packed: number,
    depth: number,
    strips: number,
    vectors: number,
    vectorStrips: number,
    rows: number,
    product: number,
  ): void;
  absorbRows(
    packed: number,
    depth: number,
    strips: number,
    columns: number,
    matrix: number,
    rowBytes: number,
    panel: number,
    factors: number,
  ): void;
  bidiagonalise(
    matrix: number,
    rowBytes: number,
    n: number,
    diagonal: number,
    superDiagonal: number,
    w: number,
    u: number,
    y: number,
  ): void;
  unpack(packed: number, depth: number, strips: number, matrix: number, rowBytes: number): void;
  reduceToUpperBand(
    matrix: number,
    rowBytes: number,
    n: number,
    width: number,
    band: number,
    bandBytes: number,
    scratch: number,
  ): void;
  chaseUpperBand(
    band: number,
    bandBytes: number,
    n: number,
    width: number,
    matrix: number,
    rowBytes: number,
    diagonal: number,
    superDiagonal: number,
    scratch: number,
  ): void;
  /** Returns 0, or 1 without convergence. */
  bidiagonalValues(diagonal: number, superDiagonal: number, n: number): number;
}

function decode(build: KernelBuild): Uint8Array {
  const text = atob(KERNELS[build]);
  const bytes = new Uint8Array(text.length);
  // A plain loop: Uint8Array.from with a callback takes 4 ms for this, most of the time to make an engine.
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** The fastest build of the kernels that runs here; undefined where there is no SIMD. */
export function chooseBuild(): KernelBuild | undefined {
  return BUILDS.find((build) => modules.has(build) || WebAssembly.validate(decode(build)));
}

/** Starts a build of the kernels on the given memory; compiles it where that has not been done yet. */
export function instantiate(build: KernelBuild, memory: WebAssembly.Memory): Kernels {
  const module = modules.get(build) ?? new WebAssembly.Module(decode(build));
  modules.set(build, module);
  return new WebAssembly.Instance(module, { env: { memory } }).exports as Kernels;
}
