import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  NONE,
  digits
} from "./chunk-5EWVQSMP.js";
import {
  count
} from "./chunk-RI7JASEA.js";

// src/report/trends/describe-trend.ts
function trendHead({ axis }) {
  return ["layer", "first", "lowest", "last", `below its threshold from ${axis}`];
}
function trendCells({ first, lowest, last, below }) {
  return [
    digits(first),
    lowest === null ? NONE : `${digits(lowest.alpha)} (${lowest.at})`,
    digits(last),
    below === null ? NONE : `${below.at}${below.recovered ? ", not at the end" : ""}`
  ];
}
function trendHeadline({ axis, points, layers }) {
  if (points.length === 0) return `no ${axis} could be analysed`;
  const fallen = layers.filter(({ below }) => below !== null);
  const now = fallen.filter(({ below }) => below?.recovered === false).length;
  const span = `${axis} ${points[0].at} to ${points.at(-1).at}`;
  if (fallen.length === 0) return `${span}: none of ${count(layers.length, "layer")} is below its threshold`;
  const when = fallen.reduce((least, { below }) => Math.min(least, below.at), Infinity);
  const end = now === fallen.length ? "" : `, ${now} at the end`;
  return `${span}: ${fallen.length} of ${count(layers.length, "layer")} below the threshold, from ${axis} ${when} on${end}`;
}

export {
  trendHead,
  trendCells,
  trendHeadline
};
