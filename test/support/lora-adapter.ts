import { groupModels } from '../../src/formats/models.ts';
import { openModel } from '../../src/formats/open-model.ts';
import type { Tensor } from '../../src/formats/tensor.ts';
import { multiplyLoraPairs } from '../../src/layers/lora/lora-products.ts';
import { selectLayers } from '../../src/layers/select-layers.ts';
import { completeSettings } from '../../src/settings/resolve.ts';
import { createReferenceEngine } from '../../src/spectrum/reference.ts';
import { memoryFolder } from './memory-source.ts';
import { buildSafetensors, type SafetensorsTensor } from './safetensors-builder.ts';

export interface Adapter {
  readonly tensors: Readonly<Record<string, SafetensorsTensor>>;
  /** As JSON or as it is; without it there is no `adapter_config.json`. */
  readonly config?: object | string | undefined;
}

/** The tensors of an adapter with its pairs multiplied, and the layers they make. */
export async function multiplyAdapter({ tensors, config }: Adapter) {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  const folder = memoryFolder({
    'adapter_model.safetensors': buildSafetensors(tensors),
    ...(config !== undefined && { 'adapter_config.json': new TextEncoder().encode(text) }),
  });
  const [files] = await groupModels(folder);
  const multiplied = await multiplyLoraPairs(await openModel(files!), files!);
  return { ...multiplied, ...selectLayers(multiplied, completeSettings({ minEvals: 0 })) };
}

const engine = createReferenceEngine();

/** Singular values of each matrix that a tensor is analysed as, ascending. */
export async function singularValuesOf(tensor: Tensor): Promise<Float64Array[]> {
  const bytes = new Uint8Array(tensor.sizeBytes);
  await tensor.readInto(bytes);
  const { layers } = selectLayers({ order: 'stored', tensors: [tensor] }, completeSettings({ minEvals: 0 }));
  return layers[0]!.matrices.map((place) => engine.singularValues({ bytes, dtype: 'F64', ...place }));
}
