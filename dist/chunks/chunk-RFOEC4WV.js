import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/metrics/status.ts
var SUCCESS = "success";
var EVERY_WEIGHT_ZERO = "every weight is zero";
var EVERY_WEIGHT_SAME = "every weight is the same";
function successWithRemark(remark) {
  return `${SUCCESS}: ${remark}`;
}
function failed(why) {
  return `failed: ${why}`;
}
function notFinite(what) {
  return `not finite: ${what}`;
}
function isNotFinite(status) {
  return status.startsWith("not finite");
}
function statusReason(status) {
  const colon = status.indexOf(": ");
  return colon === -1 ? void 0 : status.slice(colon + 2);
}

export {
  SUCCESS,
  EVERY_WEIGHT_ZERO,
  EVERY_WEIGHT_SAME,
  successWithRemark,
  failed,
  notFinite,
  isNotFinite,
  statusReason
};
