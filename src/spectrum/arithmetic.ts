import type { EngineName } from './engine.ts';
import { chooseBuild } from './kernels.ts';

/**
 * `(a, b, c) => a · b + c` by the relaxed multiply-add, in the binary format of WebAssembly: sections for the type
 * (three f64 to one), the function, its export as `f`, and the code (three splats, `f64x2.relaxed_madd`, lane 0).
 */
const RELAXED_MULTIPLY_ADD = Uint8Array.of(
  ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
  ...[0x01, 0x08, 0x01, 0x60, 0x03, 0x7c, 0x7c, 0x7c, 0x01, 0x7c],
  ...[0x03, 0x02, 0x01, 0x00],
  ...[0x07, 0x05, 0x01, 0x01, 0x66, 0x00, 0x00],
  ...[0x0a, 0x16, 0x01, 0x14, 0x00, 0x20, 0x00, 0xfd, 0x14, 0x20, 0x01, 0xfd, 0x14, 0x20, 0x02, 0xfd, 0x14],
  ...[0xfd, 0x87, 0x02, 0xfd, 0x21, 0x00, 0x0b],
);

/**
 * What an engine's last bits depend on besides its input, in words: which kernels run here, and whether the processor
 * rounds a multiply-add once or twice. The relaxed SIMD of WebAssembly leaves that to it (proposal "relaxed-simd").
 */
export function arithmeticOf(engine: EngineName): string {
  if (engine === 'reference') return 'float64';
  const build = chooseBuild();
  return build === 'relaxed-simd' ? `${build}, ${isFused() ? 'fused' : 'not fused'}` : String(build);
}

/** (1 + ε)(1 − ε) − 1 is −ε² where it is rounded once, and 0 where the product is rounded before. */
function isFused(): boolean {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(RELAXED_MULTIPLY_ADD), {});
  const { f: multiplyAdd } = exports as { f(a: number, b: number, c: number): number };
  const epsilon = 2 ** -30;
  return multiplyAdd(1 + epsilon, 1 - epsilon, -1) !== 0;
}
