import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  CONFIG_FILE_NAME,
  parseConfig
} from "./chunk-MVKKB4AB.js";
import {
  MAX_CONFIG_BYTES
} from "./chunk-IWKZHCAU.js";
import {
  AlphagateError,
  ConfigError
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

// src/entry/load-config.ts
import { readFile } from "node:fs/promises";
async function loadConfig(fileName) {
  const path = fileName ?? CONFIG_FILE_NAME;
  let text;
  try {
    text = await readFile(path, "utf8");
  } catch (cause) {
    const { code, message } = cause;
    if (code === "ENOENT" && fileName === void 0) return {};
    throw new ConfigError({
      code: "CONFIG_UNREADABLE",
      subject: path,
      problem: code === "ENOENT" ? "there is no such configuration file" : `cannot be read: ${message}`,
      cure: "Name a file that exists; paths are relative to the working directory",
      cause
    });
  }
  if (text.length > MAX_CONFIG_BYTES) {
    throw new ConfigError({
      code: "CONFIG_TOO_LARGE",
      subject: path,
      problem: `has more than ${MAX_CONFIG_BYTES} bytes, which no configuration needs`,
      cure: "Name the right file"
    });
  }
  return parseConfig(text, path);
}

export {
  startDeadline,
  endedBy,
  leaveSoon,
  loadConfig
};
