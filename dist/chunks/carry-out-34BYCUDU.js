import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-7ISETED5.js";
import "./chunk-MIGL4DCM.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-JOFCG2DA.js";
import "./chunk-VTL52RP7.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-3BWO3BBP.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-JC6T3OOA.js";
import "./chunk-P4YO2NXU.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-U5KUZQLN.js";
import "./chunk-BGPZMYCJ.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-KZ6KOAGI.js";
import "./chunk-PCH37KXB.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
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
