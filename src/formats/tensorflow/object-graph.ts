import { ByteCursor, protoFields, protoText } from './proto.ts';

/** The key of the tensor that describes the objects a checkpoint was made of. */
export const OBJECT_GRAPH_KEY = '_CHECKPOINTABLE_OBJECT_GRAPH';

/** Before the bytes of a text lie its length and a checksum of that. */
const CHECKSUM_BYTES = 4;

/**
 * What the program called each variable, by the key under which it lies: keys are paths through objects
 * (`layer_with_weights-0/kernel/…`), names are what the layers made of them (`conv2d/kernel`).
 *
 * Source: tensorflow/core/protobuf/trackable_object_graph.proto.
 *
 * @param tensor one text, as a checkpoint holds it.
 * @throws NotAMessage
 */
export function variableNames(tensor: Uint8Array): ReadonlyMap<string, string> {
  const cursor = new ByteCursor(tensor);
  const bytes = cursor.count();
  cursor.take(CHECKSUM_BYTES);
  const names = new Map<string, string>();
  for (const node of protoFields(cursor.take(bytes))) {
    if (node.number !== 1 || node.bytes === undefined) continue;
    for (const attribute of protoFields(node.bytes)) {
      if (attribute.number !== 2 || attribute.bytes === undefined) continue;
      const { name, key } = readAttribute(attribute.bytes);
      if (name !== '' && key !== '') names.set(key, name);
    }
  }
  return names;
}

/** `SerializedTensor`: 2 is the full name, 3 the key. */
function readAttribute(message: Uint8Array): { readonly name: string; readonly key: string } {
  let name = '';
  let key = '';
  for (const { number, bytes } of protoFields(message)) {
    if (number === 2 && bytes !== undefined) name = protoText(bytes);
    else if (number === 3 && bytes !== undefined) key = protoText(bytes);
  }
  return { name, key };
}
