import { readFile } from 'node:fs/promises';
import { buildCheckpoint, objectGraph } from './checkpoint-builder.ts';
import { PROJECT } from './cli.ts';
import { buildGguf, ggufText, metadata } from './gguf-builder.ts';
import { packChunks, packInteger, packMap, packNdarray } from './msgpack-builder.ts';
import { buildNpy } from './npy-builder.ts';
import {
  buildOnnx,
  bytesField,
  constantNode,
  FLOAT16,
  fixedField,
  float32,
  graphProto,
  nodeProto,
  permutation,
  varint,
} from './onnx-builder.ts';
import { nnModule, orderedDict } from './pickle-writer.ts';
import { buildLegacyTorch, buildTorchZip, type TorchFile } from './pytorch-builder.ts';
import { buildSafetensors, float32Bytes } from './safetensors-builder.ts';
import { buildZip, concat, deflatedRecord, text, u32, u64 } from './zip-builder.ts';

/** A small sound file of a format. */
export interface FormatSample {
  readonly name: string;
  load(): Promise<Uint8Array>;
  /** Files beside it, by name. */
  readonly beside?: Readonly<Record<string, Uint8Array>>;
}

const values = Float32Array.from({ length: 48 }, (_, k) => Math.sin(k));

const built = (name: string, file: Uint8Array): FormatSample => ({ name, load: async () => file });

const stored = (name: string, path: string): FormatSample => ({
  name,
  load: async () => new Uint8Array(await readFile(`${PROJECT}test/fixtures/${path}`)),
});

const TENSORS = {
  'a.weight': { shape: [8, 6], values },
  'b.weight': { shape: [4, 4], values: values.subarray(0, 16) },
};

const ARRAYS = Object.entries(TENSORS).map(([name, tensor]) => ({
  name: `${name}.npy`,
  bytes: buildNpy({ shape: tensor.shape, bytes: float32Bytes(tensor.values) }),
}));

const CHECKPOINT = buildCheckpoint({
  'a/kernel/.ATTRIBUTES/VARIABLE_VALUE': { shape: [8, 6], bytes: float32Bytes(values) },
  'b/kernel/.ATTRIBUTES/VARIABLE_VALUE': { shape: [4, 4], bytes: float32Bytes(values.subarray(0, 16)) },
  _CHECKPOINTABLE_OBJECT_GRAPH: objectGraph({ 'a/kernel/.ATTRIBUTES/VARIABLE_VALUE': 'dense/kernel' }),
});

/** Views of a storage as a module's parameters and buffers. */
const MODULE: TorchFile = {
  tensors: {
    weight: { shape: [2, 2], values: [1, 2, 3, 4], storage: 's' },
    transposed: { shape: [2, 2], strides: [1, 2], storage: 's', parameter: true },
    half: { shape: [3], bytes: new Uint8Array(6), storageClass: 'HalfStorage' },
  },
  root: ({ weight, transposed, half }) =>
    orderedDict({
      epoch: 1.5,
      model: nnModule('my.Net', {
        parameters: { weight: weight!, transposed: transposed! },
        buffers: { half: half! },
      }),
    }),
};

const BRANCH = graphProto({ nodes: [constantNode('c', { dims: [2], raw: float32(1, 2) })] });
const GRAPH = buildOnnx({
  nodes: [
    nodeProto('Transpose', {
      inputs: ['kernel'],
      outputs: ['turned'],
      attributes: { perm: permutation(3, 2, 0, 1) },
    }),
    nodeProto('Conv', { inputs: ['x', 'turned'], outputs: ['y'] }),
    nodeProto('LSTM', { inputs: ['x', 'gates'], outputs: ['z'] }),
    nodeProto('If', { name: 'if', attributes: { then_branch: bytesField(6, BRANCH) } }),
  ],
  initializers: [
    { name: 'kernel', dims: [1, 1, 2, 1], raw: float32(1, 2) },
    { name: 'gates', dims: [2, 1, 2], fields: [bytesField(4, float32(1, 2, 3)), fixedField(4, float32(4))] },
    { name: 'half', dims: [1], dataType: FLOAT16, fields: [bytesField(5, varint(0x3c00))] },
    { name: 'away', dims: [2, 2], external: { location: 'model.data', offset: '0', length: '16' } },
  ],
});

/** By format; whoever adds a format adds a sample, and the contract of readers is run on it. */
export const FORMAT_SAMPLES: Readonly<Record<string, readonly FormatSample[]>> = {
  safetensors: [
    built(
      'a file with metadata',
      buildSafetensors(
        {
          'a.weight': { shape: [8, 6], bytes: float32Bytes(values) },
          'b.weight': { dtype: 'BF16', shape: [4, 4] },
          bias: { shape: [6] },
        },
        { format: 'pt' },
      ),
    ),
  ],
  onnx: [
    stored('raw data', 'onnx/hostile/ok_raw.onnx'),
    stored('float data', 'onnx/hostile/ok_float_data.onnx'),
    stored('half precision in integers', 'onnx/hostile/ok_f16_int32data.onnx'),
    {
      ...built('nodes, graphs inside them, and data in another file', GRAPH),
      beside: { 'model.data': new Uint8Array(16) },
    },
  ],
  gguf: [
    built(
      'a file with metadata and quantised weights',
      buildGguf({
        metadata: [
          metadata('general.name', 8, ggufText('a model')),
          metadata('tokens', 9, u32(8), u64(2), ggufText('a'), ggufText('bc')),
        ],
        tensors: [
          { name: 'a.weight', ne: [6, 8], bytes: float32Bytes(values) },
          { name: 'b.weight', type: 12, ne: [256, 2], bytes: new Uint8Array(288).fill(0x35) },
        ],
      }),
    ),
  ],
  flax: [
    built(
      'a tree with an array in chunks',
      packMap([
        ['step', packInteger(3)],
        [
          'params',
          packMap([
            ['kernel', packNdarray([8, 6], 'float32', float32Bytes(values))],
            [
              'large',
              packChunks(
                [6, 8],
                [0, 1].map((half) =>
                  packNdarray([24], 'float32', float32Bytes(values.subarray(24 * half, 24 * half + 24))),
                ),
              ),
            ],
          ]),
        ],
      ]),
    ),
  ],
  tensorflow: [
    {
      ...built('a checkpoint with a graph of objects', CHECKPOINT.index),
      beside: { 'sample.data-00000-of-00001': CHECKPOINT.data },
    },
  ],
  tflite: [
    stored('a model with weights of many types', 'tflite/types.tflite'),
    stored('a model with its weights behind it', 'tflite/far-buffers.tflite'),
  ],
  tfjs: [
    {
      ...built(
        'a model with quantised weights in two shards',
        text(
          JSON.stringify({
            format: 'graph-model',
            weightsManifest: [
              {
                paths: ['a.bin', 'b.bin'],
                weights: [
                  { name: 'a/kernel', shape: [8, 6], dtype: 'float32' },
                  {
                    name: 'b/kernel',
                    shape: [4, 4],
                    dtype: 'float32',
                    quantization: { dtype: 'uint8', scale: 0.01, min: -1.28 },
                  },
                  { name: 'note', shape: [1], dtype: 'string' },
                ],
              },
            ],
          }),
        ),
      ),
      beside: {
        'a.bin': float32Bytes(values).subarray(0, 100),
        'b.bin': concat([float32Bytes(values).subarray(100), new Uint8Array(16).fill(9), u32(2), text('ab')]),
      },
    },
  ],
  keras: [
    stored('weights in HDF5', 'keras/hostile/ok.h5'),
    stored('chunks that went through three filters', 'keras/hostile/ok_chunk_gzip_shuffle_fletcher.h5'),
    stored('the newest layout of HDF5', 'hdf5/latest.h5'),
    stored('an archive', 'keras/hostile/lambda_code.keras'),
  ],
  orbax: [
    {
      ...built(
        'an array in chunks',
        text(
          JSON.stringify({
            zarr_format: 2,
            shape: [8, 6],
            chunks: [4, 6],
            dtype: '<f4',
            order: 'C',
            compressor: null,
            filters: null,
            fill_value: null,
          }),
        ),
      ),
      beside: { '0.0': float32Bytes(values.subarray(0, 24)), '1.0': float32Bytes(values.subarray(24)) },
    },
  ],
  npy: [
    built(
      'an array in Fortran order',
      buildNpy({ shape: [8, 6], fortranOrder: true, bytes: float32Bytes(values) }),
    ),
  ],
  npz: [
    built('stored arrays', buildZip(ARRAYS)),
    built('deflated arrays', buildZip(ARRAYS.map(({ name, bytes }) => deflatedRecord(name, bytes)))),
  ],
  pytorch: [
    built('a zip checkpoint', buildTorchZip({ tensors: TENSORS })),
    built('a legacy file', buildLegacyTorch({ tensors: TENSORS })),
    built('a module in a zip checkpoint', buildTorchZip(MODULE)),
    built('a module in a legacy file', buildLegacyTorch(MODULE)),
  ],
};

export { stored };
