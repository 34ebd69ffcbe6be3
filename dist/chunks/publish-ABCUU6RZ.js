import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  commentOnPullRequest
} from "./chunk-RNLCDCZQ.js";
import {
  carryOut
} from "./chunk-2FLVBVTN.js";
import {
  connectionOf
} from "./chunk-AFGOCTYW.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-562B6HMB.js";
import "./chunk-6XYATBHJ.js";
import "./chunk-5OSO5CJY.js";
import "./chunk-KKHAMUS3.js";
import "./chunk-U6Z2XPHY.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-KL3QV4CH.js";
import "./chunk-LGN7Y5KP.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-A54HTH3L.js";
import "./chunk-NJUGHUKA.js";
import "./chunk-KWC5YVOQ.js";
import "./chunk-O5E4JI3U.js";
import "./chunk-WPHFRZYX.js";
import "./chunk-3P33FSHE.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-GSN6WEOV.js";
import "./chunk-BXSRO3AT.js";
import "./chunk-4KJKJL5G.js";
import "./chunk-3HI3BN2H.js";
import "./chunk-5EWVQSMP.js";
import "./chunk-RI7JASEA.js";
import "./chunk-BPUSV2BW.js";
import "./chunk-NBCO2E7D.js";
import "./chunk-F6C45J7V.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UEJXIGCQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-TUQPTYWI.js";
import "./chunk-CN75QAP5.js";
import "./chunk-R5V2KYY4.js";
import {
  loadConfig
} from "./chunk-ANAMLDHN.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-X3MXISDX.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-PICPG2JG.js";
import "./chunk-QAVDFQ5K.js";
import "./chunk-QD66ABUT.js";
import "./chunk-KYUMND2Q.js";
import "./chunk-BYLAKX6D.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-LSATRQTY.js";
import "./chunk-56UKHU64.js";
import "./chunk-MWOAU7J3.js";
import "./chunk-CG7EU4JQ.js";
import "./chunk-MW4IX57J.js";
import "./chunk-ET7JD5AR.js";
import "./chunk-2RHTLJYZ.js";
import "./chunk-G7XFHQDN.js";
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
