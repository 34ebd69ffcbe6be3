import { flax } from './flax/flax.ts';
import type { FormatReader } from './format.ts';
import { gguf } from './gguf/gguf.ts';
import { keras } from './keras/keras.ts';
import { npy } from './numpy/npy.ts';
import { npz } from './numpy/npz.ts';
import { onnx } from './onnx/onnx.ts';
import { orbax } from './orbax/orbax.ts';
import { pytorch } from './pytorch/pytorch.ts';
import { safetensors } from './safetensors.ts';
import { tensorflow } from './tensorflow/tensorflow.ts';
import { tfjs } from './tfjs/tfjs.ts';
import { tflite } from './tflite/tflite.ts';

/** Every format that can be read, in the order in which their `recognises` are asked. */
export const FORMATS: readonly FormatReader[] = [
  gguf,
  npy,
  npz,
  keras,
  pytorch,
  safetensors,
  onnx,
  tensorflow,
  tfjs,
  orbax,
  tflite,
  flax,
];
