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

interface MemberDescription {
  readonly name: string;
  readonly path: string;
  readonly sizeBytes: number;
}
