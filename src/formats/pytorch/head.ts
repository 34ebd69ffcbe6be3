/** Telling PyTorch's files from others by their first bytes. */

import { startsWith } from '../head.ts';
import { firstRecordName } from '../zip/zip-head.ts';

/** A record of torch's archives: the folder that holds all, then one of the names that torch gives. */
const TORCH_RECORD =
  /^[^/]+\/($|data\.pkl$|data\/|constants\.pkl$|constants\/|version$|byteorder$|code\/|extra\/|attributes\.pkl$|model\.json$|tensors\/|\.data\/|\.format_version$|\.storage_alignment$)/;

/** The magic number of files before torch 1.6, as the integer of a pickle: in binary and in protocol 0. */
const LEGACY_MAGIC = [0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19];
const LEGACY_MAGIC_TEXT = 'L119547037146038801333356L';
/** PROTO and FRAME may stand before it. */
const LEGACY_MAGIC_AT_MOST = 11;

const PROTO = 0x80;
const FRAME = 0x95;
const OPENING_BRACE = 0x7b;

const TAR_MAGIC_AT = 257;
const TAR_MAGIC = 'ustar';
/** The members of torch's tar archives. */
const TAR_MEMBERS = ['sys_info', 'pickle', 'tensors', 'storages'];

/** A zip whose first record torch would write; other formats are zips too. */
export function looksLikeTorchZip(head: Uint8Array): boolean {
  return TORCH_RECORD.test(firstRecordName(head) ?? '');
}

/** A legacy checkpoint, or any pickle of protocol 2 to 5: only reading it shows what is in it. */
export function looksLikePickle(head: Uint8Array): boolean {
  for (let at = 0; at <= LEGACY_MAGIC_AT_MOST; at++) {
    if (startsWith(head, LEGACY_MAGIC, at)) return true;
  }
  if (latin1(head.subarray(0, LEGACY_MAGIC_TEXT.length)) === LEGACY_MAGIC_TEXT) return true;

  const [proto, protocol, opcode] = head;
  if (proto !== PROTO || protocol === undefined || protocol < 2 || protocol > 5) return false;
  // safetensors begins with a length of 8 bytes, of which the upper ones are 0, and a brace. In a pickle a frame's
  // length, which can look the same, is followed by more.
  if (opcode === FRAME) return startsWith(head, [0, 0, 0], 8);
  return !(startsWith(head, [0, 0, 0, 0], 4) && head[8] === OPENING_BRACE);
}

/** torch before 0.1.10 wrote tar archives. */
export function looksLikeTorchTar(head: Uint8Array): boolean {
  const isTar = latin1(head.subarray(TAR_MAGIC_AT, TAR_MAGIC_AT + TAR_MAGIC.length)) === TAR_MAGIC;
  const [member] = latin1(head.subarray(0, 100)).split('\0');
  return isTar && TAR_MEMBERS.includes(member!.replace(/^\.\//, ''));
}

function latin1(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
