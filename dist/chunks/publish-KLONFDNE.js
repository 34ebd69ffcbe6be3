import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  commentOnPullRequest
} from "./chunk-PZXKFEJJ.js";
import "./chunk-U6Z2XPHY.js";
import {
  carryOut
} from "./chunk-CRPWDM7K.js";
import {
  connectionOf
} from "./chunk-FZHKEEUD.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-VCFUFMY4.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-HOIAFHFO.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-ZCYJ6PCG.js";
import "./chunk-U4NYYKY2.js";
import "./chunk-4ITS5HHA.js";
import "./chunk-NYIOJVUR.js";
import "./chunk-DIIEAUAQ.js";
import "./chunk-2MI6TJI6.js";
import "./chunk-F2HDQBH3.js";
import "./chunk-3P33FSHE.js";
import "./chunk-NUHIWQ25.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-H7ORSOLD.js";
import "./chunk-I46AYHW6.js";
import "./chunk-G4E7BUYX.js";
import "./chunk-RQ5MN7VV.js";
import "./chunk-NL772UJH.js";
import "./chunk-7Q3HDJ4U.js";
import "./chunk-Z2QRIJIB.js";
import "./chunk-2UK5UDTN.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-JUDLKW4K.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-F6C45J7V.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import {
  loadConfig
} from "./chunk-HHKVI2NH.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-HW4H6SDP.js";
import "./chunk-RFOEC4WV.js";
import "./chunk-M257ZRI6.js";
import "./chunk-TCZKHMDB.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-MU35MNOC.js";
import "./chunk-4MIY2QKT.js";
import "./chunk-QD66ABUT.js";
import "./chunk-CFYXJZWH.js";
import "./chunk-56UKHU64.js";
import "./chunk-XJUTMDZ7.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-JXTWGQ7Y.js";
import "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/entry/cli/publish.ts
async function runPublish({ models, settings: given, config }, signal) {
  const { env } = process;
  const inputs = {
    references: [],
    reports: models,
    configFile: config,
    fromFile: await loadConfig(config),
    overrides: { ...given, mode: "publish", githubToken: env["GITHUB_TOKEN"] ?? "" }
  };
  const { settings, delivery } = await carryOut(inputs, env, { signal });
  const comment = await commentOnPullRequest(delivery, settings, env, connectionOf(settings, env, signal));
  return { delivery, comment };
}
export {
  runPublish
};
