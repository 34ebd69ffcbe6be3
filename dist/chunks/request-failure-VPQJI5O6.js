import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  COMMENTING,
  CREATING_CHECK,
  LOOKING_UP,
  SETTING_STATUS,
  explain,
  explainRequestFailure,
  isRateLimit
} from "./chunk-G7XFHQDN.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";
export {
  COMMENTING,
  CREATING_CHECK,
  LOOKING_UP,
  SETTING_STATUS,
  explain,
  explainRequestFailure,
  isRateLimit
};
