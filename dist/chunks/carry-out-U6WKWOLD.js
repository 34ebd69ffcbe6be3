import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-P74EMTBO.js";
import "./chunk-G7VT2OUP.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-RB5767PO.js";
import "./chunk-UDUJNMBS.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-3HEEEETL.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-JC6T3OOA.js";
import "./chunk-VCN5J5CK.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-L6E4OPZJ.js";
import "./chunk-JYOZBJZQ.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-464HNQIO.js";
import "./chunk-PCH37KXB.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-CN75QAP5.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-GPUVWJQB.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-C4PM4HN3.js";
import "./chunk-56UKHU64.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-MQPNOHFV.js";
import "./chunk-ETNADNJ6.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  carryOut
};
