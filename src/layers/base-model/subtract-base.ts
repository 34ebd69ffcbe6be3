import { FormatError } from '../../errors.ts';
import { isFloatDtype } from '../../formats/dtype.ts';
import { quote } from '../../formats/refusal.ts';
import { sameShape } from '../../formats/shape.ts';
import type { OpenModel, Tensor, TensorList } from '../../formats/tensor.ts';
import { FEWEST_DIMENSIONS } from '../matrices.ts';
import { computedTensor, readElements } from '../read-elements.ts';
import { counterpartsIn } from './counterparts.ts';

/**
 * The tensors of a model less those of the model that it was trained from, W − W₀, in float64: WeightWatcher's
 * `base_model`. Tensors are matched by name; one without a counterpart is not to be analysed. Products of an adapter
 * stay, because they are differences already.
 *
 * @param isAsked false for tensors that are not going to be analysed.
 * @throws FormatError `BASE_SHAPES` when two of the same name have different shapes, `NO_COUNTERPART` when none match.
 */
export function subtractBase(
  model: TensorList & Pick<OpenModel, 'name'>,
  base: Pick<OpenModel, 'name' | 'tensors'>,
  isAsked: (tensorName: string) => boolean,
): TensorList {
  const counterpartOf = counterpartsIn(base.tensors);
  let candidates = 0;
  let matched = 0;
  const tensors = model.tensors.map((tensor) => {
    const isCandidate =
      tensor.unfit === undefined &&
      tensor.product === undefined &&
      tensor.shape.length >= FEWEST_DIMENSIONS &&
      isFloatDtype(tensor.dtype) &&
      isAsked(tensor.name);
    if (!isCandidate) return tensor;
    candidates++;
    const counterpart = counterpartOf(tensor.name);
    if (counterpart === undefined) return { ...tensor, unfit: 'not in the base model' };
    matched++;
    if (!isFloatDtype(counterpart.dtype))
      return { ...tensor, unfit: `${counterpart.dtype} values in the base model are not weights` };
    checkShapes(model.name, tensor, base.name, counterpart);
    return difference(tensor, counterpart);
  });
  if (candidates > 0 && matched === 0) {
    throw new FormatError({
      code: 'NO_COUNTERPART',
      subject: base.name,
      problem: `has none of the ${candidates} tensors of ${model.name}`,
      cure: 'Name the model that it was trained from as the base model',
    });
  }
  return { order: model.order, tensors };
}

function checkShapes(modelName: string, tensor: Tensor, baseName: string, counterpart: Tensor): void {
  const sameLayout = tensor.shape.length === 2 || tensor.kernelLayout === counterpart.kernelLayout;
  if (sameShape(tensor.shape, counterpart.shape) && sameLayout) return;
  throw new FormatError({
    code: 'BASE_SHAPES',
    subject: modelName,
    problem: `${quote(tensor.name)} is ${describe(tensor)}, and ${quote(counterpart.name)} in ${baseName} is ${describe(counterpart)}`,
    cure: 'Name the model that it was trained from as the base model, or exclude the layer',
    details: { model: tensor.shape, base: counterpart.shape },
  });
}

function describe({ shape, kernelLayout }: Tensor): string {
  return `[${shape.join(', ')}]${shape.length > 2 ? ` (${kernelLayout})` : ''}`;
}

function difference(tensor: Tensor, base: Tensor): Tensor {
  const { name, shape, kernelLayout } = tensor;
  const storageKey = `${tensor.storageKey} − ${base.storageKey}`;
  return computedTensor({ name, shape, kernelLayout, storageKey }, async (options) => {
    const minuend = await readElements(tensor, options);
    const subtrahend = await readElements(base, options);
    return (index) => minuend(index) - subtrahend(index);
  });
}
