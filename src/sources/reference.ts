import { ConfigError } from '../errors.ts';
import { MAX_REFERENCE_LENGTH, MAX_S3_KEY_BYTES } from '../limits.ts';
import { type ArtifactReference, parseArtifact, QUERY } from './artifact/artifact-reference.ts';
import { isGlob } from './glob.ts';
import { type HubReference, parseHub } from './hub/hub-reference.ts';
import { parseWeb, type WebReference } from './web/web-reference.ts';

/** A file, a directory or a glob on this machine. Which of them it is, only the disk can tell. */
export interface PathReference {
  readonly kind: 'path';
  readonly path: string;
}

/** An object, what lies below a prefix, or a glob over keys. */
export interface S3Reference {
  readonly kind: 's3';
  readonly bucket: string;
  /** As S3 stores it, nothing decoded. Empty: the whole bucket. */
  readonly key: string;
  /** Only ever together with a key that names one object. */
  readonly versionId: string | undefined;
}

/** What a user can name as a model, by the place it lies in. */
export type Reference = PathReference | S3Reference | WebReference | ArtifactReference | HubReference;

/** At least two letters, so that the drive of a Windows path is none. */
const SCHEME = /^(?<scheme>[a-z][a-z0-9+.-]+):\/\/(?<authority>[^/?#]*)(?<path>[^?#]*)/i;

/** `s3:bucket/key` and `s3:/bucket/key` are slips of the pen, not files. */
const ALMOST_S3 = /^s3:/i;

const S3_ARN = /^arn:aws[a-z-]*:s3/i;

const S3_FORM = 'Write s3://bucket/key, s3://bucket/prefix/ or s3://bucket/key?versionId=ID';

const READABLE =
  'What can be read is a file, a directory or a glob on this machine, s3://bucket/key-or-prefix, https://host/path, artifact://NAME, or hf://organisation/name';

/**
 * Reads what a user wrote into where it points. Touches neither disk nor network.
 *
 * @throws ConfigError `REFERENCE_NOT_SUPPORTED` for a kind of place that cannot be read, `BAD_REFERENCE` or
 * `BAD_S3_REFERENCE`, `BAD_WEB_REFERENCE` and so on for one that names nothing.
 * @example parseReference('s3://models/resnet.pt') // { kind: 's3', bucket: 'models', key: 'resnet.pt', … }
 */
export function parseReference(reference: string): Reference {
  if (reference.trim() === '') throw badReference('an empty reference', 'names no model');
  if (reference.length > MAX_REFERENCE_LENGTH) {
    throw badReference(`${reference.slice(0, 40)}…`, `has more than ${MAX_REFERENCE_LENGTH} characters`);
  }
  if (reference.includes('\0'))
    throw badReference('a reference', 'contains a NUL character, which no name can');
  if (reference === '-') throw notSupported('-', 'a model cannot be read from standard input');
  if (ALMOST_S3.test(reference)) return parseS3(reference);
  if (S3_ARN.test(reference)) throw notSupported('an ARN', 'an object of S3 is not named by its ARN');
  const scheme = SCHEME.exec(reference)?.groups?.['scheme']?.toLowerCase();
  const printable = printableReference(reference);
  switch (scheme) {
    case undefined:
      return { kind: 'path', path: reference };
    case 'https':
    case 'http':
      return parseWeb(reference, printable);
    case 'artifact':
      return parseArtifact(reference, printable);
    case 'hf':
      return parseHub(reference, printable);
    default:
      throw notSupported(printable, `references of the kind ${scheme}:// cannot be read`);
  }
}

/** The reference as messages may show it: without credentials, and without a query, which may hold a signature. */
export function printableReference(reference: string): string {
  const parts = SCHEME.exec(reference)?.groups;
  if (parts === undefined) return reference;
  const { scheme, authority, path } = parts as Record<'scheme' | 'authority' | 'path', string>;
  // A secret pasted before the host may itself hold a slash, so that what follows cannot be trusted either.
  const isPort = /^[^:@]+:\d{1,5}$/.test(authority) && !path.includes('@');
  if (/[:@]/.test(authority) && !isPort) return `${scheme}://…`;
  return `${scheme}://${authority}${path}`;
}

/** How a person would name an object. */
export function s3Name(bucket: string, key: string): string {
  return `s3://${bucket}/${key}`;
}

/**
 * The rules of bucket names, and those of before 2018 that still exist in us-east-1: capitals, underscores, up to
 * 255 characters. Source: Amazon S3 user guide, "General purpose bucket naming rules".
 */
const BUCKET = /^[A-Za-z0-9][A-Za-z0-9._-]{1,253}[A-Za-z0-9]$/;

const VERSION = /\?versionId=(?<versionId>[^?&]*)$/i;

function parseS3(reference: string): S3Reference {
  const match = /^s3:\/\/(?<bucket>[^/?]*)\/?(?<rest>.*)$/is.exec(reference)?.groups;
  if (match === undefined) throw badS3('an S3 reference', 'does not begin with s3://');
  const bucket = match['bucket']!;
  const rest = bucket === '' ? '' : reference.slice('s3://'.length + bucket.length).replace(/^\//, '');
  if (bucket === '') throw badS3('s3://', 'names no bucket');
  if (!BUCKET.test(bucket))
    throw badS3(printableReference(reference), 'does not begin with the valid name of a bucket');

  const version = VERSION.exec(rest);
  const key = version === null ? rest : rest.slice(0, version.index);
  const subject = s3Name(bucket, key.split(QUERY)[0]!);
  if (QUERY.test(key)) throw badS3(subject, 'has a query other than ?versionId=');
  if (!key.isWellFormed()) throw badS3(subject, 'has a key that is not valid Unicode');
  if (new TextEncoder().encode(key).length > MAX_S3_KEY_BYTES) {
    throw badS3(`s3://${bucket}`, `has a key of more than ${MAX_S3_KEY_BYTES} bytes, and S3 has none`);
  }
  const versionId = version?.groups?.['versionId'];
  if (versionId === '') throw badS3(subject, 'has an empty versionId');
  if (versionId !== undefined && (key === '' || key.endsWith('/') || isGlob(key))) {
    throw badS3(subject, 'has a versionId, which belongs to one object, and names several');
  }
  return { kind: 's3', bucket, key, versionId };
}

function badReference(subject: string, problem: string): ConfigError {
  return new ConfigError({ code: 'BAD_REFERENCE', subject, problem, cure: READABLE });
}

function badS3(subject: string, problem: string): ConfigError {
  return new ConfigError({ code: 'BAD_S3_REFERENCE', subject, problem, cure: S3_FORM });
}

function notSupported(subject: string, problem: string): ConfigError {
  const cure = `${READABLE}; download the model in a step before and name the file`;
  return new ConfigError({ code: 'REFERENCE_NOT_SUPPORTED', subject, problem, cure });
}
