import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  COMMENTING,
  CREATING_CHECK,
  LOOKING_UP,
  SETTING_STATUS,
  explainRequestFailure,
  isRateLimit
} from "./chunk-NOMF5C77.js";
import "./chunk-4MUT4G64.js";
export {
  COMMENTING,
  CREATING_CHECK,
  LOOKING_UP,
  SETTING_STATUS,
  explainRequestFailure,
  isRateLimit
};
