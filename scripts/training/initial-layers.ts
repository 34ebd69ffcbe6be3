import { seededNormals, seededUniforms } from '../../test/support/random.ts';
import type { DenseLayer } from './perceptron.ts';
import type { Setup } from './run.ts';

/** Standard deviation of a standard normal variable that is cut at ±2. */
const CUT_DEVIATION = 0.8796256610342398;

/** The layers before training; the same seed gives the same ones. */
export function initialLayers(
  widths: readonly number[],
  initial: Setup['initial'],
  seed: number,
): DenseLayer[] {
  const draw = initial === 'glorot' ? glorotNormal(seed) : uniform(seed);
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!;
    const weights = Float32Array.from({ length: inputs * outputs }, () => draw(inputs, outputs));
    const biases =
      initial === 'glorot'
        ? new Float32Array(outputs)
        : Float32Array.from({ length: outputs }, () => draw(inputs, outputs));
    return { inputs, outputs, weights, biases };
  });
}

type Draw = (inputs: number, outputs: number) => number;

function glorotNormal(seed: number): Draw {
  const normals = seededNormals(seed);
  return (inputs, outputs) => {
    let value = normals();
    while (Math.abs(value) > 2) value = normals();
    return (value * Math.sqrt(2 / (inputs + outputs))) / CUT_DEVIATION;
  };
}

function uniform(seed: number): Draw {
  const uniforms = seededUniforms(seed);
  return (inputs) => (2 * uniforms() - 1) / Math.sqrt(inputs);
}
