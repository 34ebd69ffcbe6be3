/**
 * The address of a server without a final slash; undefined for what is no http:// or https:// address, or holds a login or
 * a query.
 */
export function parseServerAddress(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isUsable =
    url !== undefined &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.username === '' &&
    url.search === '';
  return isUsable ? url.href.replace(/\/+$/, '') : undefined;
}
