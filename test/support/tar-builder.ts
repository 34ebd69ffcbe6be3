import { concat, text } from './zip-builder.ts';

export interface TarMember {
  readonly name: string;
  readonly bytes?: Uint8Array;
  /** [0, a regular file] */
  readonly type?: string;
  /** The size field. [the bytes' own, in octal digits] */
  readonly size?: Uint8Array;
  /** [the header's own] */
  readonly checksum?: string;
}

/** A tar archive, sound or not. */
export function buildTar(
  members: readonly TarMember[],
  { end = true }: { readonly end?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const blocks = members.flatMap((member) => {
    const bytes = member.bytes ?? new Uint8Array();
    return [header(member, bytes), bytes, new Uint8Array(-bytes.length & 511)];
  });
  return concat([...blocks, new Uint8Array(end ? 1024 : 0)]);
}

/** One record of a pax extended header. */
export function paxRecord(key: string, value: string): Uint8Array {
  const rest = ` ${key}=${value}\n`;
  const restBytes = text(rest).length;
  let length = restBytes;
  while (String(length).length + restBytes !== length) length = String(length).length + restBytes;
  return text(`${length}${rest}`);
}

function header({ name, type = '0', size, checksum }: TarMember, bytes: Uint8Array): Uint8Array {
  const block = new Uint8Array(512);
  block.set(text(name).subarray(0, 100), 0);
  block.set(text('0000644\0'), 100);
  block.set(size ?? text(`${octal(bytes.length, 11)}\0`), 124);
  block.set(text(type), 156);
  block.set(text('ustar\x0000'), 257);
  block.fill(0x20, 148, 156);
  const sum = block.reduce((total, byte) => total + byte, 0);
  block.set(text(checksum ?? `${octal(sum, 6)}\0 `), 148);
  return block;
}

function octal(value: number, digits: number): string {
  return value.toString(8).padStart(digits, '0');
}
