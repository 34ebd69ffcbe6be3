import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import{ProxyAgent,proxyFor}from"./chunk-A4QHEZPA.js";import"./chunk-F5TYKYTN.js";import"./chunk-ATUDSR5P.js";import"./chunk-DRY3FASZ.js";export{ProxyAgent,proxyFor};
