import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/limits.ts
var KIB = 1024;
var MIB = 1024 * KIB;
var MAX_SAFETENSORS_HEADER_BYTES = 1e8;
var MAX_INDEX_BYTES = 64 * MIB;
var MAX_ADAPTER_CONFIG_BYTES = 4 * MIB;
var MAX_MODULE_DEPTH = 64;
var MAX_REPORT_BYTES = 256 * MIB;
var MAX_UNTRUSTED_REPORT_BYTES = 64 * MIB;
var MAX_REPORTED_MODELS = 1e3;
var MAX_REPORTED_LAYERS = 1e6;
var MAX_SHARDS = 256;
var MAX_JSON_DEPTH = 32;
var MAX_TENSORS = 1e6;
var MAX_DIMENSIONS = 64;
var MAX_PICKLE_BYTES = 256 * MIB;
var MAX_PICKLE_HEAP_BYTES = 512 * MIB;
var MAX_PICKLE_INTEGER_BYTES = 1024;
var MAX_PICKLE_DEPTH = 500;
var MAX_PICKLE_STEPS = 5e7;
var MAX_TENSOR_NAME_LENGTH = 4096;
var MAX_EXPANDED_VIEW_BYTES = 256 * MIB;
var MAX_ZIP_ENTRIES = 1e6;
var MAX_ZIP_DIRECTORY_BYTES = 256 * MIB;
var MAX_GGUF_HEADER_BYTES = 128 * MIB;
var MAX_GGUF_TENSORS = 65536;
var MAX_GGUF_DIMENSIONS = 4;
var MAX_GGUF_ARRAY_DEPTH = 8;
var EXPANSION_LIMITS = {
  // Weights shrink to a tenth at most where most of them are zero; deflate itself stops at 1,032.
  inflation: 100,
  // What is compressed cannot be read in part. Runners have 7 GB; a larger model belongs into an archive without compression.
  expandedBytes: 2048 * MIB
};
var MAX_UNCHECKED_INFLATION_BYTES = 64 * MIB;
var MAX_TAR_EXTENSION_BYTES = 1 * MIB;
var MAX_NPY_HEADER_BYTES = 65535;
var MAX_NPY_HEADER_DEPTH = 16;
var MAX_ONNX_GRAPH_DEPTH = 32;
var MAX_ONNX_FIELDS = 2e7;
var MAX_ONNX_KEPT_BYTES = 64 * MIB;
var MAX_ONNX_DECODED_BYTES = 1024 * MIB;
var MAX_ONNX_EXTERNAL_ENTRIES = 16;
var MAX_ONNX_EXTERNAL_FILES = 1e3;
var MAX_FORMED_BYTES = 2048 * MIB;
var MAX_FILES = 1e5;
var MAX_CONFIG_BYTES = 1 * MIB;
var MAX_LFS_POINTER_BYTES = 1024;
var MAX_REFERENCE_LENGTH = 8192;
var MAX_S3_KEY_BYTES = 1024;
var MAX_LIST_PAGES = 1e4;
var MAX_HASHED_BYTES = 1024 * MIB;
var MAX_ARTIFACTS = 1e4;
var MAX_LOCATED_ARTIFACTS = 100;
var MAX_RUNS_OF_COMMIT = 100;
var MAX_REDIRECTS = 5;
var MAX_WHOLE_DOWNLOAD_BYTES = 64 * MIB;

// src/sources/byte-source.ts
async function readBytes(source, startByte, endByte, options) {
  requireWithin(source, startByte, endByte);
  const bytes = new Uint8Array(endByte - startByte);
  await source.readInto(startByte, bytes, options);
  return bytes;
}
function requireWithin(source, startByte, endByte) {
  if (Number.isSafeInteger(startByte) && 0 <= startByte && startByte <= endByte && endByte <= source.sizeBytes)
    return;
  throw new SourceError({
    code: "READ_PAST_END",
    subject: source.name,
    problem: `the bytes ${startByte} to ${endByte} were asked of the ${source.sizeBytes} that there are`,
    cure: "The file is cut short or its header is wrong: write or copy it again",
    details: { startByte, endByte, sizeBytes: source.sizeBytes }
  });
}

export {
  MAX_SAFETENSORS_HEADER_BYTES,
  MAX_INDEX_BYTES,
  MAX_ADAPTER_CONFIG_BYTES,
  MAX_MODULE_DEPTH,
  MAX_REPORT_BYTES,
  MAX_UNTRUSTED_REPORT_BYTES,
  MAX_REPORTED_MODELS,
  MAX_REPORTED_LAYERS,
  MAX_SHARDS,
  MAX_JSON_DEPTH,
  MAX_TENSORS,
  MAX_DIMENSIONS,
  MAX_PICKLE_BYTES,
  MAX_PICKLE_HEAP_BYTES,
  MAX_PICKLE_INTEGER_BYTES,
  MAX_PICKLE_DEPTH,
  MAX_PICKLE_STEPS,
  MAX_TENSOR_NAME_LENGTH,
  MAX_EXPANDED_VIEW_BYTES,
  MAX_ZIP_ENTRIES,
  MAX_ZIP_DIRECTORY_BYTES,
  MAX_GGUF_HEADER_BYTES,
  MAX_GGUF_TENSORS,
  MAX_GGUF_DIMENSIONS,
  MAX_GGUF_ARRAY_DEPTH,
  EXPANSION_LIMITS,
  MAX_UNCHECKED_INFLATION_BYTES,
  MAX_TAR_EXTENSION_BYTES,
  MAX_NPY_HEADER_BYTES,
  MAX_NPY_HEADER_DEPTH,
  MAX_ONNX_GRAPH_DEPTH,
  MAX_ONNX_FIELDS,
  MAX_ONNX_KEPT_BYTES,
  MAX_ONNX_DECODED_BYTES,
  MAX_ONNX_EXTERNAL_ENTRIES,
  MAX_ONNX_EXTERNAL_FILES,
  MAX_FORMED_BYTES,
  MAX_FILES,
  MAX_CONFIG_BYTES,
  MAX_LFS_POINTER_BYTES,
  MAX_REFERENCE_LENGTH,
  MAX_S3_KEY_BYTES,
  MAX_LIST_PAGES,
  MAX_HASHED_BYTES,
  MAX_ARTIFACTS,
  MAX_LOCATED_ARTIFACTS,
  MAX_RUNS_OF_COMMIT,
  MAX_REDIRECTS,
  MAX_WHOLE_DOWNLOAD_BYTES,
  readBytes,
  requireWithin
};
