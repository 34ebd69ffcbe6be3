import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  oneLine
} from "./chunk-HWQSLUA6.js";
import {
  parseJson,
  readText
} from "./chunk-FUPZABJY.js";
import {
  WebClient
} from "./chunk-74OEHJRM.js";
import "./chunk-JD4LN24R.js";
import "./chunk-PZUHZT72.js";
import {
  MAX_OIDC_REPLY_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  ConfigError,
  SourceError
} from "./chunk-LSZFXY6A.js";
import "./chunk-4MUT4G64.js";

// src/sources/s3-role.ts
var ROLE = /^arn:(?<partition>aws[a-z-]*):iam::\d{12}:role\/[\w+=,.@/-]{1,512}$/;
var SESSION_NAME = "alphagate";
function assumedRole(roleArn, region, subject, env, signal) {
  const partition = ROLE.exec(roleArn)?.groups?.["partition"];
  if (partition === void 0) throw badRole();
  const audience = partition === "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com";
  return async (properties) => {
    const webIdentityToken = await requestToken(audience, subject, env, signal);
    const { fromWebToken } = await import("./dist-es-FKCDR7ZW.js");
    const session = fromWebToken({
      roleArn,
      roleSessionName: SESSION_NAME,
      webIdentityToken,
      clientConfig: { region }
    });
    try {
      return await session(properties);
    } catch (error) {
      throw refusedRole(error, subject, roleArn);
    }
  };
}
async function requestToken(audience, subject, env, signal) {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: address = "", ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer = "" } = env;
  if (!URL.canParse(address) || bearer === "") throw noToken(subject, "the runner offers no OIDC token");
  const url = new URL(address);
  url.searchParams.set("audience", audience);
  const client = new WebClient({
    name: subject,
    allowPrivateAddresses: true,
    authorization: { origin: url.origin, value: `Bearer ${bearer}` }
  });
  const { status, body } = await client.get(url, { signal });
  const reply = parseJson(await readText(body, MAX_OIDC_REPLY_BYTES));
  const { value: token } = status === 200 && reply ? reply : {};
  if (typeof token === "string") return token;
  throw noToken(subject, `the runner gives no OIDC token (status ${status})`);
}
function badRole() {
  return new ConfigError({
    code: "BAD_ROLE",
    subject: "role-to-assume",
    problem: "is not the ARN of a role",
    cure: "Write it as in arn:aws:iam::123456789012:role/read-models"
  });
}
function noToken(subject, problem) {
  return new SourceError({
    code: "S3_NO_OIDC_TOKEN",
    subject,
    problem: `${problem}, which role-to-assume needs`,
    cure: "Add `id-token: write` to the permissions of the job; pull requests from forks never have it"
  });
}
function refusedRole(cause, subject, roleArn) {
  const { name, message } = cause;
  return new SourceError({
    code: "S3_ROLE_REFUSED",
    subject,
    problem: `AWS does not let this run have the role ${roleArn} (${name}: ${oneLine(message)})`,
    cure: "Look at the trust policy of the role: its provider token.actions.githubusercontent.com, and its conditions on `aud` and `sub`",
    cause
  });
}
export {
  assumedRole
};
