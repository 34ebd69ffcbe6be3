import { EXPANSION_LIMITS, MAX_KERAS_CONFIG_BYTES } from '../../limits.ts';
import { type ByteSource, type ReadOptions, readBytes } from '../../sources/byte-source.ts';
import { memoryFile } from '../../sources/memory-file.ts';
import { rangeSource } from '../archive/member-source.ts';
import { readHead } from '../head.ts';
import { parseJson } from '../json.ts';
import { readZipDirectory, type ZipEntry } from '../zip/zip-directory.ts';
import { firstRecordName, looksLikeZip, ZIP_SIGNATURE_BYTES } from '../zip/zip-head.ts';
import { NOTHING_BEFORE, zipMember } from '../zip/zip-member.ts';
import { layerOrder } from './layer-order.ts';
import { refuse } from './refuse.ts';

const CONFIG = 'config.json';
const WEIGHTS = 'model.weights.h5';
const MEMBERS = ['metadata.json', CONFIG, WEIGHTS];

/** What a `.keras` file holds. */
export interface KerasArchive {
  /** The HDF5 file inside. */
  readonly weights: ByteSource;
  /** The layers' places in the model, by name. */
  readonly layerOrder: ReadonlyMap<string, number>;
}

/** A zip whose first member is one that Keras writes. */
export function looksLikeKerasArchive(head: Uint8Array): boolean {
  return MEMBERS.includes(firstRecordName(head) ?? '');
}

/**
 * Opens a `.keras` file. Its configuration is read for the order of layers; whatever code is in it stays text. Members
 * with other names are never looked at.
 *
 * @returns undefined for a file that is no zip.
 * @throws FormatError `NO_WEIGHTS`, `MEMBER_TOO_LARGE`, and what is wrong with the zip or the JSON.
 */
export async function readKerasArchive(
  source: ByteSource,
  options?: ReadOptions,
): Promise<KerasArchive | undefined> {
  if (!looksLikeZip(await readHead(source, options, ZIP_SIGNATURE_BYTES))) return undefined;
  const entries = await readZipDirectory(source, options);
  const weights = entries.get(WEIGHTS);
  if (weights === undefined) {
    throw refuse(source.name, 'NO_WEIGHTS', `it holds no ${WEIGHTS}`, {
      cure: 'Save the whole model with model.save(path)',
    });
  }
  const { expandedBytes } = options?.limits ?? EXPANSION_LIMITS;
  const config = entries.get(CONFIG);
  let order: ReadonlyMap<string, number> = new Map();
  if (config !== undefined) {
    const member = await openMember(source, config, MAX_KERAS_CONFIG_BYTES, options);
    const text = await readBytes(member, 0, member.sizeBytes, options);
    order = layerOrder(parseJson(text, `${CONFIG} in ${source.name}`));
  }
  return {
    weights: await openMember(source, weights, expandedBytes, options),
    layerOrder: order,
  };
}

/** A stored member is read in part, a deflated one is expanded at once. */
async function openMember(
  source: ByteSource,
  entry: ZipEntry,
  mostExpandedBytes: number,
  options?: ReadOptions,
): Promise<ByteSource> {
  const name = `${entry.name} in ${source.name}`;
  const member = zipMember(source, entry, 'a part of the model', options);
  if (member.isStored) {
    const { startByte } = await member.locate(options);
    return rangeSource(source, startByte, { name, path: entry.name, sizeBytes: member.sizeBytes });
  }
  if (member.sizeBytes > mostExpandedBytes) {
    const problem = `${entry.name} expands to ${member.sizeBytes} bytes, more than ${mostExpandedBytes}`;
    throw refuse(source.name, 'MEMBER_TOO_LARGE', problem, { offsetBytes: entry.headerStartByte });
  }
  const bytes = new Uint8Array(member.sizeBytes);
  await member.read(NOTHING_BEFORE, (next) => next(bytes), options);
  return memoryFile(bytes, name);
}
