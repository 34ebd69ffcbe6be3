import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/sources/server-address.ts
function parseServerAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  const isUsable = url !== void 0 && ["http:", "https:"].includes(url.protocol) && url.username === "" && url.search === "";
  return isUsable ? url.href.replace(/\/+$/, "") : void 0;
}

export {
  parseServerAddress
};
