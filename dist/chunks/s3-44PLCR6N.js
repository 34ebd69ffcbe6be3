import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  locateObjects,
  locateS3
} from "./chunk-NQDOSICL.js";
import "./chunk-AXFVSB2V.js";
import "./chunk-HT5C3BZR.js";
import "./chunk-75573XOX.js";
import "./chunk-URKPZKT4.js";
import "./chunk-56SRC6NF.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-R7YQPSEN.js";
import "./chunk-YDCUNMWD.js";
import "./chunk-REV7G7MV.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-IWKZHCAU.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  locateObjects,
  locateS3
};
