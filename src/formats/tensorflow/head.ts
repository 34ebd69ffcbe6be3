/** Telling TensorFlow's files from others by their first bytes. */

import { startsWith } from '../head.ts';

/** How the first entry of an index lies there: an empty key that shares nothing, and a short value. */
const MOST_HEADER_BYTES = 64;
/** The tag of the value's first field, the number of shards. */
const SHARDS_TAG = 0x08;
/** The tag of its version, and the version's: a message whose first field is the producer's number. */
const VERSION_TAG = 0x1a;

/** The number of the schema, which is 1, and the tag of the graph. */
const SAVED_MODEL = [0x08, 0x01, 0x12];
/** What a graph begins with: what is known of it, of which the first field may be one of these. */
const META_INFO_TAG = 0x0a;

/** True for an index that is not compressed, as TensorFlow writes them. */
export function looksLikeIndex(head: Uint8Array): boolean {
  const [shared, own, valueBytes = 0, tag] = head;
  if (shared !== 0 || own !== 0 || valueBytes > MOST_HEADER_BYTES || tag !== SHARDS_TAG) return false;
  return head.subarray(3, 3 + valueBytes).includes(VERSION_TAG);
}

/** True for `saved_model.pb`. */
export function looksLikeSavedModel(head: Uint8Array): boolean {
  if (!startsWith(head, SAVED_MODEL)) return false;
  const lengthBytes = head.subarray(SAVED_MODEL.length).findIndex((byte) => byte < 0x80) + 1;
  return lengthBytes > 0 && head[SAVED_MODEL.length + lengthBytes] === META_INFO_TAG;
}
