import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  requireWithin
} from "./chunk-CN75QAP5.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/read-parts.ts
import { setTimeout as pause } from "node:timers/promises";
var PART_BYTES = 8 * 1024 * 1024;
var PARTS_AT_ONCE = 4;
var PART_ATTEMPTS = 5;
var FIRST_PAUSE_MS = 100;
function rangedSource(file, identity) {
  const source = {
    name: file.name,
    sizeBytes: file.sizeBytes,
    identity: async () => identity,
    async readInto(startByte, target, options) {
      requireWithin(source, startByte, startByte + target.length);
      await readParts(file, startByte, target, options?.signal);
    },
    async close() {
    }
  };
  return source;
}
async function readParts(file, startByte, target, signal) {
  const parts = [];
  for (let offset = 0; offset < target.length; offset += PART_BYTES) {
    parts.push({ startByte: startByte + offset, target: target.subarray(offset, offset + PART_BYTES) });
  }
  await inParallel(parts, (part, stop) => readPart(file, part, stop), signal);
}
async function readPart(file, part, signal) {
  const progress = { filled: 0 };
  let cause;
  for (let attempt = 1; attempt <= PART_ATTEMPTS; attempt++) {
    if (attempt > 1) await pause(FIRST_PAUSE_MS * 2 ** (attempt - 2), void 0, { signal });
    try {
      await resume(file, part, progress, signal);
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) throw error;
      cause = error;
    }
    if (progress.filled === part.target.length) return;
  }
  throw interrupted(file, part.startByte + progress.filled, cause);
}
async function resume(file, { startByte, target }, progress, signal) {
  const endByte = startByte + target.length;
  for await (const chunk of await file.getRange(startByte + progress.filled, endByte, signal)) {
    if (chunk.length > target.length - progress.filled) throw tooLong(file, endByte);
    target.set(chunk, progress.filled);
    progress.filled += chunk.length;
  }
}
function tooLong({ name, codes }, endByte) {
  return new SourceError({
    code: codes.badReply,
    subject: name,
    problem: `the server sends more than it was asked for, beyond byte ${endByte}`,
    cure: "Look for a proxy between this machine and the server, or download the model in a step before"
  });
}
function interrupted({ name, sizeBytes, codes }, offsetBytes, cause) {
  return new SourceError({
    code: codes.interrupted,
    subject: name,
    problem: `the connection broke ${PART_ATTEMPTS} times, the last time at byte ${offsetBytes} of ${sizeBytes}`,
    cure: "Check the network between this machine and the server, and run this again",
    details: { offsetBytes },
    cause
  });
}
async function inParallel(parts, work, outerSignal) {
  outerSignal?.throwIfAborted();
  const stop = new AbortController();
  const signal = outerSignal === void 0 ? stop.signal : AbortSignal.any([outerSignal, stop.signal]);
  const queue = parts.values();
  const lanes = Array.from({ length: Math.min(PARTS_AT_ONCE, parts.length) }, async () => {
    try {
      for (const part of queue) await work(part, signal);
    } catch (error) {
      stop.abort(error);
      throw error;
    }
  });
  const results = await Promise.allSettled(lanes);
  outerSignal?.throwIfAborted();
  if (results.some((result) => result.status === "rejected")) throw stop.signal.reason;
}

export {
  rangedSource
};
