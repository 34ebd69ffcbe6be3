import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);

// src/sources/s3-diagnoses.ts
var noSuchKey = () => ({
  code: "NOT_FOUND",
  problem: "no object has this key",
  cure: "Check bucket and key"
});
var noSuchVersion = () => ({
  code: "NOT_FOUND",
  problem: "the object has no such version, or that version is a delete marker",
  cure: "List the versions with `aws s3api list-object-versions`"
});
var wrongRegion = ({ bucketRegion, request }) => ({
  code: "S3_WRONG_REGION",
  problem: bucketRegion === void 0 ? `the bucket is not in the region ${request.region} that was asked` : `the bucket is in the region ${bucketRegion}, and ${request.region} was asked`,
  cure: `Set aws-region or the environment variable AWS_REGION to ${bucketRegion ?? "the bucket's region"}`
});
var accessDenied = (failure) => {
  if (/\bkms:/i.test(failure.message)) return kmsDenied(failure);
  const { action, bucket, key, requesterPays } = failure.request;
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const policy = action === "s3:ListBucket" ? `Allow s3:ListBucket on ${bucketArn}` : `Allow ${action} on ${bucketArn}/${key} and s3:ListBucket on ${bucketArn}, without which S3 does not tell a key that does not exist from a forbidden one`;
  const payer = requesterPays ? "" : ". Where the owner of the bucket lets the reader pay, set requester-pays: true";
  return { code: "S3_ACCESS_DENIED", problem: `access is denied (${action})`, cure: `${policy}${payer}` };
};
var KMS_KEY = /\barn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[\w/-]{1,256}/;
var kmsDenied = ({ message }) => ({
  code: "S3_KMS_DENIED",
  problem: "the object is encrypted with a KMS key that may not be used or is disabled",
  cure: `Allow kms:Decrypt on ${KMS_KEY.exec(message)?.[0] ?? "that key"}, in the policy of the role and in that of the key`
});
var badCredentials = (problem) => () => ({
  code: "S3_BAD_CREDENTIALS",
  problem,
  cure: "Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN: they belong together, and a secret pasted with a space or a line break is another one"
});
var unknownAccessKey = badCredentials("the server does not know the access key id");
var expiredCredentials = () => ({
  code: "S3_EXPIRED_CREDENTIALS",
  problem: "the AWS credentials have expired",
  cure: "Obtain new ones right before this step; for a long analysis raise role-duration-seconds of aws-actions/configure-aws-credentials"
});
var noCredentials = (name, message) => ({
  code: "S3_NO_CREDENTIALS",
  problem: /from any providers/.test(message) ? "no AWS credentials were found" : `AWS credentials could not be obtained (${name})`,
  cure: "On GitHub run aws-actions/configure-aws-credentials in a step before, in a job with `permissions: id-token: write`; elsewhere set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run `aws sso login`"
});
var clockSkew = () => ({
  code: "S3_CLOCK_SKEW",
  problem: "this machine's clock is too far from the server's",
  cure: "Set the clock, for example with `timedatectl set-ntp true`"
});
var throttled = () => ({
  code: "S3_THROTTLED",
  problem: "the server asked to slow down, again after several attempts",
  cure: "Try again later, or with fewer runs at the same time"
});
var archived = () => ({
  code: "S3_ARCHIVED",
  problem: "the object is archived and cannot be read as it is",
  cure: "Restore it first, with `aws s3api restore-object`"
});
var CHANGED = {
  code: "SOURCE_CHANGED",
  problem: "the object was replaced or removed while it was being read",
  cure: "Let the upload end first, then run this again"
};
var changed = () => CHANGED;
var unreachable = ({ name, request }) => ({
  code: "S3_UNREACHABLE",
  problem: `${serverOf(request)} cannot be reached (${name})`,
  cure: request.endpoint === void 0 ? `Check that the region ${request.region} exists and that this machine may reach AWS, through a proxy or a VPC endpoint if it has to` : "Check the address in s3-endpoint, http or https included, and that the server is up"
});
var untrusted = ({ name, request }) => ({
  code: "S3_UNTRUSTED_SERVER",
  problem: `the certificate of ${serverOf(request)} is not trusted (${name})`,
  cure: "Name the file with the certificate of its authority in NODE_EXTRA_CA_CERTS"
});
var noSuchBucket = ({ request }) => ({
  code: "S3_NO_SUCH_BUCKET",
  problem: `there is no bucket ${request.bucket}`,
  cure: "Check its name; a bucket of another partition, such as China, also needs that region"
});
var badReply = ({ message, httpStatus, request }) => ({
  code: "S3_BAD_REPLY",
  problem: `${serverOf(request)} did not answer as S3 does (status ${httpStatus ?? "unknown"}: ${oneLine(message)})`,
  cure: "Check the address of the server; a proxy or a console may stand in its place"
});
var otherFailure = ({ name, message, httpStatus, request }) => ({
  code: "S3_FAILED",
  problem: `${serverOf(request)} failed with ${name}${httpStatus === void 0 ? "" : ` (status ${httpStatus})`}: ${oneLine(message)}`,
  cure: "Look the error up in the server's documentation, or try again"
});
var DIAGNOSES = {
  NoSuchBucket: noSuchBucket,
  NoSuchKey: noSuchKey,
  NotFound: noSuchKey,
  NoSuchVersion: noSuchVersion,
  MethodNotAllowed: noSuchVersion,
  PermanentRedirect: wrongRegion,
  AuthorizationHeaderMalformed: wrongRegion,
  IllegalLocationConstraintException: wrongRegion,
  AccessDenied: accessDenied,
  AllAccessDisabled: accessDenied,
  "KMS.AccessDeniedException": kmsDenied,
  "KMS.DisabledException": kmsDenied,
  "KMS.KMSInvalidStateException": kmsDenied,
  "KMS.NotFoundException": kmsDenied,
  InvalidAccessKeyId: unknownAccessKey,
  XAdminUserNotFound: unknownAccessKey,
  // versitygw's name for it
  SignatureDoesNotMatch: badCredentials("the secret access key does not belong to the access key id"),
  InvalidToken: badCredentials("the session token is not valid"),
  InvalidSecurity: badCredentials("the credentials are not valid"),
  ERR_INVALID_CHAR: badCredentials(
    "the credentials hold a character that cannot be sent, such as a line break"
  ),
  ExpiredToken: expiredCredentials,
  TokenRefreshRequired: expiredCredentials,
  CredentialsProviderError: ({ name, message }) => noCredentials(name, message),
  TokenProviderError: ({ name, message }) => noCredentials(name, message),
  RequestTimeTooSkewed: clockSkew,
  RequestExpired: clockSkew,
  SlowDown: throttled,
  ServiceUnavailable: throttled,
  TooManyRequestsException: throttled,
  InvalidObjectState: archived,
  PreconditionFailed: changed,
  InvalidRange: changed,
  ENOTFOUND: unreachable,
  EAI_AGAIN: unreachable,
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ETIMEDOUT: unreachable,
  EPIPE: unreachable,
  EPROTO: unreachable,
  TimeoutError: unreachable,
  DEPTH_ZERO_SELF_SIGNED_CERT: untrusted,
  SELF_SIGNED_CERT_IN_CHAIN: untrusted,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: untrusted,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: untrusted,
  CERT_HAS_EXPIRED: untrusted,
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted
};
var NAMELESS = "Unknown";
var DIAGNOSES_BY_STATUS = {
  301: wrongRegion,
  307: wrongRegion,
  403: accessDenied,
  404: noSuchKey,
  405: noSuchVersion,
  412: changed,
  429: throttled,
  503: throttled
};
function diagnose(failure) {
  const { name, message, httpStatus, bucketRegion, answered, request } = failure;
  const redirected = bucketRegion !== void 0 && bucketRegion !== request.region;
  if (redirected && [301, 307, 400].includes(httpStatus ?? 0)) return wrongRegion(failure);
  if (httpStatus !== void 0 && !answered) return badReply(failure);
  if (name === "InvalidArgument" && /version id/i.test(message)) return noSuchVersion(failure);
  const byName = Object.hasOwn(DIAGNOSES, name) ? DIAGNOSES[name] : void 0;
  const byStatus = name === NAMELESS ? DIAGNOSES_BY_STATUS[httpStatus ?? 0] : void 0;
  return (byName ?? byStatus ?? otherFailure)(failure);
}
function serverOf(request) {
  return request.endpoint === void 0 ? `S3 in ${request.region}` : `the server ${request.endpoint}`;
}
function oneLine(message) {
  const line = message.split(/[\r\n]/, 1)[0].replace(/[\x00-\x1f\x7f]/g, " ").trim();
  return line.length > 200 ? `${line.slice(0, 200)}\u2026` : line.replace(/\.$/, "");
}

export {
  noCredentials,
  CHANGED,
  diagnose,
  oneLine
};
