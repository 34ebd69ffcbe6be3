import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  locateObjects,
  locateS3
} from "./chunk-IIDRZBOM.js";
import "./chunk-43L6R2XZ.js";
import "./chunk-GLAZE3WP.js";
import "./chunk-XMML6OTS.js";
import "./chunk-75573XOX.js";
import "./chunk-URKPZKT4.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-CN75QAP5.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  locateObjects,
  locateS3
};
