/** Telling ONNX from other files by its first bytes: protobuf has no signature, so that a chain of fields must fit. */

const VARINT = 0;
const BYTES = 2;

const IR_VERSION = 1;
const MODEL_VERSION = 5;
const GRAPH = 7;
/** producer_name, producer_version, domain, doc_string. */
const TEXTS: ReadonlySet<number> = new Set([2, 3, 4, 6]);
const OPSET_IMPORT = 8;

/** Versions so far are 1 to 13. */
const MAX_IR_VERSION = 100;

/** What GraphProto may begin with: node, name, initializer, doc_string, input, output, value_info. */
const GRAPH_TAGS: ReadonlySet<number> = new Set([0x0a, 0x12, 0x2a, 0x52, 0x5a, 0x62, 0x6a]);

/**
 * True for what every exporter writes: the version of the representation, then short texts about the model, then a
 * graph that begins as one. TensorFlow's and Core ML's models begin with a version and a text as well; neither has a
 * field 7 after it.
 */
export function looksLikeOnnx(head: Uint8Array): boolean {
  const cursor = { head, at: 0 };
  if (readVarint(cursor) !== ((IR_VERSION << 3) | VARINT)) return false;
  const version = readVarint(cursor);
  if (version === undefined || version < 1 || version > MAX_IR_VERSION) return false;

  for (;;) {
    const tag = readVarint(cursor);
    const value = readVarint(cursor);
    if (tag === undefined || value === undefined) return false;
    const field = Math.floor(tag / 8);
    const wireType = tag % 8;
    if (field === MODEL_VERSION && wireType === VARINT) continue;
    if (wireType !== BYTES) return false;
    if (field === GRAPH) return value === 0 || GRAPH_TAGS.has(head[cursor.at] ?? 0);
    if (!TEXTS.has(field) && field !== OPSET_IMPORT) return false;
    cursor.at += value;
  }
}

function readVarint(cursor: { readonly head: Uint8Array; at: number }): number | undefined {
  let value = 0;
  for (let scale = 1; cursor.at < cursor.head.length; scale *= 128) {
    const byte = cursor.head[cursor.at++]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return value;
  }
  return undefined;
}
