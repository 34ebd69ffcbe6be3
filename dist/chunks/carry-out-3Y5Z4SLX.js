import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-ZQ3DEMQM.js";
import "./chunk-5QBKRL5L.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-A5IKQM5J.js";
import "./chunk-NUEXOGVU.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-E7W3IW3Z.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-JC6T3OOA.js";
import "./chunk-NFHUL5EG.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-24LOK4Q5.js";
import "./chunk-UAKR3KPU.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-5ENL5KMZ.js";
import "./chunk-PCH37KXB.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-MVKKB4AB.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-MKVFXONC.js";
import "./chunk-YDCUNMWD.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-YVBDAMR7.js";
import "./chunk-ET5ONCGQ.js";
import "./chunk-WWRFQXDB.js";
import "./chunk-K5RB3KOC.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-IWKZHCAU.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  carryOut
};
