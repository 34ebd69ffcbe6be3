import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { MatrixView } from '../src/spectrum/engine.ts';

export interface PeerResult {
  /** Times in milliseconds of scipy.linalg.svd(w, compute_uv=False) and of eigvalsh(w.T @ w). */
  readonly svd: readonly number[];
  readonly gram: readonly number[];
  readonly versions: string;
  /** Ascending. */
  readonly singularValues: Float64Array;
}

const script = fileURLToPath(new URL('./peer.py', import.meta.url));

/** Has SciPy, under the given Python, decompose a dense float32 matrix `count` times, with all its threads. */
export function runPeer(python: string, { bytes, rows, cols }: MatrixView, count: number): PeerResult {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const source = join(folder, 'matrix');
    const target = join(folder, 'values');
    writeFileSync(source, bytes);
    const output = execFileSync(python, [script, source, `${rows}`, `${cols}`, `${count}`, target], {
      encoding: 'utf8',
    });
    const values = new Uint8Array(readFileSync(target));
    return { ...JSON.parse(output), singularValues: new Float64Array(values.buffer) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
