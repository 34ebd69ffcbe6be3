import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  never_loaded_default
} from "./chunk-6MLXX3KQ.js";
import "./chunk-4MUT4G64.js";
export {
  never_loaded_default as default
};
