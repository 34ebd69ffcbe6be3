import type { Examples } from './perceptron.ts';
import { shuffle, type Uniforms } from './shuffle.ts';

/**
 * The same examples, a share of which has a label drawn at random from all classes, the right one among them.
 * Examples that are wrong at one share are so at every larger one.
 *
 * @param share 0 to 1.
 */
export function withRandomLabels(
  examples: Examples,
  share: number,
  classes: number,
  uniforms: Uniforms,
): Examples {
  const order = Uint32Array.from({ length: examples.count }, (_, index) => index);
  shuffle(order, uniforms);
  const labels = examples.labels.slice();
  for (const index of order.subarray(0, Math.round(share * examples.count))) {
    labels[index] = Math.floor(uniforms() * classes);
  }
  return { ...examples, labels };
}
