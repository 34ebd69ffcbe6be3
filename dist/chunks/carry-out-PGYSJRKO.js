import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-UKSX4NC5.js";
import "./chunk-GZAOHAKQ.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-LHPCZYR6.js";
import "./chunk-JKS4RCPN.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-S5UUDRHN.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-G5G35FVP.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-MC2UBGNT.js";
import "./chunk-PCH37KXB.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UPBODNCU.js";
import "./chunk-2WHHMQE2.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-CN75QAP5.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-MKQKTO46.js";
import "./chunk-JXW4WI27.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-56UKHU64.js";
import "./chunk-MQPNOHFV.js";
import "./chunk-ETNADNJ6.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  carryOut
};
