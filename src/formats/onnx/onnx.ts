import { MAX_ONNX_DECODED_BYTES } from '../../limits.ts';
import type { ByteSource } from '../../sources/byte-source.ts';
import type { FormatOptions, FormatReader } from '../format.ts';
import { quote } from '../refusal.ts';
import type { Tensor, TensorList } from '../tensor.ts';
import { ExternalFiles } from './external-data.ts';
import { looksLikeOnnx } from './head.ts';
import { KeptMemory } from './kept-memory.ts';
import { ModelWalk } from './model-walk.ts';
import { refuse } from './refuse.ts';
import { assignRoles } from './scope.ts';
import { matrixCount, storedTensor } from './stored-tensor.ts';
import { UniqueNames } from './unique-names.ts';

/**
 * ONNX models: initializers and the values of Constant nodes, also of graphs inside nodes and of functions. Only the
 * structure is read; weights are ranges of the file, or of a file beside it.
 *
 * A tensor has its initializer's name, or that of its node's output; inside a node's graph `node/attribute/` precedes
 * it. Where a matrix product or a recurrent layer takes a stack of matrices, each is a tensor of its own, `name.0`,
 * `name.1` and so on, because by its shape alone it would be taken for the kernel of a convolution.
 *
 * Source: onnx.proto3 and docs/IR.md, github.com/onnx/onnx.
 */
export const onnx: FormatReader = {
  name: 'onnx',
  suffixes: ['.onnx'],
  recognises: looksLikeOnnx,
  readTensors,
};

async function readTensors(source: ByteSource, options?: FormatOptions): Promise<TensorList> {
  if (source.sizeBytes === 0) throw refuse(source.name, 'NO_GRAPH', 'it is empty');
  const memory = new KeptMemory(source.name, source.sizeBytes);
  const walk = new ModelWalk(source, memory, options);
  await walk.model();
  assignRoles(walk.scopes);

  const externalFiles = new ExternalFiles(source, options?.openSibling);
  const names = new UniqueNames(source.name);
  const tensors: Tensor[] = [];
  for (const found of walk.tensors) {
    const prefix = found.scope.prefix();
    memory.keep('use', prefix.length);
    const name = names.take(prefix + found.name);
    const layout = found.role === 'channels-last' ? 'hwio' : 'oihw';
    const tensor = await storedTensor(name, found.proto, layout, source, externalFiles);
    if (found.role !== 'stack' || tensor.shape.length <= 2 || tensor.sizeBytes === 0) {
      tensors.push(tensor);
      continue;
    }
    const count = matrixCount(tensor.shape);
    if (tensor.decodedBytes * count > MAX_ONNX_DECODED_BYTES) {
      throw refuse(
        source.name,
        'TOO_COSTLY',
        `tensor ${quote(name)} stacks ${count} matrices as packed numbers`,
        {
          cure: 'Store it as raw_data, as onnx.numpy_helper.from_array does',
          tensor: name,
        },
      );
    }
    for (let index = 0; index < count; index++) {
      memory.keep('matrix', name.length);
      tensors.push(tensor.matrix(index, count === 1 ? name : names.take(`${name}.${index}`)));
    }
  }
  externalFiles.checkOverlaps();
  return { order: 'stored', tensors };
}
