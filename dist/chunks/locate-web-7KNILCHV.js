import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  WebFile
} from "./chunk-KVM4EVJC.js";
import {
  WebClient
} from "./chunk-CFMRRU4E.js";
import "./chunk-URKPZKT4.js";
import "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import {
  isPlainFileName
} from "./chunk-UUWMMJVQ.js";
import "./chunk-CN75QAP5.js";
import "./chunk-2RHTLJYZ.js";
import {
  ConfigError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/sources/web/locate-web.ts
async function locateWeb({ url, name }, options) {
  const { allowPrivateAddresses = false, silenceMs, signal } = options;
  signal?.throwIfAborted();
  const address = new URL(url);
  if (address.protocol === "http:" && !allowPrivateAddresses) throw insecure(name);
  const client = new WebClient({ name, allowPrivateAddresses, silenceMs });
  const file = new WebFile({ name, client, resolve: async () => address });
  const entry = new WebEntry(address, name, file, await file.probe({ signal }), options);
  return { reference: name, kind: "file", files: [entry] };
}
var WebEntry = class {
  name;
  path;
  sizeBytes;
  #url;
  #file;
  #options;
  constructor(url, name, file, { sizeBytes }, options) {
    this.name = name;
    this.path = fileNameOf(url);
    this.sizeBytes = sizeBytes;
    this.#url = url;
    this.#file = file;
    this.#options = options;
  }
  open(options) {
    return this.#file.open(options);
  }
  /** Asked for with the same query: a signature may be for a whole folder. */
  async sibling(fileName) {
    if (!isPlainFileName(fileName)) return void 0;
    const url = new URL(encodeURIComponent(fileName), this.#url);
    url.search = this.#url.search;
    const name = `${url.protocol}//${url.host}${url.pathname}`;
    try {
      const { files } = await locateWeb({ kind: "web", url: url.href, name }, this.#options);
      return files[0];
    } catch (error) {
      const code = error instanceof SourceError ? error.code : "";
      if (code === "NOT_FOUND" || code === "WEB_ACCESS_DENIED" && url.search !== "") return void 0;
      throw error;
    }
  }
};
function fileNameOf({ pathname, hostname }) {
  const last = pathname.slice(pathname.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(last).replaceAll("/", "_") || hostname;
  } catch {
    return last;
  }
}
function insecure(name) {
  return new ConfigError({
    code: "INSECURE_ADDRESS",
    subject: name,
    problem: "anybody between here and there could change what http:// brings",
    cure: "Use https://, or set allow-private-addresses to true where the server is on your own network"
  });
}
export {
  locateWeb
};
