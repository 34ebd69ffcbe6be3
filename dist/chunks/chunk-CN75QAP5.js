import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/byte-source.ts
async function readBytes(source, startByte, endByte, options) {
  requireWithin(source, startByte, endByte);
  const bytes = new Uint8Array(endByte - startByte);
  await source.readInto(startByte, bytes, options);
  return bytes;
}
async function readDocument(file, options) {
  const source = await file.open(options);
  try {
    return new TextDecoder().decode(await readBytes(source, 0, source.sizeBytes, options));
  } finally {
    await source.close();
  }
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
  readBytes,
  readDocument,
  requireWithin
};
