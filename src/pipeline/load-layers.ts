import { SourceError } from '../errors.ts';
import { groupModels, type ModelFiles } from '../formats/models.ts';
import { openModel } from '../formats/open-model.ts';
import type { OpenModel, Tensor, TensorList } from '../formats/tensor.ts';
import { counterpartsIn } from '../layers/base-model/counterparts.ts';
import { subtractBase } from '../layers/base-model/subtract-base.ts';
import { combineLayers } from '../layers/formed/combine-layers.ts';
import { multiplyLoraPairs } from '../layers/lora/lora-products.ts';
import { nameFilter, type SelectedLayers, selectLayers } from '../layers/select-layers.ts';
import { inLiteralOrder, selectLiterally } from '../layers/weightwatcher/select-literally.ts';
import { randomStream } from '../metrics/uncertainty/random.ts';
import type { Settings } from '../settings/schema.ts';
import type { Located, ReadOptions } from '../sources/byte-source.ts';
import { baseName } from '../sources/file-name.ts';

interface Surroundings {
  locate(reference: string): Promise<Located>;
  readonly signal?: AbortSignal | undefined;
}

/** How files are read under these settings. */
export function readOptions(
  { inflation, expandedBytes }: Settings,
  { signal }: Pick<Surroundings, 'signal'>,
): ReadOptions {
  return { signal, limits: { inflation, expandedBytes } };
}

/**
 * The only model that a reference stands for.
 *
 * @param whyOne what the error says of why there may be no more than one.
 * @throws SourceError `SEVERAL_MODELS`.
 */
export async function onlyModel(located: Located, whyOne: string, options: ReadOptions): Promise<ModelFiles> {
  const models = await groupModels(located, options);
  const [model] = models;
  if (model !== undefined && models.length === 1) return model;
  throw new SourceError({
    code: 'SEVERAL_MODELS',
    subject: located.reference,
    problem: `stands for ${models.length} models, and ${whyOne}`,
    cure: 'Name one of them',
  });
}

/** A model whose layers are known, and whatever else has to stay open to read them. */
export interface LoadedModel extends SelectedLayers {
  readonly model: OpenModel;
  /** The model that it is compared with or added to, if any. */
  readonly base: OpenModel | undefined;
  close(): Promise<void>;
}

/**
 * Opens a model and forms the layers that the settings ask for: products of an adapter, differences from a base model,
 * layers taken together. Nothing but structure and small configurations is read.
 */
export async function loadModel(
  files: ModelFiles,
  settings: Settings,
  surroundings: Surroundings,
): Promise<LoadedModel> {
  const options = readOptions(settings, surroundings);
  const model = await openModel(files, options);
  let base: OpenModel | undefined;
  const close = async () => {
    await Promise.all([model.close(), base?.close()]);
  };
  try {
    if (settings.baseModel !== '')
      base = await openBase(await surroundings.locate(settings.baseModel), model.name, options);
    const literal = settings.compat === 'weightwatcher';
    const stored = literal ? { ...model, ...inLiteralOrder(model) } : model;
    const formed = await formTensors(stored, files, base, settings, options);
    const { stacked, intra, seed } = settings;
    // Layers are combined as wholes.
    const pool = settings.pool || stacked || intra;
    const { name, format } = model;
    const selected = literal
      ? selectLiterally({ name, format, ...formed }, { ...settings, pool })
      : selectLayers(formed, { ...settings, pool });
    const layers = combineLayers(selected, settings, literal, (pair) => randomStream(seed, pair, 'intra'));
    return { ...layers, model, base, close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function formTensors(
  model: OpenModel,
  files: ModelFiles,
  base: OpenModel | undefined,
  settings: Settings,
  options: ReadOptions,
): Promise<TensorList> {
  const weightsOf =
    settings.peft === 'with-base' ? (base ? counterpartsIn(base.tensors) : () => undefined) : undefined;
  const literal = settings.compat === 'weightwatcher';
  const { order, tensors } =
    settings.peft === 'off'
      ? model
      : await multiplyLoraPairs(model, files, { ...options, weightsOf, literal });
  // With its peft=True WeightWatcher analyses nothing but products.
  if (literal && settings.peft === 'on') return { order, tensors: tensors.map(onlyProducts) };
  if (base === undefined || weightsOf !== undefined) return { order, tensors };
  const refuse = nameFilter(settings);
  return subtractBase({ name: model.name, order, tensors }, base, (name) => refuse(name) === undefined);
}

function onlyProducts(tensor: Tensor): Tensor {
  return tensor.product !== undefined || tensor.unfit !== undefined
    ? tensor
    : { ...tensor, unfit: 'not a product of LoRA factors' };
}

/** The only model that a reference stands for, or of several the one of a file of the same name. */
async function openBase(located: Located, modelName: string, options: ReadOptions): Promise<OpenModel> {
  const models = await groupModels(located, options);
  const files =
    models.length === 1 ? models[0] : models.find(({ name }) => baseName(name) === baseName(modelName));
  if (files === undefined) {
    throw new SourceError({
      code: 'SEVERAL_MODELS',
      subject: located.reference,
      problem: `holds ${models.length} models, and none is called ${baseName(modelName)}`,
      cure: 'Name the file of the base model',
    });
  }
  return openModel(files, options);
}
