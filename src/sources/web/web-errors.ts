import { SourceError } from '../../errors.ts';

/** What a web server's refusal is about. */
export interface WebRequest {
  /** What a person would call the thing asked for; never with a query. */
  readonly name: string;
  /** The host that was asked, which a redirect may have named. */
  readonly host: string;
  /** True where the address holds what lets its bearer in: a signature, a token. */
  readonly isSigned: boolean;
}

const DOWNLOAD = 'download the model in a step before and name the file';

/** A status that is no success as an error that says what to do. */
export function statusError(status: number, request: WebRequest): SourceError {
  const { name, host } = request;
  const error = (code: string, problem: string, cure: string) =>
    new SourceError({ code, subject: name, problem, cure, details: { status, host } });
  switch (status) {
    case 401:
    case 403:
      return error(
        'WEB_ACCESS_DENIED',
        `${host} denies access (status ${status})`,
        request.isSigned
          ? 'The signature in the address may have expired: make a new address right before this step'
          : `Name an address that can be read without a login, such as a presigned one, or ${DOWNLOAD}`,
      );
    case 404:
    case 410:
      return error('NOT_FOUND', `${host} has nothing at this address`, 'Check the address');
    case 407:
      return error(
        'PROXY_DENIED',
        'the proxy asks for a login',
        'Put it into HTTPS_PROXY, as in http://user:password@proxy.example.com:3128',
      );
    case 429:
      return error(
        'WEB_THROTTLED',
        `${host} asks to come back later, again after several attempts`,
        'Try again later, or with fewer runs at the same time',
      );
    default:
      return status >= 500
        ? error(
            'WEB_FAILED',
            `${host} fails with status ${status}, again after several attempts`,
            'Try again later',
          )
        : badReply(name, `${host} answers with status ${status}`);
  }
}

/** Codes of Node that speak of a certificate. */
const UNTRUSTED = /CERT|SIGNATURE|ERR_TLS/;

/** A request that was never answered. */
export function networkError(cause: unknown, { name, host }: WebRequest): SourceError {
  const code = codeOf(cause);
  if (UNTRUSTED.test(code)) {
    return new SourceError({
      code: 'WEB_UNTRUSTED_SERVER',
      subject: name,
      problem: `the certificate of ${host} is not trusted (${code})`,
      cure: 'Name the file with the certificate of its authority in NODE_EXTRA_CA_CERTS',
      cause,
    });
  }
  return new SourceError({
    code: 'WEB_UNREACHABLE',
    subject: name,
    problem: `${host} cannot be reached (${code})`,
    cure: 'Check the address, and that this machine may connect there, through the proxy that HTTPS_PROXY names if it has to',
    cause,
  });
}

/** Such as `ECONNRESET`. */
export function codeOf(error: unknown): string {
  const { code, name } = error as { code?: unknown; name?: unknown };
  return String(code ?? name ?? 'unknown error');
}

export function badReply(name: string, problem: string): SourceError {
  return new SourceError({
    code: 'WEB_BAD_REPLY',
    subject: name,
    problem,
    cure: `Look for a proxy between this machine and the server, or ${DOWNLOAD}`,
  });
}

export function noRanges(name: string, sizeBytes: number, mostBytes: number): SourceError {
  return new SourceError({
    code: 'WEB_RANGE_IGNORED',
    subject: name,
    problem: `the server cannot send parts of its ${sizeBytes} bytes that surely belong together, and more than ${mostBytes} are not downloaded whole`,
    cure: `Use a server with ranges and ETags, or ${DOWNLOAD}`,
  });
}

export function changed(name: string): SourceError {
  return new SourceError({
    code: 'SOURCE_CHANGED',
    subject: name,
    problem: 'the file was replaced or removed while it was being read',
    cure: 'Let the upload end first, then run this again',
  });
}

export function badRedirect(name: string, problem: string): SourceError {
  return new SourceError({
    code: 'BAD_REDIRECT',
    subject: name,
    problem,
    cure: 'Name the address that it leads to in the end',
  });
}
