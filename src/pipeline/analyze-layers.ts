import { NumericError } from '../errors.ts';
import type { Tensor } from '../formats/tensor.ts';
import { multiplyAddsOf } from '../layers/cost.ts';
import type { Layer } from '../layers/layer.ts';
import { MAX_VECTOR_ORDER } from '../limits.ts';
import type { AnalysisModes } from '../metrics/analysis-modes.ts';
import type { LayerDetails } from '../metrics/details.ts';
import { type AssessmentTask, type LayerTask, toTask } from '../metrics/layer-task.ts';
import type { EngineName } from '../spectrum/engine.ts';
import { mostSpectrumBytes, spectrumBytes } from '../spectrum/memory-use.ts';
import type { SpectrumPart } from '../spectrum/workspace.ts';
import { MemoryBudget } from './memory-budget.ts';

export interface LayerAnalyzer {
  /** How many layers it works on at once. */
  readonly concurrency: number;
  /** Told that a model is being opened, for what takes time to begin. */
  prepare?(): void;
  /** @param bytes lies in shared memory, so that no thread needs a copy. */
  analyze(task: LayerTask, bytes: Uint8Array<SharedArrayBuffer>): Promise<LayerDetails>;
}

export interface AnalysisOptions {
  readonly analyzer: LayerAnalyzer;
  readonly engine: EngineName;
  /** What layers that are read or analysed may take of memory together. */
  readonly memoryBytes: number;
  readonly signal?: AbortSignal | undefined;
  /** How to judge a layer's alpha, by the layer's name. */
  assessmentOf(name: string): AssessmentTask | undefined;
  /** What to compute besides the columns that every layer has. */
  readonly modes?: AnalysisModes | undefined;
  /** Keep what plots of spectra need, in curves of at most so many points; undefined keeps nothing. */
  readonly curvePoints?: number | undefined;
  onLayer?(done: { readonly layersDone: number; readonly share: number }): void;
}

/** What of a spectrum an analysis needs. */
export function partOf(modes: AnalysisModes | undefined): SpectrumPart {
  return modes?.vectors ? 'vectors' : 'values';
}

/** Bytes of memory that a layer takes while it is analysed: its tensor's and what the engine needs beside them. */
export function layerBytes(
  { tensor, matrices, dtype }: Layer,
  engine: EngineName,
  part: SpectrumPart,
): number {
  const { rows, cols } = matrices[0]!;
  return tensor.sizeBytes + spectrumBytes(engine, rows, cols, dtype, part);
}

/** @throws NumericError `TOO_LARGE` for the first layer that the engine or the memory allowed is too small for. */
export function assertFit(
  layers: readonly Layer[],
  engine: EngineName,
  memoryBytes: number,
  modes?: AnalysisModes,
): void {
  assertVectorsFit(layers, modes);
  const part = partOf(modes);
  const most = mostSpectrumBytes(engine);
  for (const layer of layers) {
    const { rows, cols } = layer.matrices[0]!;
    const spectrum = spectrumBytes(engine, rows, cols, layer.dtype, part);
    if (spectrum > most) {
      throw tooLarge(layer, spectrum, most, {
        problem: `the spectrum of its ${rows} × ${cols} elements takes ${spectrum} bytes of memory, and the engine has ${most}`,
        cure: 'Leave the layer out with exclude or max_N',
      });
    }
    const needed = layerBytes(layer, engine, part);
    if (needed > memoryBytes) {
      throw tooLarge(layer, needed, memoryBytes, {
        problem: `its analysis takes ${needed} bytes of memory, and ${memoryBytes} are allowed`,
        cure: 'Allow more with memory-bytes if the machine has more, or leave the layer out with exclude',
      });
    }
  }
}

/** @throws NumericError `TOO_LARGE` for the first layer of too high an order, where vectors are asked for. */
export function assertVectorsFit(layers: readonly Layer[], modes: AnalysisModes | undefined): void {
  if (partOf(modes) === 'vectors')
    assertVectorOrder(layers, 'Leave vectors off, leave the layer out with exclude, or lower max_evals');
}

/**
 * @param cure what to do about a layer whose vectors are more than an engine is asked for.
 * @throws NumericError `TOO_LARGE` for the first one.
 */
export function assertVectorOrder(layers: readonly Layer[], cure: string): void {
  for (const layer of layers) {
    const { rows, cols } = layer.matrices[0]!;
    // Of a product of low rank nobody computes vectors.
    if (Math.min(rows, cols) <= MAX_VECTOR_ORDER || layer.tensor.product !== undefined) continue;
    throw new NumericError({
      code: 'TOO_LARGE',
      subject: subjectOf(layer),
      problem: `eigenvectors are computed up to an order of ${MAX_VECTOR_ORDER}, and it has ${rows} × ${cols} elements`,
      cure,
      details: { rows, cols },
    });
  }
}

/**
 * Reads and analyses the layers, the costliest first, so that no long one is left for the end. One layer more than
 * can be analysed at once is held in memory, as far as they fit: it is read while the others are computed.
 *
 * @param layers each of which fits by itself (`assertFit`).
 */
export async function analyzeLayers(
  layers: readonly Layer[],
  { analyzer, engine, memoryBytes, signal, assessmentOf, modes, curvePoints, onLayer }: AnalysisOptions,
): Promise<LayerDetails[]> {
  const budget = new MemoryBudget(memoryBytes);
  const details = new Array<LayerDetails>(layers.length);
  const queue = readings(layers, engine, partOf(modes)).sort((a, b) => b.cost - a.cost);
  const totalCost = queue.reduce((sum, { cost }) => sum + cost, 0);
  let doneCost = 0;
  let layersDone = 0;
  let failed = false;

  const analyze = async ({ tensor, rows, cost, neededBytes }: Reading) => {
    await budget.take(neededBytes);
    try {
      signal?.throwIfAborted();
      if (failed) return;
      const bytes = allocateShared(tensor);
      await tensor.readInto(bytes, { signal });
      for (const { layer, index } of rows) {
        const task = toTask(layer, { assess: assessmentOf(layer.name), modes, curvePoints });
        details[index] = await analyzer.analyze(task, bytes);
        layersDone++;
      }
    } finally {
      budget.giveBack(neededBytes);
    }
    doneCost += cost;
    onLayer?.({ layersDone, share: doneCost / totalCost });
  };
  const work = async () => {
    for (let next = queue.shift(); next !== undefined && !failed; next = queue.shift()) await analyze(next);
  };
  const workers = Array.from({ length: Math.min(analyzer.concurrency + 1, layers.length) }, () =>
    work().catch((error: unknown) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return details;
}

/** A tensor to read, and the rows that are made of it. */
interface Reading {
  readonly tensor: Tensor;
  readonly rows: readonly { readonly layer: Layer; readonly index: number }[];
  readonly cost: number;
  readonly neededBytes: number;
}

/** One reading for each tensor, so that none is read again for each of its matrices. */
function readings(layers: readonly Layer[], engine: EngineName, part: SpectrumPart): Reading[] {
  const rowsOf = new Map<Tensor, { layer: Layer; index: number }[]>();
  for (const [index, layer] of layers.entries()) {
    const rows = rowsOf.get(layer.tensor);
    if (rows === undefined) rowsOf.set(layer.tensor, [{ layer, index }]);
    else rows.push({ layer, index });
  }
  return [...rowsOf].map(([tensor, rows]) => ({
    tensor,
    rows,
    cost: rows.reduce((sum, { layer }) => sum + multiplyAddsOf(layer), 0),
    neededBytes: rows.reduce((most, { layer }) => Math.max(most, layerBytes(layer, engine, part)), 0),
  }));
}

/** Memory that worker threads read without a copy. */
function allocateShared(tensor: Tensor): Uint8Array<SharedArrayBuffer> {
  const { sizeBytes } = tensor;
  try {
    return new Uint8Array(new SharedArrayBuffer(sizeBytes));
  } catch (cause) {
    throw tooLarge(tensor, sizeBytes, undefined, {
      problem: `its ${sizeBytes} bytes do not fit into memory`,
      cure: 'Exclude the layer, lower max_N, or use a larger machine',
      cause,
    });
  }
}

const subjectOf = ({ name }: { readonly name: string }): string => `layer ${JSON.stringify(name)}`;

function tooLarge(
  of: { readonly name: string },
  neededBytes: number,
  maxBytes: number | undefined,
  parts: { problem: string; cure: string; cause?: unknown },
): NumericError {
  return new NumericError({
    code: 'TOO_LARGE',
    subject: subjectOf(of),
    details: { neededBytes, ...(maxBytes !== undefined && { maxBytes }) },
    ...parts,
  });
}
