import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { MatrixView } from '../src/spectrum/engine.ts';

export interface PeerResult {
  /** Times in milliseconds of scipy.linalg.svd(w, compute_uv=False) and of eigvalsh(w.T @ w). */
  readonly svd: readonly number[];
  readonly gram: readonly number[];
  /** Ascending. */
  readonly singularValues: Float64Array;
}

/** Versions of Python and its packages, once it has run. */
export let peerVersions = '';

const script = fileURLToPath(new URL('./peer.py', import.meta.url));

/**
 * Has SciPy, under the given Python, decompose a dense float32 matrix.
 *
 * @param count 0 for one cold run.
 * @param threads as many as SciPy chooses, if undefined.
 */
export async function runPeer(
  python: string,
  { bytes, rows, cols }: MatrixView,
  count: number,
  threads?: number,
): Promise<PeerResult> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const source = join(folder, 'matrix');
    const target = join(folder, 'values');
    writeFileSync(source, bytes);
    const limit = threads && { OPENBLAS_NUM_THREADS: `${threads}`, OMP_NUM_THREADS: `${threads}` };
    const args = [script, source, `${rows}`, `${cols}`, `${count}`, target];
    const { stdout } = await promisify(execFile)(python, args, { env: { ...process.env, ...limit } });
    const values = new Uint8Array(readFileSync(target));
    const result = JSON.parse(stdout);
    peerVersions = result.versions;
    return { ...result, singularValues: new Float64Array(values.buffer) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
