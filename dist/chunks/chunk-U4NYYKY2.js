import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/publish/files.ts
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
async function writeDocument(file, content) {
  const unfinished = `${file}.${process.pid}.part`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (cause) {
    await rm(unfinished, { force: true }).catch(() => {
    });
    throw unwritable(file, cause);
  }
}
function unwritable(file, cause) {
  return new ConfigError({
    code: "OUTPUT_UNWRITABLE",
    subject: file,
    problem: `cannot be written: ${cause.message}`,
    cure: "Name a file in a directory that may be written to",
    cause
  });
}

export {
  writeDocument,
  unwritable
};
