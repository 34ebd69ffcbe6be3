import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import{COMMENTING,CREATING_CHECK,LOOKING_UP,SETTING_STATUS,explain,explainRequestFailure,isRateLimit}from"./chunk-BIKYQFTO.js";import"./chunk-ATUDSR5P.js";import"./chunk-DRY3FASZ.js";export{COMMENTING,CREATING_CHECK,LOOKING_UP,SETTING_STATUS,explain,explainRequestFailure,isRateLimit};
