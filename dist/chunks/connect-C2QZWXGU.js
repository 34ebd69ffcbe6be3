import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  defaults,
  getOctokit
} from "./chunk-A2CCU7QH.js";
import "./chunk-TEYIJX5Y.js";
import "./chunk-7ZLZOROS.js";
import "./chunk-4MUT4G64.js";

// src/publish/connect.ts
var REQUEST_TIMEOUT_MS = 1e4;
function connect(token, apiUrl, { requestMs = REQUEST_TIMEOUT_MS, deadlineMs } = {}) {
  const proxied = defaults.request.fetch;
  const deadline = deadlineMs === void 0 ? [] : [AbortSignal.timeout(deadlineMs)];
  return getOctokit(token, {
    ...apiUrl !== void 0 && apiUrl !== "" && { baseUrl: apiUrl },
    request: {
      fetch: (url, options) => proxied(url, {
        ...options,
        signal: AbortSignal.any([AbortSignal.timeout(requestMs), ...deadline])
      })
    }
  });
}
export {
  connect
};
