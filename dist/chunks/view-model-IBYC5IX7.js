import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  buildView,
  byAttention,
  count,
  digits,
  reportsOf,
  signed
} from "./chunk-FW7MVG6I.js";
import "./chunk-6G56XBBR.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-KLBLCQJ6.js";
import "./chunk-5G763DQE.js";
import "./chunk-MW4IX57J.js";
import "./chunk-REV7G7MV.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-ZG5FSNPM.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  buildView,
  byAttention,
  count,
  digits,
  reportsOf,
  signed
};
