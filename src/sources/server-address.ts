import { ConfigError, type ErrorParts } from '../errors.ts';

/**
 * @returns the address of a server without a final slash.
 * @throws ConfigError as it is told, for what is no http:// or https:// address, or holds a login or a query.
 */
export function parseServerAddress(
  address: string,
  refusal: Pick<ErrorParts, 'code' | 'subject' | 'cure'>,
): string {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isUsable =
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.search === '';
  if (isUsable) return url.href.replace(/\/+$/, '');
  const problem = 'is not an http:// or https:// address, or holds a login or a query';
  throw new ConfigError({ ...refusal, problem });
}
