import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  request
} from "./chunk-TEYIJX5Y.js";
import "./chunk-4MUT4G64.js";
export {
  request
};
