import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/entry/load-template.ts
import { readFile } from "node:fs/promises";
async function loadTemplate(fileName) {
  if (fileName === "") return void 0;
  let text;
  try {
    text = await readFile(fileName, "utf8");
  } catch (cause) {
    const { code, message } = cause;
    throw new ConfigError({
      code: "TEMPLATE_UNREADABLE",
      subject: fileName,
      problem: code === "ENOENT" ? "there is no such template" : `cannot be read: ${message}`,
      cure: "Name a file that exists; paths are relative to the working directory",
      cause
    });
  }
  return parseTemplate(text, fileName);
}
async function parseTemplate(text, name) {
  const { compileTemplate } = await import("./user-template-KLXNVXAV.js");
  return compileTemplate(text, name);
}

export {
  loadTemplate,
  parseTemplate
};
