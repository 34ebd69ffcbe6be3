import type { KernelBuild } from '../src/spectrum/kernels.ts';
import { fastest, timesOf } from './timing.ts';

/** Sums in registers: enough to have a multiply-add begin in every cycle, few enough to leave room for its factors. */
const SUMS = 12;
/** Rounds of a call, some milliseconds; later calls run in optimised code. */
const ROUNDS = 1_000_000;
const CALLS = 100;
const LANES = 2;

/** `mul` and `add`, or the fused instruction, of two float64 lanes (WebAssembly SIMD and relaxed SIMD). */
const MULTIPLY_ADD: Readonly<Record<KernelBuild, (a: number, b: number, sum: number) => number[]>> = {
  simd: (a, b, sum) => [0x20, a, 0x20, b, 0xfd, 0xf2, 0x01, 0x20, sum, 0xfd, 0xf0, 0x01, 0x21, sum],
  'relaxed-simd': (a, b, sum) => [0x20, a, 0x20, b, 0x20, sum, 0xfd, 0x87, 0x02, 0x21, sum],
};

const section = (id: number, bytes: readonly number[]): number[] => [id, ...length(bytes), ...bytes];

/** The length of what follows, in LEB128. */
function length({ length: count }: readonly number[]): number[] {
  return count < 128 ? [count] : [(count & 127) | 128, count >> 7];
}

/** A module with one function, `run(rounds)`, that does nothing but multiply and add in registers. */
function peakModule(build: KernelBuild): Uint8Array {
  const sums = Array.from({ length: SUMS }, (_, i) => i + 1);
  const a = SUMS + 1;
  const b = SUMS + 2;
  const splat = (local: number): number[] => [0x44, 0, 0, 0, 0, 0, 0, 0xe0, 0x3f, 0xfd, 0x14, 0x21, local];
  const code = [
    ...[0x01, SUMS + 2, 0x7b],
    ...splat(a),
    ...splat(b),
    ...[0x03, 0x40],
    ...sums.flatMap((sum) => MULTIPLY_ADD[build](a, b, sum)),
    ...[0x20, 0, 0x41, 1, 0x6b, 0x22, 0, 0x0d, 0, 0x0b],
    ...[0x20, 1, ...sums.slice(1).flatMap((sum) => [0x20, sum, 0xfd, 0xf0, 0x01])],
    ...[0xfd, 0x21, 0, 0x0b],
  ];
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7c]),
    ...section(3, [1, 0]),
    ...section(7, [1, 3, 0x72, 0x75, 0x6e, 0, 0]),
    ...section(10, [1, ...length(code), ...code]),
  ]);
}

/** Multiply-adds of float64 numbers a millisecond that one thread does at most, as measured here. */
export function measurePeak(build: KernelBuild): number {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(peakModule(build)), {});
  const { run } = exports as { run(rounds: number): number };
  return (ROUNDS * SUMS * LANES) / fastest(timesOf(() => run(ROUNDS), CALLS));
}
