import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-RD2YDK6R.js";
import "./chunk-5F43RDHN.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-7FCA3ZH4.js";
import "./chunk-HJMLHIS4.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-7GZXXQHP.js";
import "./chunk-7XFTPGXH.js";
import "./chunk-VVOFYTWZ.js";
import "./chunk-LYONDAIA.js";
import "./chunk-NOMF5C77.js";
import "./chunk-XIENBUE7.js";
import "./chunk-UAKR3KPU.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-SY7DZH55.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-BMQXVJVA.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-H3H3TQFO.js";
import "./chunk-YDCUNMWD.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-UBCZWJWX.js";
import "./chunk-ET5ONCGQ.js";
import "./chunk-WWRFQXDB.js";
import "./chunk-QTKDGLQO.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-IWKZHCAU.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  carryOut
};
