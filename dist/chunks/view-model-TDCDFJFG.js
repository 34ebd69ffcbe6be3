import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  buildView,
  byAttention,
  reportsOf
} from "./chunk-4KJKJL5G.js";
import "./chunk-3HI3BN2H.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-BPUSV2BW.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-F6C45J7V.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-QD66ABUT.js";
import "./chunk-LSATRQTY.js";
import "./chunk-56UKHU64.js";
import "./chunk-MWOAU7J3.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  buildView,
  byAttention,
  reportsOf
};
