import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  WebFile
} from "./chunk-BCGY7WOO.js";
import {
  WebClient
} from "./chunk-74OEHJRM.js";
import "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import "./chunk-QMMMBYL2.js";
import {
  isPlainFileName
} from "./chunk-UEJXIGCQ.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import "./chunk-JXTWGQ7Y.js";
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
  const { sizeBytes } = await file.probe({ signal });
  const entry = {
    name,
    path: fileNameOf(address),
    sizeBytes,
    open: (readOptions) => file.open(readOptions),
    sibling: (fileName) => siblingOf(address, fileName, options)
  };
  return { reference: name, kind: "file", files: [entry] };
}
async function siblingOf(address, fileName, options) {
  if (!isPlainFileName(fileName)) return void 0;
  const url = new URL(encodeURIComponent(fileName), address);
  url.search = address.search;
  const name = `${url.protocol}//${url.host}${url.pathname}`;
  try {
    return (await locateWeb({ kind: "web", url: url.href, name }, options)).files[0];
  } catch (error) {
    const code = error instanceof SourceError ? error.code : "";
    if (code === "NOT_FOUND" || code === "WEB_ACCESS_DENIED" && url.search !== "") return void 0;
    throw error;
  }
}
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
