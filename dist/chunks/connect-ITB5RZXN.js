import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  defaults,
  getOctokit
} from "./chunk-QEPSMUZE.js";
import "./chunk-7ZLZOROS.js";
import "./chunk-TEYIJX5Y.js";
import "./chunk-4MUT4G64.js";

// src/publish/connect.ts
var REQUEST_TIMEOUT_MS = 1e4;
function connect(token, apiUrl, { requestMs = REQUEST_TIMEOUT_MS, deadlineMs, signal } = {}) {
  const proxied = defaults.request.fetch;
  const ends = [
    ...deadlineMs === void 0 ? [] : [AbortSignal.timeout(deadlineMs)],
    ...signal === void 0 ? [] : [signal]
  ];
  return getOctokit(token, {
    ...apiUrl !== void 0 && apiUrl !== "" && { baseUrl: apiUrl },
    request: {
      fetch: async (url, options) => {
        const signal2 = AbortSignal.any([AbortSignal.timeout(requestMs), ...ends]);
        return whole(await proxied(url, { ...options, signal: signal2 }));
      }
    }
  });
}
var EMPTY = [204, 205, 304];
async function whole(answer) {
  const { status, statusText, headers, url } = answer;
  const body = await answer.arrayBuffer();
  const copy = new Response(EMPTY.includes(status) ? null : body, { status, statusText, headers });
  return Object.defineProperty(copy, "url", { value: url });
}
export {
  connect
};
