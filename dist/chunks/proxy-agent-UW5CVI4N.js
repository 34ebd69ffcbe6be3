import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ProxyAgent,
  proxyFor
} from "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  ProxyAgent,
  proxyFor
};
