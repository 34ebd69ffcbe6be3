import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  badReply,
  changed,
  noRanges,
  statusError
} from "./chunk-74OEHJRM.js";
import {
  rangedSource
} from "./chunk-QMMMBYL2.js";
import {
  memoryFile
} from "./chunk-TUQPTYWI.js";
import {
  MAX_WHOLE_DOWNLOAD_BYTES
} from "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/web/web-file.ts
var CODES = { interrupted: "WEB_INTERRUPTED", badReply: "WEB_BAD_REPLY" };
var DOWNLOAD_ATTEMPTS = 3;
var EXPIRED = [401, 403, 404, 410];
var WebFile = class {
  #place;
  #finalUrl;
  constructor(place) {
    this.#place = place;
  }
  /**
   * Asks for the file's first byte, which tells its size. A HEAD would not do: an address may be signed for GET.
   *
   * @throws SourceError `NOT_FOUND`, or one of the `WEB_…` codes
   */
  async probe({ signal } = {}) {
    const reply = await this.#get({ range: "bytes=0-0" }, signal);
    reply.body.destroy();
    const { name, client } = this.#place;
    const validator = validatorOf(reply.headers);
    switch (reply.status) {
      case 206:
      case 416: {
        const size = /^bytes (?:0-0|\*)\/(\d{1,15})$/.exec(reply.headers["content-range"] ?? "")?.[1];
        if (size === void 0 || reply.status === 416 && size !== "0")
          throw badReply(name, "the server tells no size of the file");
        requireIdentityEncoding(name, reply);
        return { sizeBytes: Number(size), validator, hasRanges: validator !== void 0 };
      }
      case 200: {
        requireIdentityEncoding(name, reply);
        const size = reply.headers["content-length"];
        if (size === void 0) throw badReply(name, "the server tells no size of the file");
        return { sizeBytes: Number(size), validator, hasRanges: false };
      }
      default:
        throw statusError(reply.status, client.describe(reply.url));
    }
  }
  /** @throws SourceError as `probe` does, and `WEB_RANGE_IGNORED` for a large file of a server without ranges. */
  async open(options) {
    const facts = await this.probe(options);
    const { sizeBytes, hasRanges } = facts;
    const { name, identity = identityOf(facts) } = this.#place;
    if (hasRanges) {
      const getRange = (startByte, endByte, signal) => this.#getRange(facts, startByte, endByte, signal);
      return rangedSource({ name, sizeBytes, codes: CODES, getRange }, identity);
    }
    if (sizeBytes > MAX_WHOLE_DOWNLOAD_BYTES) throw noRanges(name, sizeBytes, MAX_WHOLE_DOWNLOAD_BYTES);
    return memoryFile(await this.#download(sizeBytes, options), name);
  }
  /** @throws SourceError `SOURCE_CHANGED` when the content is no longer the one that the facts are of. */
  async #getRange({ sizeBytes, validator }, startByte, endByte, signal) {
    const reply = await this.#get(
      { range: `bytes=${startByte}-${endByte - 1}`, ...ifRange(validator) },
      signal
    );
    const failure = this.#checkRange(reply, { sizeBytes, validator }, startByte, endByte);
    if (failure === void 0) return reply.body;
    reply.body.destroy();
    throw failure;
  }
  #checkRange({ status, headers, url }, { sizeBytes, validator }, startByte, endByte) {
    const { name, client } = this.#place;
    if ([404, 410, 412, 416].includes(status)) return changed(name);
    if (status !== 200 && status !== 206) return statusError(status, client.describe(url));
    const found = validatorOf(headers);
    if (found !== void 0 && found.value !== validator?.value) return changed(name);
    if (status === 200) return found === void 0 ? changed(name) : noRanges(name, sizeBytes, 0);
    const expected = `bytes ${startByte}-${endByte - 1}/${sizeBytes}`;
    const range = headers["content-range"];
    if (range === expected) return void 0;
    return badReply(
      name,
      `the server sends ${JSON.stringify(range?.slice(0, 80))} where "${expected}" is asked for`
    );
  }
  async #download(sizeBytes, { signal } = {}) {
    const { name, client } = this.#place;
    const bytes = new Uint8Array(sizeBytes);
    for (let attempt = 1; ; attempt++) {
      const reply = await this.#get({}, signal);
      if (reply.status !== 200) {
        reply.body.destroy();
        throw statusError(reply.status, client.describe(reply.url));
      }
      let filled = 0;
      try {
        for await (const chunk of reply.body) {
          if (filled + chunk.length > sizeBytes) throw changed(name);
          bytes.set(chunk, filled);
          filled += chunk.length;
        }
        if (filled === sizeBytes) return bytes;
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof SourceError) throw error;
      }
      if (attempt === DOWNLOAD_ATTEMPTS)
        throw badReply(name, `the server sends ${filled} of ${sizeBytes} bytes`);
    }
  }
  /** Goes straight to where redirects led the last time, until that address is refused. */
  async #get(headers, signal) {
    const { client, resolve } = this.#place;
    if (this.#finalUrl !== void 0) {
      const reply2 = await client.get(this.#finalUrl, { headers, signal });
      if (!EXPIRED.includes(reply2.status)) return reply2;
      reply2.body.destroy();
    }
    const reply = await client.get(await resolve(signal), { headers, signal });
    this.#finalUrl = reply.url;
    return reply;
  }
};
function validatorOf(headers) {
  const { etag, "last-modified": lastModified } = headers;
  if (etag !== void 0) return { kind: "etag", value: etag };
  return lastModified === void 0 ? void 0 : { kind: "last-modified", value: lastModified };
}
function ifRange(validator) {
  return validator === void 0 || validator.value.startsWith("W/") ? {} : { "if-range": validator.value };
}
function identityOf({ validator, sizeBytes }) {
  if (validator?.kind === "etag") return `etag:${validator.value.replace(/^W\//, "").replace(/^"|"$/g, "")}`;
  return `size:${sizeBytes},modified:${validator?.value}`;
}
function requireIdentityEncoding(name, { headers }) {
  const encoding = headers["content-encoding"];
  if (encoding === void 0 || encoding === "identity") return;
  throw badReply(name, "the server compresses the file on the way, so that no part of it can be asked for");
}

export {
  WebFile
};
