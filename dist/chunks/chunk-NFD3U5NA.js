import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  AlphagateError
} from "./chunk-LSZFXY6A.js";

// src/entry/deadline.ts
var GRACE_MS = 3e3;
var LINGER_MS = 1e3;
var MS_PER_MINUTE = 6e4;
function startDeadline(run, minutes) {
  setTimeout(() => run.abort(outOfTime(minutes)), minutes * MS_PER_MINUTE).unref();
}
async function endedBy(signal, work) {
  let timer;
  const late = new Promise((_resolve, reject) => {
    const wait = () => {
      timer = setTimeout(() => reject(signal.reason), GRACE_MS);
    };
    if (signal.aborted) wait();
    else signal.addEventListener("abort", wait, { once: true });
  });
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    throw signal.aborted ? signal.reason : error;
  } finally {
    clearTimeout(timer);
  }
}
function leaveSoon() {
  setTimeout(() => process.exit(), LINGER_MS).unref();
}
function outOfTime(minutes) {
  return new AlphagateError({
    code: "OUT_OF_TIME",
    subject: "the run",
    problem: `took longer than the ${minutes} minutes of timeout-minutes`,
    cure: "Look at the servers that it reads from, divide the model among jobs with shard, or allow more time"
  });
}

export {
  startDeadline,
  endedBy,
  leaveSoon
};
