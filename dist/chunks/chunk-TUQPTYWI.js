import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  requireWithin
} from "./chunk-CN75QAP5.js";

// src/sources/memory-file.ts
function memoryFile(bytes, name, { identity, close } = {}) {
  const file = {
    name,
    sizeBytes: bytes.length,
    identity: async () => identity ?? await sha256Of(bytes),
    async readInto(startByte, target, options) {
      options?.signal?.throwIfAborted();
      requireWithin(file, startByte, startByte + target.length);
      target.set(bytes.subarray(startByte, startByte + target.length));
    },
    close: async () => close?.()
  };
  return file;
}
async function sha256Of(bytes) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
}

export {
  memoryFile,
  sha256Of
};
