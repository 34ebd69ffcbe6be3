import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  locateObjects,
  locateS3
} from "./chunk-4NKKKYHG.js";
import "./chunk-P7NXJABB.js";
import "./chunk-P5DTRODU.js";
import "./chunk-HWQSLUA6.js";
import "./chunk-7BKRKR5Z.js";
import "./chunk-QMMMBYL2.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-CN75QAP5.js";
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  locateObjects,
  locateS3
};
