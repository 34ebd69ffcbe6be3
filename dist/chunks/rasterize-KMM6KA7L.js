import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ConfigError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/publish/rasterize.ts
var RASTERIZER = "@resvg/resvg-js";
var MM_PER_INCH = 25.4;
var DOTS_PER_INCH = 300;
async function rasterize(svg, widthMm) {
  const { Resvg } = await load();
  const picture = new Resvg(svg, {
    background: "#ffffff",
    fitTo: { mode: "width", value: Math.round(widthMm / MM_PER_INCH * DOTS_PER_INCH) }
  });
  return picture.render().asPng();
}
async function load() {
  try {
    return await import("@resvg/resvg-js");
  } catch (cause) {
    throw new ConfigError({
      code: "NO_RASTERIZER",
      subject: "PNG",
      problem: `is drawn by the package ${RASTERIZER}, which is not installed`,
      cure: `Install it beside alphagate, with npm install ${RASTERIZER}, or write an .svg`,
      cause
    });
  }
}
export {
  rasterize
};
