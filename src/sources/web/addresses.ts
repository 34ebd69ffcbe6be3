import { type LookupAddress, lookup } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { SourceError } from '../../errors.ts';

/** IANA's special-purpose registries: what is not reachable from everywhere, and what means another network's host. */
const NOT_PUBLIC_V4 = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

/** Beyond 2000::/3 nothing is public; within it these are not: protocol assignments, documentation, 6to4, SRv6. */
const NOT_PUBLIC_V6 = [
  ['::', 3],
  ['4000::', 2],
  ['8000::', 1],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const;

// Two lists, because a list takes an IPv4 address for the IPv6 address that it is mapped to.
const notPublicV4 = new BlockList();
const notPublicV6 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) notPublicV4.addSubnet(network, prefix, 'ipv4');
for (const [network, prefix] of NOT_PUBLIC_V6) notPublicV6.addSubnet(network, prefix, 'ipv6');

/** True for an address of the public internet: not of this machine, its network, or its cloud's metadata service. */
export function isPublicAddress(address: string): boolean {
  switch (isIP(address)) {
    case 4:
      return !notPublicV4.check(address, 'ipv4');
    case 6:
      return !notPublicV6.check(address, 'ipv6');
    default:
      return false;
  }
}

/**
 * Finds a host's addresses for a connection, and refuses the host when one of them is not public. Because it runs
 * for each connection, a name that changes its address between a check and a connection gains nothing.
 */
export const lookupPublic: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const found = addresses ?? [];
    const failure = error ?? refusal(host, found);
    if (failure !== undefined) callback(failure, options.all === true ? [] : '');
    else if (options.all === true) callback(null, found);
    else callback(null, found[0]!.address, found[0]!.family);
  });
};

/**
 * Refuses a host that names an address itself, for which no connection asks `lookupPublic`.
 *
 * @throws SourceError `PRIVATE_ADDRESS`
 */
export function refusePrivateHost(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(url.host);
}

function refusal(host: string, addresses: readonly LookupAddress[]): SourceError | undefined {
  return addresses.every(({ address }) => isPublicAddress(address)) ? undefined : privateAddress(host);
}

function privateAddress(host: string): SourceError {
  return new SourceError({
    code: 'PRIVATE_ADDRESS',
    subject: host,
    problem: 'is an address of this machine or of its own network, and not of the public internet',
    cure: 'Where that is what you want, set allow-private-addresses to true',
  });
}
