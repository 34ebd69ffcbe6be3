/**
 * What the failures of S3, of the SDK and of the network mean, and what to do about each. Source of the names:
 * Amazon S3 API reference, "Error responses".
 */

/** Who is asked. */
export interface S3Server {
  /** The region that requests are signed for. */
  readonly region: string;
  /** Its address, where it is not AWS's own; without credentials. */
  readonly endpoint: string | undefined;
  /** Whether the account that asks pays for it. */
  readonly requesterPays: boolean;
}

/** What was asked of S3 when it failed; none of it is secret. */
export interface S3Request extends S3Server {
  /** What a person would call the thing asked for. */
  readonly subject: string;
  readonly bucket: string;
  /** Key or prefix. */
  readonly key: string;
  /** The permission that the request needs. */
  readonly action:
    | 's3:GetObject'
    | 's3:GetObjectVersion'
    | 's3:GetObjectTagging'
    | 's3:GetObjectVersionTagging'
    | 's3:ListBucket'
    | 's3:PutObject';
}

/** What can be told from an error of the SDK, the network or the server. */
export interface Failure {
  readonly name: string;
  readonly message: string;
  readonly httpStatus: number | undefined;
  /** The region that the bucket is in, where the server said so. */
  readonly bucketRegion: string | undefined;
  /** True when it is an error as S3 sends them: something else may stand where a server should. */
  readonly answered: boolean;
  readonly request: S3Request;
}

export interface Diagnosis {
  readonly code: string;
  readonly problem: string;
  readonly cure: string;
}

type Diagnose = (failure: Failure) => Diagnosis;

const noSuchKey: Diagnose = () => ({
  code: 'NOT_FOUND',
  problem: 'no object has this key',
  cure: 'Check bucket and key',
});

const noSuchVersion: Diagnose = () => ({
  code: 'NOT_FOUND',
  problem: 'the object has no such version, or that version is a delete marker',
  cure: 'List the versions with `aws s3api list-object-versions`',
});

const wrongRegion: Diagnose = ({ bucketRegion, request }) => ({
  code: 'S3_WRONG_REGION',
  problem:
    bucketRegion === undefined
      ? `the bucket is not in the region ${request.region} that was asked`
      : `the bucket is in the region ${bucketRegion}, and ${request.region} was asked`,
  cure: `Set aws-region or the environment variable AWS_REGION to ${bucketRegion ?? "the bucket's region"}`,
});

const accessDenied: Diagnose = (failure) => {
  if (/\bkms:/i.test(failure.message)) return kmsDenied(failure);
  const { action, bucket, key, requesterPays } = failure.request;
  const bucketArn = `arn:aws:s3:::${bucket}`;
  const policy =
    action === 's3:ListBucket'
      ? `Allow s3:ListBucket on ${bucketArn}`
      : `Allow ${action} on ${bucketArn}/${key} and s3:ListBucket on ${bucketArn}, without which S3 does not tell a key that does not exist from a forbidden one`;
  const payer = requesterPays
    ? ''
    : '. Where the owner of the bucket lets the reader pay, set requester-pays: true';
  return { code: 'S3_ACCESS_DENIED', problem: `access is denied (${action})`, cure: `${policy}${payer}` };
};

/** As S3 names the key in what it says. */
const KMS_KEY = /\barn:aws[a-z-]*:kms:[a-z0-9-]+:\d{12}:(?:key|alias)\/[\w/-]{1,256}/;

const kmsDenied: Diagnose = ({ message }) => ({
  code: 'S3_KMS_DENIED',
  problem: 'the object is encrypted with a KMS key that may not be used or is disabled',
  cure: `Allow kms:Decrypt on ${KMS_KEY.exec(message)?.[0] ?? 'that key'}, in the policy of the role and in that of the key`,
});

const badCredentials =
  (problem: string): Diagnose =>
  () => ({
    code: 'S3_BAD_CREDENTIALS',
    problem,
    cure: 'Check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN: they belong together, and a secret pasted with a space or a line break is another one',
  });

const unknownAccessKey = badCredentials('the server does not know the access key id');

const expiredCredentials: Diagnose = () => ({
  code: 'S3_EXPIRED_CREDENTIALS',
  problem: 'the AWS credentials have expired',
  cure: 'Obtain new ones right before this step; for a long analysis raise role-duration-seconds of aws-actions/configure-aws-credentials',
});

export const noCredentials = (name: string, message: string): Diagnosis => ({
  code: 'S3_NO_CREDENTIALS',
  problem: /from any providers/.test(message)
    ? 'no AWS credentials were found'
    : `AWS credentials could not be obtained (${name})`,
  cure: 'On GitHub run aws-actions/configure-aws-credentials in a step before, in a job with `permissions: id-token: write`; elsewhere set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or run `aws sso login`',
});

const clockSkew: Diagnose = () => ({
  code: 'S3_CLOCK_SKEW',
  problem: "this machine's clock is too far from the server's",
  cure: 'Set the clock, for example with `timedatectl set-ntp true`',
});

const throttled: Diagnose = () => ({
  code: 'S3_THROTTLED',
  problem: 'the server asked to slow down, again after several attempts',
  cure: 'Try again later, or with fewer runs at the same time',
});

const archived: Diagnose = () => ({
  code: 'S3_ARCHIVED',
  problem: 'the object is archived and cannot be read as it is',
  cure: 'Restore it first, with `aws s3api restore-object`',
});

export const CHANGED: Diagnosis = {
  code: 'SOURCE_CHANGED',
  problem: 'the object was replaced or removed while it was being read',
  cure: 'Let the upload end first, then run this again',
};

const changed: Diagnose = () => CHANGED;

const unreachable: Diagnose = ({ name, request }) => ({
  code: 'S3_UNREACHABLE',
  problem: `${serverOf(request)} cannot be reached (${name})`,
  cure:
    request.endpoint === undefined
      ? `Check that the region ${request.region} exists and that this machine may reach AWS, through a proxy or a VPC endpoint if it has to`
      : 'Check the address in s3-endpoint, http or https included, and that the server is up',
});

const untrusted: Diagnose = ({ name, request }) => ({
  code: 'S3_UNTRUSTED_SERVER',
  problem: `the certificate of ${serverOf(request)} is not trusted (${name})`,
  cure: 'Name the file with the certificate of its authority in NODE_EXTRA_CA_CERTS',
});

const noSuchBucket: Diagnose = ({ request }) => ({
  code: 'S3_NO_SUCH_BUCKET',
  problem: `there is no bucket ${request.bucket}`,
  cure: 'Check its name; a bucket of another partition, such as China, also needs that region',
});

const badReply: Diagnose = ({ message, httpStatus, request }) => ({
  code: 'S3_BAD_REPLY',
  problem: `${serverOf(request)} did not answer as S3 does (status ${httpStatus ?? 'unknown'}: ${oneLine(message)})`,
  cure: 'Check the address of the server; a proxy or a console may stand in its place',
});

const otherFailure: Diagnose = ({ name, message, httpStatus, request }) => ({
  code: 'S3_FAILED',
  problem: `${serverOf(request)} failed with ${name}${httpStatus === undefined ? '' : ` (status ${httpStatus})`}: ${oneLine(message)}`,
  cure: "Look the error up in the server's documentation, or try again",
});

/** By the name of the error that S3 sends, that the SDK gives, or that Node gives. */
const DIAGNOSES: Readonly<Record<string, Diagnose>> = {
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
  'KMS.AccessDeniedException': kmsDenied,
  'KMS.DisabledException': kmsDenied,
  'KMS.KMSInvalidStateException': kmsDenied,
  'KMS.NotFoundException': kmsDenied,
  InvalidAccessKeyId: unknownAccessKey,
  XAdminUserNotFound: unknownAccessKey, // versitygw's name for it
  SignatureDoesNotMatch: badCredentials('the secret access key does not belong to the access key id'),
  InvalidToken: badCredentials('the session token is not valid'),
  InvalidSecurity: badCredentials('the credentials are not valid'),
  ERR_INVALID_CHAR: badCredentials(
    'the credentials hold a character that cannot be sent, such as a line break',
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
  ERR_TLS_CERT_ALTNAME_INVALID: untrusted,
};

/** What the SDK calls an error without a name: replies to HEAD have no body. */
const NAMELESS = 'Unknown';

/** What a nameless error means. */
const DIAGNOSES_BY_STATUS: Readonly<Record<number, Diagnose>> = {
  301: wrongRegion,
  307: wrongRegion,
  403: accessDenied,
  404: noSuchKey,
  405: noSuchVersion,
  412: changed,
  429: throttled,
  503: throttled,
};

/** What a failure means, by all that is known of it. */
export function diagnose(failure: Failure): Diagnosis {
  const { name, message, httpStatus, bucketRegion, answered, request } = failure;
  // A HEAD signed for another region is answered by a bare 400.
  const redirected = bucketRegion !== undefined && bucketRegion !== request.region;
  if (redirected && [301, 307, 400].includes(httpStatus ?? 0)) return wrongRegion(failure);
  if (httpStatus !== undefined && !answered) return badReply(failure);
  if (name === 'InvalidArgument' && /version id/i.test(message)) return noSuchVersion(failure);
  const byName = Object.hasOwn(DIAGNOSES, name) ? DIAGNOSES[name] : undefined;
  const byStatus = name === NAMELESS ? DIAGNOSES_BY_STATUS[httpStatus ?? 0] : undefined;
  return (byName ?? byStatus ?? otherFailure)(failure);
}

function serverOf(request: S3Request): string {
  return request.endpoint === undefined ? `S3 in ${request.region}` : `the server ${request.endpoint}`;
}

/** The beginning of what a server says, fit for a message. */
export function oneLine(message: string): string {
  const line = message
    .split(/[\r\n]/, 1)[0]!
    .replace(/[\x00-\x1f\x7f]/g, ' ')
    .trim();
  return line.length > 200 ? `${line.slice(0, 200)}…` : line.replace(/\.$/, '');
}
