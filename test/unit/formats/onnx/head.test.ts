import { expect, test } from '@jest/globals';
import { looksLikeOnnx } from '../../../../src/formats/onnx/head.ts';
import {
  buildOnnx,
  bytesField,
  graphProto,
  message,
  nodeProto,
  numberField,
} from '../../../support/onnx-builder.ts';

const version = numberField(1, 8);
const graph = bytesField(7, graphProto({ nodes: [nodeProto('Relu')] }));

test.each<[string, Uint8Array]>([
  ['an exporter writes', buildOnnx({ nodes: [nodeProto('Relu')] })],
  ['an exporter cut short inside the graph', message(version, graph).subarray(0, 6)],
  [
    'has every field before its graph',
    message(
      version,
      ...[2, 3, 4].map((field) => bytesField(field, 'x')),
      numberField(5, 3),
      bytesField(6, 'doc'),
      graph,
    ),
  ],
  ['has its operator sets first', message(version, bytesField(8, numberField(2, 17)), graph)],
  ['has an empty graph', message(version, bytesField(7, ''))],
])('a model that %s is recognised', (_, head) => {
  expect(looksLikeOnnx(head)).toBe(true);
});

test.each<[string, Uint8Array]>([
  ['is empty', new Uint8Array(0)],
  ['has nothing after a version', version],
  ['ends inside a number', Uint8Array.of(8, 0xff, 0xff)],
  ['has a version that ONNX never had', message(numberField(1, 0), graph)],
  ['has a field that no model has', message(version, bytesField(9, 'x'), graph)],
  ['has a graph that begins as none', message(version, bytesField(7, Uint8Array.of(0xff, 1)))],
  ['has a graph that is a number', message(version, numberField(7, 1))],
  // SavedModel: saved_model_schema_version and meta_graphs, one of which fills the file.
  ["is TensorFlow's", message(numberField(1, 1), bytesField(2, new Uint8Array(5000)))],
  // Model: specificationVersion, description, then what kind of model from field 200 on.
  ["is Core ML's", message(numberField(1, 4), bytesField(2, 'x'), bytesField(500, 'x'))],
  ['is text', new TextEncoder().encode('{"model": "x"}')],
])('a file that %s is not', (_, head) => {
  expect(looksLikeOnnx(head)).toBe(false);
});
