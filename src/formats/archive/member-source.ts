import { type ByteSource, requireWithin } from '../../sources/byte-source.ts';

/** A stretch of another source, as a file of its own. Closing it closes the other. */
export function rangeSource(
  source: ByteSource,
  startByte: number,
  { name, sizeBytes, path }: MemberDescription,
): ByteSource {
  const member: ByteSource = {
    name,
    sizeBytes,
    identity: async () => `${await source.identity()}:${path}`,
    async readInto(memberStartByte, target, options) {
      requireWithin(member, memberStartByte, memberStartByte + target.length);
      await source.readInto(startByte + memberStartByte, target, options);
    },
    close: () => source.close(),
  };
  return member;
}

/** Content that is in memory, as a file. */
export function expandedSource(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  close: () => void = () => {},
): ByteSource {
  const member: ByteSource = {
    name,
    sizeBytes: bytes.length,
    async identity() {
      const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
      return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
    },
    async readInto(startByte, target) {
      requireWithin(member, startByte, startByte + target.length);
      target.set(bytes.subarray(startByte, startByte + target.length));
    },
    close: async () => close(),
  };
  return member;
}

interface MemberDescription {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
}
