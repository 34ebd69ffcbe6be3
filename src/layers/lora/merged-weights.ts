import { ConfigError, FormatError } from '../../errors.ts';
import { isFloatDtype } from '../../formats/dtype.ts';
import { quote } from '../../formats/refusal.ts';
import { sameShape } from '../../formats/shape.ts';
import type { OpenModel, Tensor } from '../../formats/tensor.ts';
import { multiply, readMatrices, transposed } from '../formed/dense-matrix.ts';
import { matricesOf } from '../matrices.ts';
import { computedTensor, readElements } from '../read-elements.ts';
import { PEFT_PREFIX } from './adapter-config.ts';

/** The weights that a module's product is added to. */
export interface Weights {
  readonly tensor: Tensor;
  /** Whether they are among the adapter's own tensors. */
  readonly isOwn: boolean;
}

/**
 * Finds a module's weights: beside its factors, where a whole model was saved with them, or outside the adapter.
 *
 * @param outside finds a tensor by its name.
 */
export function weightsIn(
  { tensors }: Pick<OpenModel, 'tensors'>,
  outside: (tensorName: string) => Tensor | undefined,
): (module: string) => Weights | undefined {
  const own = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return (module) => {
    const stored = own.get(`${module}.base_layer.weight`) ?? own.get(`${module}.weight`);
    if (stored !== undefined) return { tensor: stored, isOwn: true };
    const tensor = outside(module.replace(PEFT_PREFIX, ''));
    return tensor && { tensor, isOwn: false };
  };
}

export function noBaseWeights(modelName: string): ConfigError {
  return new ConfigError({
    code: 'NO_BASE_WEIGHTS',
    subject: 'peft',
    problem: `with-base adds products to weights, and there are none of the modules of ${modelName}`,
    cure: 'Name the model that the adapter was trained on as the base model',
  });
}

/** A pair of factors, and how their product is added to weights. */
export interface Merge {
  readonly name: string;
  /** For messages. */
  readonly modelName: string;
  readonly A: Tensor;
  readonly B: Tensor;
  readonly scale: number;
  /** Whether the weights are stored as input by output features: embeddings, and GPT-2's Conv1D. */
  readonly isTransposed: boolean;
}

/**
 * A module's weights, unless they are listed anyway, and their sum with its product; why there is no sum where there is
 * none.
 *
 * @throws FormatError `LORA_BASE_SHAPES` when the product does not have the shape of the weights.
 */
export function addToWeights(merge: Merge, weights: Weights | undefined, isDora: boolean): Tensor[] {
  const without = (unfit: string): Tensor[] => [{ ...merge.A, name: merge.name, unfit }];
  if (weights === undefined) return without('the base model has no weights for it');
  const { tensor, isOwn } = weights;
  if (!isFloatDtype(tensor.dtype)) return without(`${tensor.dtype} values are not weights to add to`);
  if (isDora) return without('the magnitudes of DoRA are not applied');
  const merged = mergedWeights(merge, tensor);
  return isOwn ? [merged] : [tensor, merged];
}

/** The weights of a layer with an adapter's product added, W + scale·B·A, in float64. */
function mergedWeights({ name, modelName, A, B, scale, isTransposed }: Merge, base: Tensor): Tensor {
  const [outputs, inputs] = [B.shape[0]!, A.shape[1]!];
  const kernel = A.shape.slice(2);
  const shape = isTransposed ? [inputs, outputs] : [outputs, inputs, ...kernel];
  if (!sameShape(base.shape, shape) || (shape.length > 2 && base.kernelLayout !== 'oihw')) {
    throw new FormatError({
      code: 'LORA_BASE_SHAPES',
      subject: modelName,
      problem: `${quote(A.name)} and ${quote(B.name)} add [${shape.join(', ')}] to ${quote(base.name)}, which is [${base.shape.join(', ')}]`,
      cure: 'Name the model that the adapter was trained on as the base model',
      details: { product: shape, base: base.shape },
    });
  }
  const storageKey = `${base.storageKey} + ${scale} · ${B.storageKey} · ${A.storageKey}`;
  return computedTensor({ name, shape, kernelLayout: 'oihw', storageKey }, async (options) => {
    const weightAt = await readElements(base, options);
    const [left] = await readMatrices(B, matricesOf(B.shape, 'oihw').slice(0, 1), options);
    const positions = await readMatrices(A, matricesOf(A.shape, 'oihw'), options);
    const products = positions.map((right) => {
      const product = multiply(left!, right);
      return (isTransposed ? transposed(product) : product).elements;
    });
    // Of a kernel the positions are the fastest index.
    const count = products.length;
    return (index) => weightAt(index) + scale * products[index % count]![Math.floor(index / count)]!;
  });
}
