import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  commentOnPullRequest
} from "./chunk-3JQNOCKW.js";
import {
  carryOut
} from "./chunk-S3UUCSKQ.js";
import {
  connectionOf
} from "./chunk-3RUM27P3.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-UMQQQ7AJ.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import "./chunk-U6Z2XPHY.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-G7XFHQDN.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-HOIAFHFO.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-4V7J257R.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-2F4UEC3G.js";
import "./chunk-KL3QV4CH.js";
import "./chunk-OI7KPC4W.js";
import "./chunk-PWIPLMSG.js";
import "./chunk-5PZQXZAC.js";
import "./chunk-3P33FSHE.js";
import "./chunk-MXTMS6EX.js";
import "./chunk-WJ3RAWXL.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-R5V2KYY4.js";
import "./chunk-32Q74Q3T.js";
import "./chunk-ZJHKUAXH.js";
import "./chunk-NL772UJH.js";
import "./chunk-TDGXHZOU.js";
import "./chunk-UMWE77Z6.js";
import "./chunk-3HI3BN2H.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-F6C45J7V.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import {
  loadConfig
} from "./chunk-ANAMLDHN.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-PICPG2JG.js";
import "./chunk-I44JWGCZ.js";
import "./chunk-MU35MNOC.js";
import "./chunk-KYUMND2Q.js";
import "./chunk-BYLAKX6D.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-QD66ABUT.js";
import "./chunk-LSATRQTY.js";
import "./chunk-56UKHU64.js";
import "./chunk-MWOAU7J3.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
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
  const { settings, delivery } = await carryOut(inputs, env, signal);
  const comment = await commentOnPullRequest(delivery, settings, env, connectionOf(settings, env, signal));
  return { delivery, comment };
}
export {
  runPublish
};
