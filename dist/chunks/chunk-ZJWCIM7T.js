import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  isRateLimit
} from "./chunk-G7XFHQDN.js";
import {
  AlphagateError
} from "./chunk-LSZFXY6A.js";

// src/publish/retry.ts
import { setTimeout as sleep } from "node:timers/promises";
var PAUSES_MS = [1e3, 4e3];
var LONGEST_PAUSE_MS = 2e4;
async function retrying(attempt, wait = sleep) {
  for (const pauseMs of PAUSES_MS) {
    try {
      return await attempt();
    } catch (error) {
      const asked = isTransient(error) ? retryAfterMs(error) ?? pauseMs : Infinity;
      if (asked > LONGEST_PAUSE_MS) throw error;
      await wait(asked);
    }
  }
  return attempt();
}
function isTransient(failure) {
  if (failure.cause instanceof AlphagateError) return false;
  return (failure.status ?? 0) >= 500 || isRateLimit(failure);
}
function retryAfterMs(failure) {
  const seconds = Number(failure.response?.headers?.["retry-after"] ?? Number.NaN);
  if (Number.isFinite(seconds) && seconds >= 0) return seconds * 1e3;
  return isRateLimit(failure) ? Infinity : void 0;
}

export {
  retrying
};
