import { type ByteSource, requireWithin } from './byte-source.ts';

export interface MemoryFileOptions {
  /** [the hash of the bytes] */
  readonly identity?: string;
  /** Is told that nobody reads it any more. */
  readonly close?: () => void;
}

/** Bytes in memory as a file. */
export function memoryFile(
  bytes: Uint8Array<ArrayBuffer>,
  name: string,
  { identity, close }: MemoryFileOptions = {},
): ByteSource {
  const file: ByteSource = {
    name,
    sizeBytes: bytes.length,
    identity: async () => identity ?? (await sha256Of(bytes)),
    async readInto(startByte, target, options) {
      options?.signal?.throwIfAborted();
      requireWithin(file, startByte, startByte + target.length);
      target.set(bytes.subarray(startByte, startByte + target.length));
    },
    close: async () => close?.(),
  };
  return file;
}

/** `sha256:…` */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256:${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
