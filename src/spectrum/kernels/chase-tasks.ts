/**
 * The parts of `chaseBand` that threads share. A sweep goes down the band in steps of a block each, and the next may
 * follow two steps behind, be it on another thread. A task is a few sweeps that follow each other, so that a block stays
 * in a thread's cache for all of them.
 */
import { isNegligible, reflectedPivot } from './householder';
import { multiplyAdd, multiplySubtract } from './lanes';
import { awaitAtLeast, parameter, setParameter } from './team';
import { dot, subtractMultiple } from './vectors';

/** out = uᵀM, for a square block M of `n` (a multiple of 16) rows, `step` bytes apart. Exported, so that it is not inlined. */
export function vectorTimesBlock(u: usize, m: usize, step: usize, n: i32, out: usize): void {
  const length = <usize>n * 8;
  for (let j: usize = 0; j < length; j += 128) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    let p = m + j;
    for (let q = u; q < u + length; q += 8) {
      const x = v128.load64_splat(q);
      s0 = multiplyAdd(x, v128.load(p), s0);
      s1 = multiplyAdd(x, v128.load(p, 16), s1);
      s2 = multiplyAdd(x, v128.load(p, 32), s2);
      s3 = multiplyAdd(x, v128.load(p, 48), s3);
      s4 = multiplyAdd(x, v128.load(p, 64), s4);
      s5 = multiplyAdd(x, v128.load(p, 80), s5);
      s6 = multiplyAdd(x, v128.load(p, 96), s6);
      s7 = multiplyAdd(x, v128.load(p, 112), s7);
      p += step;
    }
    const target = out + j;
    v128.store(target, s0);
    v128.store(target, s1, 16);
    v128.store(target, s2, 32);
    v128.store(target, s3, 48);
    v128.store(target, s4, 64);
    v128.store(target, s5, 80);
    v128.store(target, s6, 96);
    v128.store(target, s7, 112);
  }
}

/** out = Mu, as above. */
export function blockTimesVector(m: usize, step: usize, n: i32, u: usize, out: usize): void {
  const length = <usize>n * 8;
  for (let i = 0; i < n; i += 4) {
    let p0 = m + <usize>i * step;
    let p1 = p0 + step;
    let p2 = p1 + step;
    let p3 = p2 + step;
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let q = u; q < u + length; q += 32) {
      let x = v128.load(q);
      s0 = multiplyAdd(x, v128.load(p0), s0);
      s1 = multiplyAdd(x, v128.load(p1), s1);
      s2 = multiplyAdd(x, v128.load(p2), s2);
      s3 = multiplyAdd(x, v128.load(p3), s3);
      x = v128.load(q, 16);
      s0 = multiplyAdd(x, v128.load(p0, 16), s0);
      s1 = multiplyAdd(x, v128.load(p1, 16), s1);
      s2 = multiplyAdd(x, v128.load(p2, 16), s2);
      s3 = multiplyAdd(x, v128.load(p3, 16), s3);
      p0 += 32;
      p1 += 32;
      p2 += 32;
      p3 += 32;
    }
    const target = out + <usize>i * 8;
    v128.store(target, f64x2.add(v128.shuffle<f64>(s0, s1, 0, 2), v128.shuffle<f64>(s0, s1, 1, 3)));
    v128.store(target, f64x2.add(v128.shuffle<f64>(s2, s3, 0, 2), v128.shuffle<f64>(s2, s3, 1, 3)), 16);
  }
}

/** M −= a pᵀ + c qᵀ, as above. */
export function subtractRank2FromBlock(m: usize, step: usize, n: i32, a: usize, p: usize, c: usize, q: usize): void {
  const length = <usize>n * 8;
  for (let j: usize = 0; j < length; j += 64) {
    const p0 = v128.load(p + j);
    const p1 = v128.load(p + j, 16);
    const p2 = v128.load(p + j, 32);
    const p3 = v128.load(p + j, 48);
    const q0 = v128.load(q + j);
    const q1 = v128.load(q + j, 16);
    const q2 = v128.load(q + j, 32);
    const q3 = v128.load(q + j, 48);
    let row = m + j;
    for (let i: usize = 0; i < length; i += 8) {
      const x = v128.load64_splat(a + i);
      const y = v128.load64_splat(c + i);
      v128.store(row, multiplySubtract(y, q0, multiplySubtract(x, p0, v128.load(row))));
      v128.store(row, multiplySubtract(y, q1, multiplySubtract(x, p1, v128.load(row, 16))), 16);
      v128.store(row, multiplySubtract(y, q2, multiplySubtract(x, p2, v128.load(row, 32))), 32);
      v128.store(row, multiplySubtract(y, q3, multiplySubtract(x, p3, v128.load(row, 48))), 48);
      row += step;
    }
  }
}

/**
 * Replaces the vector `x` of `n` numbers by the scaled vector of the reflector that leaves of it only its first number,
 * which is returned; by zeros if there is nothing to do.
 */
export function makeReflector(x: usize, n: i32): f64 {
  const pivot = load<f64>(x);
  let rest: f64 = 0;
  for (let i = 1; i < n; i++) {
    const value = load<f64>(x + <usize>i * 8);
    rest += value * value;
  }
  if (isNegligible(rest)) {
    memory.fill(x, 0, <usize>n * 8);
    return pivot;
  }
  const beta = reflectedPivot(pivot, rest);
  const head = pivot - beta;
  const scale = sqrt<f64>(2 / (rest + head * head));
  store<f64>(x, head);
  for (let i: usize = 0; i < <usize>n * 8; i += 8) store<f64>(x + i, load<f64>(x + i) * scale);
  return beta;
}

/** Sweeps in a task. More make for less traffic between caches, and for a longer wait until the next can begin. */
const TASK_SWEEPS: i32 = 8;

/** Steps that a sweep stays behind the one before. */
const LAG: i32 = 2;

/** A task's count of what its last sweep has done, in a cache line of its own. */
const PROGRESS_BYTES: usize = 64;
/** More than any sweep has steps. */
const DONE: i32 = i32.MAX_VALUE;

function taskBytes(width: i32): usize {
  return PROGRESS_BYTES + <usize>width * 24;
}

/**
 * How many tasks there are of `sweeps` sweeps. Element (i, j) is at i · step + j · 8 from `origin`, so that blocks are
 * plain matrices. `scratch` holds 3 · width + 8 values for each task.
 */
export function setChaseTasks(
  origin: usize,
  step: usize,
  n: i32,
  width: i32,
  matrix: usize,
  ldBytes: usize,
  offDiagonal: usize,
  scratch: usize,
  sweeps: i32,
): i32 {
  setParameter(0, origin);
  setParameter(1, step);
  setParameter(2, n);
  setParameter(3, width);
  setParameter(4, matrix);
  setParameter(5, ldBytes);
  setParameter(6, offDiagonal);
  setParameter(7, scratch);
  setParameter(8, sweeps);
  const count = max<i32>((sweeps + TASK_SWEEPS - 1) / TASK_SWEEPS, 0);
  for (let task = 0; task < count; task++) store<i32>(scratch + <usize>task * taskBytes(width), 0);
  return count;
}

/** A few sweeps, side by side, down a symmetric band or an upper triangular one. */
export function chaseTask(index: i32, isSymmetric: bool): void {
  const n = <i32>parameter(2);
  const width = <i32>parameter(3);
  const progress = parameter(7) + <usize>index * taskBytes(width);
  const before = progress - taskBytes(width);
  const first = index * TASK_SWEEPS;
  const sweeps = min<i32>(TASK_SWEEPS, <i32>parameter(8) - first);
  // The first sweep has the most steps.
  const steps = (n - 2 - first) / width + 1;
  for (let time = 0; time < steps + LAG * (sweeps - 1); time++) {
    if (index > 0 && time < steps) awaitAtLeast(before, time + LAG);
    for (let j = 0; j < sweeps; j++) {
      const k = time - LAG * j;
      if (k < 0 || first + j + 1 + k * width >= n) continue;
      if (isSymmetric) chaseStep(first + j, k, progress + PROGRESS_BYTES);
      else upperChaseStep(first + j, k, progress + PROGRESS_BYTES);
    }
    atomic.store<i32>(progress, time - LAG * (sweeps - 1) + 1);
  }
  atomic.store<i32>(progress, DONE);
}

/** Step `k` of sweep `s`: reflects a diagonal block, and what is below it such that the next step has its reflector. */
export function chaseStep(s: i32, k: i32, scratch: usize): void {
  const n = <i32>parameter(2);
  const width = <i32>parameter(3);
  const row = parameter(4) + <usize>s * parameter(5);
  const origin = parameter(0);
  const step = parameter(1);
  const bytes = <usize>width * 8;
  const p = scratch;
  const x = p + bytes;
  const y = x + bytes;
  const r = s + 1 + k * width;
  const u = row + <usize>r * 8;
  if (k == 0) {
    memory.fill(u, 0, <usize>(n + width - 2 - s) * 8);
    let column = origin + <usize>(s + 1) * step + <usize>s * 8;
    for (let i: usize = 0; i < bytes; i += 8) {
      store<f64>(u + i, load<f64>(column));
      column += step;
    }
    store<f64>(parameter(6) + <usize>s * 8, makeReflector(u, width));
  }
  const d = origin + <usize>r * (step + 8);
  // Above the diagonal is what the sweep before has left, but for the column that is new here.
  const lastRow = d + <usize>(width - 1) * step;
  let last = d + bytes - 8;
  for (let j: usize = 0; j < bytes - 8; j += 8) {
    store<f64>(last, load<f64>(lastRow + j));
    last += step;
  }
  if (s == 0) mirrorBlock(d, step, width);
  // A vector of zeros does nothing and leaves no bulge to chase.
  if (load<f64>(u) == 0) return;
  vectorTimesBlock(u, d, step, width, p);
  subtractMultiple(p, 0.5 * dot(p, u, width), u, width);
  subtractRank2FromBlock(d, step, width, u, p, p, u);

  if (r + width >= n) return;
  const b = d + <usize>width * step;
  const v = u + bytes;
  blockTimesVector(b, step, width, u, x);
  const u0 = load<f64>(u);
  let column = b;
  for (let i: usize = 0; i < bytes; i += 8) {
    store<f64>(v + i, load<f64>(column) - load<f64>(x + i) * u0);
    column += step;
  }
  const beta = makeReflector(v, width);
  vectorTimesBlock(v, b, step, width, y);
  subtractMultiple(y, dot(v, x, width), u, width);
  subtractRank2FromBlock(b, step, width, x, u, v, y);
  store<f64>(b, beta);
}

/** Copies the lower triangle of a block to its upper one. */
function mirrorBlock(d: usize, step: usize, n: i32): void {
  for (let i = 1; i < n; i++) {
    for (let j = 0; j < i; j++) {
      store<f64>(d + <usize>j * step + <usize>i * 8, load<f64>(d + <usize>i * step + <usize>j * 8));
    }
  }
}

/**
 * Step `k` of sweep `s` down an upper triangular band: finishes the reflection from the right that the row above has
 * begun, in the diagonal block, reflects that from the left so that its first column is finished, and what is right of it
 * such that the next step has its reflector.
 */
export function upperChaseStep(s: i32, k: i32, scratch: usize): void {
  const n = <i32>parameter(2);
  const width = <i32>parameter(3);
  const origin = parameter(0);
  const step = parameter(1);
  const bytes = <usize>width * 8;
  const x = scratch;
  const y = x + bytes;
  const v = y + bytes;
  const r = s + 1 + k * width;
  const u = parameter(4) + <usize>s * parameter(5) + <usize>r * 8;
  if (k == 0) {
    memory.copy(u, origin + <usize>s * step + <usize>r * 8, bytes);
    store<f64>(parameter(6) + <usize>s * 8, makeReflector(u, width));
  }
  const d = origin + <usize>r * (step + 8);
  blockTimesVector(d, step, width, u, x);
  const u0 = load<f64>(u);
  let column = d;
  for (let i: usize = 0; i < bytes; i += 8) {
    store<f64>(v + i, load<f64>(column) - load<f64>(x + i) * u0);
    column += step;
  }
  const beta = makeReflector(v, width);
  vectorTimesBlock(v, d, step, width, y);
  subtractMultiple(y, dot(v, x, width), u, width);
  subtractRank2FromBlock(d, step, width, x, u, v, y);
  store<f64>(d, beta);

  if (r + width >= n) return;
  const b = d + bytes;
  const next = u + bytes;
  vectorTimesBlock(v, b, step, width, y);
  const v0 = load<f64>(v);
  for (let i: usize = 0; i < bytes; i += 8) store<f64>(next + i, load<f64>(b + i) - v0 * load<f64>(y + i));
  const head = makeReflector(next, width);
  blockTimesVector(b, step, width, next, x);
  subtractMultiple(x, dot(y, next, width), v, width);
  subtractRank2FromBlock(b, step, width, v, y, x, next);
  store<f64>(b, head);
}
