import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";

// src/sources/server-address.ts
function parseServerAddress(address, refusal) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  const isUsable = url !== void 0 && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.search === "";
  if (isUsable) return url.href.replace(/\/+$/, "");
  const problem = "is not an http:// or https:// address, or holds a login or a query";
  throw new ConfigError({ ...refusal, problem });
}

export {
  parseServerAddress
};
