import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  parseAnalysis,
  parseConfig
} from "./chunk-FLGHD2RI.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  parseAnalysis,
  parseConfig
};
