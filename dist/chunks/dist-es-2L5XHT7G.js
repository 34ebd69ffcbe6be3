import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import{ENV_ACCOUNT_ID,ENV_CREDENTIAL_SCOPE,ENV_EXPIRATION,ENV_KEY,ENV_SECRET,ENV_SESSION,fromEnv}from"./chunk-CELR6C37.js";import"./chunk-FM25X4XI.js";import"./chunk-FSWUXRA5.js";import"./chunk-HZXIXEVD.js";import"./chunk-3G6OYBBO.js";import"./chunk-DRY3FASZ.js";export{ENV_ACCOUNT_ID,ENV_CREDENTIAL_SCOPE,ENV_EXPIRATION,ENV_KEY,ENV_SECRET,ENV_SESSION,fromEnv};
