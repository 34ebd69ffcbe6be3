import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import{request}from"./chunk-ZW7URR35.js";import"./chunk-DRY3FASZ.js";export{request};
