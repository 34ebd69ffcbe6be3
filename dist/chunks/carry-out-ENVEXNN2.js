import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  carryOut
} from "./chunk-BEKLCDWY.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-IW4YMXQU.js";
import "./chunk-M3B4Q7OZ.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-6G56XBBR.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-ELEVDV2S.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
import "./chunk-KCCIN4T2.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-KLBLCQJ6.js";
import "./chunk-5G763DQE.js";
import "./chunk-MW4IX57J.js";
import "./chunk-REV7G7MV.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-OUIZABPZ.js";
import "./chunk-NASQQVIH.js";
import "./chunk-ZG5FSNPM.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  carryOut
};
