import { SourceError } from '../errors.ts';
import { diagnose, type Failure, noCredentials, type S3Request } from './s3-diagnoses.ts';

/** The error of a request to S3 as one that says what to do. What may be secret stays in `cause`. */
export function toS3Error(error: unknown, request: S3Request): SourceError {
  if (error instanceof SourceError) return error;
  const failure = inspect(error, request);
  const { name, httpStatus, bucketRegion } = failure;
  const details = { name, httpStatus, bucketRegion, region: request.region, action: request.action };
  return new SourceError({ ...diagnose(failure), subject: request.subject, details, cause: error });
}

/** The same for the search for credentials, which may ask services of its own. */
export function toCredentialsError(error: unknown, subject: string): SourceError {
  const facts = asObject(error);
  return new SourceError({ ...noCredentials(nameOf(facts), messageOf(facts)), subject, cause: error });
}

/** The same for the search for a region. */
export function toRegionError(error: unknown, subject: string): SourceError {
  const missing = /is missing/.test(messageOf(asObject(error)));
  return new SourceError({
    code: 'S3_NO_REGION',
    subject,
    problem: missing ? 'no AWS region is set' : 'the AWS region that is set is not a valid name',
    cure: "Set aws-region or the environment variable AWS_REGION to the bucket's region, such as eu-west-1",
    cause: error,
  });
}

function inspect(error: unknown, request: S3Request): Failure {
  const facts = asObject(error);
  const httpStatus = asObject(facts['$metadata'])['httpStatusCode'];
  const headers = asObject(asObject(facts['$response'])['headers']);
  return {
    name: nameOf(facts),
    message: messageOf(facts),
    httpStatus: typeof httpStatus === 'number' ? httpStatus : undefined,
    bucketRegion: regionName(facts['Region']) ?? regionName(headers['x-amz-bucket-region']),
    answered: facts['$fault'] !== undefined,
    request,
  };
}

/** Errors of the network have a code and no name of their own. */
function nameOf(facts: Readonly<Record<string, unknown>>): string {
  const name = text(facts['name']);
  const code = text(facts['code']);
  return (name === 'Error' || name === 'TypeError' || name === undefined ? code : name) ?? 'Error';
}

function messageOf(facts: Readonly<Record<string, unknown>>): string {
  return text(facts['message']) ?? '';
}

/** A region goes into advice, so that it has to look like one. */
function regionName(value: unknown): string | undefined {
  return typeof value === 'string' && /^[a-z0-9-]{1,40}$/.test(value) ? value : undefined;
}

function asObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}
