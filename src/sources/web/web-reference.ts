import { ConfigError } from '../../errors.ts';

/** A file of a web server. */
export interface WebReference {
  readonly kind: 'web';
  /** With its query, which may hold a signature: never to be shown. */
  readonly url: string;
  /** How a person would name it: the address without its query. */
  readonly name: string;
}

/**
 * @param name the reference as messages may show it.
 * @throws ConfigError `BAD_WEB_REFERENCE`
 */
export function parseWeb(reference: string, name: string): WebReference {
  const url = URL.canParse(reference) ? new URL(reference) : undefined;
  if (url === undefined) throw badWeb(name, 'is no valid address');
  if (url.username !== '' || url.password !== '') throw badWeb(name, 'holds a login');
  url.hash = '';
  return { kind: 'web', url: url.href, name: `${url.protocol}//${url.host}${url.pathname}` };
}

function badWeb(subject: string, problem: string): ConfigError {
  return new ConfigError({
    code: 'BAD_WEB_REFERENCE',
    subject,
    problem,
    cure: 'Write https://host/path/to/model.safetensors, presigned where it needs to be',
  });
}
