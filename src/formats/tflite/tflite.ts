import type { ByteSource, ReadOptions } from '../../sources/byte-source.ts';
import type { FormatReader } from '../format.ts';
import { startsWith } from '../head.ts';
import type { TensorList } from '../tensor.ts';
import { constantTensor } from './constant-tensor.ts';
import { readConstants } from './constants.ts';
import { nameConstants } from './names.ts';

const IDENTIFIER_AT = 4;
const IDENTIFIER = [...'TFL3'].map((letter) => letter.charCodeAt(0));

/**
 * Models of TensorFlow Lite (LiteRT): the constants of their graphs. Quantised weights are decoded while they are read
 * and appear as F32: alpha belongs to the weights that the model computes with. Small files of integers with a scale for
 * each channel are the rule.
 *
 * Source: tensorflow/compiler/mlir/lite/schema/schema.fbs, version 3.
 */
export const tflite: FormatReader = {
  name: 'tflite',
  suffixes: ['.tflite'],
  recognises: (head) => startsWith(head, IDENTIFIER, IDENTIFIER_AT),
  readTensors,
};

async function readTensors(source: ByteSource, options?: ReadOptions): Promise<TensorList> {
  const constants = await readConstants(source, options);
  const names = nameConstants(constants);
  return {
    order: 'stored',
    tensors: constants.map((constant, i) => constantTensor(source, constant, names[i]!)),
  };
}
