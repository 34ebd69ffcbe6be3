import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  commentOnPullRequest
} from "./chunk-PYGJVMQD.js";
import {
  carryOut
} from "./chunk-WSUKCKUT.js";
import {
  connectionOf
} from "./chunk-LD2TNFWL.js";
import "./chunk-HKKCZVCL.js";
import "./chunk-KNDC4SHB.js";
import "./chunk-WE3E465V.js";
import "./chunk-BWIOOCST.js";
import "./chunk-OYUS2AGH.js";
import "./chunk-U6Z2XPHY.js";
import "./chunk-ZJWCIM7T.js";
import "./chunk-RGBPNDS2.js";
import "./chunk-AETD75ZJ.js";
import "./chunk-7QBH3PFV.js";
import "./chunk-AYGXQNTL.js";
import "./chunk-7R2TR3AL.js";
import "./chunk-ZQNGL5RM.js";
import "./chunk-YHMVLWDZ.js";
import "./chunk-D3O5FSOI.js";
import "./chunk-F22NMM5R.js";
import "./chunk-FRDFQF3N.js";
import "./chunk-J3SN7J3S.js";
import "./chunk-CFI53R66.js";
import "./chunk-JYOZBJZQ.js";
import "./chunk-ACT7PKZF.js";
import "./chunk-P5BOYOFB.js";
import "./chunk-PCH37KXB.js";
import "./chunk-WA4HYSTF.js";
import "./chunk-OWMJVC3D.js";
import "./chunk-UUWMMJVQ.js";
import "./chunk-ABIR6PBA.js";
import "./chunk-CN75QAP5.js";
import "./chunk-R5V2KYY4.js";
import {
  loadConfig
} from "./chunk-UGKLQJMD.js";
import "./chunk-M5MCOTWB.js";
import "./chunk-XLCYYEDR.js";
import "./chunk-ACWPGXX5.js";
import "./chunk-PICPG2JG.js";
import "./chunk-QAVDFQ5K.js";
import "./chunk-QD66ABUT.js";
import "./chunk-KYUMND2Q.js";
import "./chunk-BYLAKX6D.js";
import "./chunk-NLMVWZFG.js";
import "./chunk-6XBKUWWT.js";
import "./chunk-56UKHU64.js";
import "./chunk-L2EWEM4G.js";
import "./chunk-REV7G7MV.js";
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
