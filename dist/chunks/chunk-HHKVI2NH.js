import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  MAX_CONFIG_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/entry/load-config.ts
import { readFile } from "node:fs/promises";
var CONFIG_FILE_NAME = ".alphagate.yml";
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
  return (await import("./config-file-SHASPJSX.js")).parseConfig(text, path);
}

export {
  CONFIG_FILE_NAME,
  loadConfig
};
