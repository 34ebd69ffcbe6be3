import { FormatError } from '../../errors.ts';
import { isFloatDtype } from '../../formats/dtype.ts';
import type { ModelFiles } from '../../formats/models.ts';
import { quote } from '../../formats/refusal.ts';
import type { OpenModel, Tensor, TensorList } from '../../formats/tensor.ts';
import type { ReadOptions } from '../../sources/byte-source.ts';
import { readMatrices } from '../formed/dense-matrix.ts';
import { matricesOf } from '../matrices.ts';
import { computedTensor } from '../read-elements.ts';
import {
  ADAPTER_CONFIG,
  type AdapterConfig,
  badConfig,
  readAdapterConfig,
  scaleOf,
} from './adapter-config.ts';
import { coreElement, triangularFactor } from './low-rank-core.ts';
import { addToWeights, noBaseWeights, weightsIn } from './merged-weights.ts';

/** `….q_proj.lora_A.weight`, `….lora_B.default.weight`, `….lora_embedding_A`: what PEFT calls the factors. */
const FACTOR =
  /^(?<module>.*)\.lora_(?<kind>(?:embedding_)?)(?<factor>[AB])(?<rest>(?:\.(?!weight$)[^.]+)?(?:\.weight)?)$/s;

interface Factors {
  readonly name: string;
  readonly module: string;
  /** What the sum with the weights is called. */
  readonly mergedName: string;
  readonly isEmbedding: boolean;
  A?: Tensor;
  B?: Tensor;
}

export interface ProductOptions extends ReadOptions {
  /** As WeightWatcher has it: products without their scale, and each B in its place, not to be analysed. */
  readonly literal?: boolean;
  /**
   * Finds weights that products are added to outside the adapter. Where it is set, each product
   * comes with the weights and with their sum.
   */
  readonly weightsOf?: ((tensorName: string) => Tensor | undefined) | undefined;
}

/**
 * The tensors of a model with each pair of LoRA factors as one: the product B·A, scaled as it is applied. Everything
 * else stays as it is.
 *
 * @throws ConfigError `NO_BASE_WEIGHTS` when sums are asked for and there are weights for none.
 * @throws FormatError `LORA_SHAPES` when the factors of a pair do not fit, or what is wrong with the configuration.
 */
export async function multiplyLoraPairs(
  model: TensorList & Pick<OpenModel, 'name'>,
  files: ModelFiles,
  options: ProductOptions = {},
): Promise<TensorList> {
  const factorsOf = new Map<Tensor, Factors>();
  const byName = new Map<string, Factors>();
  for (const tensor of model.tensors) {
    const parts = FACTOR.exec(tensor.name)?.groups;
    if (parts === undefined) continue;
    const { module, kind, factor, rest } = parts as Record<'module' | 'kind' | 'factor' | 'rest', string>;
    const name = `${module}.lora_${kind}BA${rest}`;
    const mergedName = `${module}.lora_W_plus_AB${rest}`;
    const factors = byName.get(name) ?? { name, module, mergedName, isEmbedding: kind !== '' };
    factors[factor as 'A' | 'B'] ??= tensor;
    byName.set(name, factors);
    factorsOf.set(tensor, factors);
  }
  if (byName.size === 0) return model;

  const config = await readAdapterConfig(files.index?.file ?? files.files[0]!, options);
  const weightsOf = options.weightsOf && weightsIn(model, options.weightsOf);
  if (weightsOf && ![...byName.values()].some(({ module }) => weightsOf(module) !== undefined))
    throw noBaseWeights(model.name);
  const tensors = model.tensors.flatMap((tensor) => {
    const factors = factorsOf.get(tensor);
    if (factors === undefined) return [tensor];
    const { A, B } = factors;
    if (A === undefined || B === undefined)
      return [{ ...tensor, unfit: `a LoRA factor without its lora_${A === undefined ? 'A' : 'B'}` }];
    const unfit = notMultiplied(A, B, config);
    if (unfit !== undefined) return [{ ...tensor, unfit }];
    if (tensor !== A) return options.literal ? [{ ...tensor, unfit: 'a factor of a LoRA product' }] : [];
    const scale = config === undefined || options.literal ? 1 : scaleOf(config, factors.module, A.shape[0]!);
    const product = toProduct(model.name, factors.name, scale, A, B, config);
    if (weightsOf === undefined) return [product];
    const { mergedName: name, module, isEmbedding } = factors;
    const isTransposed = isEmbedding || (config?.fanInFanOut ?? false);
    const merge = { name, modelName: model.name, A, B, scale, isTransposed };
    return [...addToWeights(merge, weightsOf(module), config?.useDora ?? false), product];
  });
  return { order: model.order, tensors };
}

function notMultiplied(A: Tensor, B: Tensor, config: AdapterConfig | undefined): string | undefined {
  if (!isFloatDtype(A.dtype) || !isFloatDtype(B.dtype))
    return `A of ${A.dtype} values and B of ${B.dtype} values are not weights to multiply`;
  if (config?.hasTargetParameters && config.r !== undefined && A.shape[0] !== config.r)
    return `LoRA factors of several experts in one tensor: ${A.shape[0]} rows of A, rank ${config.r}`;
  return undefined;
}

function toProduct(
  modelName: string,
  name: string,
  scale: number,
  A: Tensor,
  B: Tensor,
  config: AdapterConfig | undefined,
): Tensor {
  const [rank, inputs, ...kernel] = A.shape;
  const [outputs, rankOfB, ...ones] = B.shape;
  const fit = rank === rankOfB && ones.every((size) => size === 1) && ![...A.shape, ...B.shape].includes(0);
  if (rank === undefined || inputs === undefined || outputs === undefined || !fit) {
    throw new FormatError({
      code: 'LORA_SHAPES',
      subject: modelName,
      problem: `${quote(A.name)} is [${A.shape.join(', ')}] and ${quote(B.name)} is [${B.shape.join(', ')}], which do not multiply to B·A`,
      cure: 'Save the adapter again, or turn peft off to analyse the stored tensors',
      details: { A: A.shape, B: B.shape },
    });
  }
  if (config?.r !== undefined && config.r !== rank && !config.hasRankPattern)
    throw badConfig(config.fileName, `its r is ${config.r}, and ${quote(A.name)} has rank ${rank}`);

  const rows = Math.min(outputs, rank);
  const cols = Math.min(inputs, rank);
  const shape = [rows, cols, ...kernel];
  const storageKey = `${scale} · ${B.storageKey} · ${A.storageKey}`;
  const core = computedTensor({ name, shape, kernelLayout: 'oihw', storageKey }, async (options) => {
    const [left] = await readMatrices(B, matricesOf(B.shape, 'oihw').slice(0, 1), options);
    const rB = triangularFactor(left!, 'columns');
    const positions = await readMatrices(A, matricesOf(A.shape, 'oihw'), options);
    const cores = positions.map((right) => {
      const rA = triangularFactor(right, 'rows');
      return (row: number, col: number) => scale * coreElement(rB, rA, row, col);
    });
    // Of a kernel the positions are the fastest index.
    const count = cores.length;
    return (index) => {
      const element = Math.floor(index / count);
      return cores[index % count]!(Math.floor(element / cols), element % cols);
    };
  });
  return { ...core, product: { rows: outputs, cols: inputs, remark: remarkOn(config) } };
}

function remarkOn(config: AdapterConfig | undefined): string | undefined {
  if (config === undefined) return `B·A without its scale, because there is no ${ADAPTER_CONFIG}`;
  return config.useDora ? 'B·A alone, without the magnitudes of DoRA' : undefined;
}
