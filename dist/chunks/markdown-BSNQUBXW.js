import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
  renderMarkdown
} from "./chunk-KNDC4SHB.js";
import "./chunk-WE3E465V.js";
import "./chunk-BWIOOCST.js";
import "./chunk-OYUS2AGH.js";
import "./chunk-ACT7PKZF.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-PCH37KXB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-QD66ABUT.js";
import "./chunk-6XBKUWWT.js";
import "./chunk-56UKHU64.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  COMMENT_BUDGET_BYTES,
  SUMMARY_BUDGET_BYTES,
  renderMarkdown
};
