import { buildSafetensors, float32Bytes } from './safetensors-builder.ts';

/** Layers, side by side in one file, that keep the reference engine busy for a minute on any machine. */
export function slowModel(): Uint8Array<ArrayBuffer> {
  const side = 1500;
  // Multiples of squares of an irrational number are as good as noise, and quickly made.
  const values = new Float32Array(side * side).map((_, i) => ((i * i * 0.6180339887) % 1) - 0.5);
  const layer = { shape: [side, side], bytes: float32Bytes(values) };
  return buildSafetensors({ fc0: layer, fc1: layer, fc2: layer, fc3: layer });
}
