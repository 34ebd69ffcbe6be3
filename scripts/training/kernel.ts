import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** What the compiled `kernel/trainer.ts` offers; pointers are byte offsets in its memory. */
export interface TrainerKernel {
  setLayer(
    index: number,
    inputs: number,
    outputs: number,
    weights: number,
    biases: number,
    isTrained: boolean,
  ): void;
  setExamples(starts: number, indices: number, values: number, labels: number): void;
  setSlots(at: number): void;
  slotBytes(): number;
  trainEpoch(order: number, count: number, batchSize: number, learningRate: number): number;
  countRight(count: number): number;
}

const SOURCE = fileURLToPath(new URL('kernel/trainer.ts', import.meta.url));

/** Compiles the kernel; it takes a second or two. */
export async function compileTrainer(): Promise<WebAssembly.Module> {
  const scratch = await mkdtemp(path.join(tmpdir(), 'trainer-'));
  try {
    const asc = fileURLToPath(import.meta.resolve('assemblyscript/bin/asc.js'));
    const outFile = path.join(scratch, 'trainer.wasm');
    const options = ['--runtime', 'stub', '--importMemory', '--noAssert', '-O3', '--enable', 'simd'];
    await promisify(execFile)(process.execPath, [asc, SOURCE, ...options, '--outFile', outFile]);
    return new WebAssembly.Module(await readFile(outFile));
  } finally {
    await rm(scratch, { recursive: true });
  }
}
