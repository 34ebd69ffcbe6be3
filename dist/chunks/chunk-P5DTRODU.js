import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  CHANGED,
  diagnose,
  noCredentials
} from "./chunk-HWQSLUA6.js";
import {
  parseServerAddress
} from "./chunk-7BKRKR5Z.js";
import {
  s3Name
} from "./chunk-XJUTMDZ7.js";
import {
  MAX_LIST_PAGES
} from "./chunk-JXTWGQ7Y.js";
import {
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/s3-errors.ts
function toS3Error(error, request) {
  if (error instanceof SourceError) return error;
  const failure = inspect(error, request);
  const { name, httpStatus, bucketRegion } = failure;
  const details = { name, httpStatus, bucketRegion, region: request.region, action: request.action };
  return new SourceError({ ...diagnose(failure), subject: request.subject, details, cause: error });
}
function toCredentialsError(error, subject) {
  const facts = asObject(error);
  return new SourceError({ ...noCredentials(nameOf(facts), messageOf(facts)), subject, cause: error });
}
function toRegionError(error, subject) {
  const missing = /is missing/.test(messageOf(asObject(error)));
  return new SourceError({
    code: "S3_NO_REGION",
    subject,
    problem: missing ? "no AWS region is set" : "the AWS region that is set is not a valid name",
    cure: "Set aws-region or the environment variable AWS_REGION to the bucket's region, such as eu-west-1",
    cause: error
  });
}
function inspect(error, request) {
  const facts = asObject(error);
  const httpStatus = asObject(facts["$metadata"])["httpStatusCode"];
  const headers = asObject(asObject(facts["$response"])["headers"]);
  return {
    name: nameOf(facts),
    message: messageOf(facts),
    httpStatus: typeof httpStatus === "number" ? httpStatus : void 0,
    bucketRegion: regionName(facts["Region"]) ?? regionName(headers["x-amz-bucket-region"]),
    answered: facts["$fault"] !== void 0,
    request
  };
}
function nameOf(facts) {
  const name = text(facts["name"]);
  const code = text(facts["code"]);
  return (name === "Error" || name === "TypeError" || name === void 0 ? code : name) ?? "Error";
}
function messageOf(facts) {
  return text(facts["message"]) ?? "";
}
function regionName(value) {
  return typeof value === "string" && /^[a-z0-9-]{1,40}$/.test(value) ? value : void 0;
}
function asObject(value) {
  return typeof value === "object" && value !== null ? value : {};
}
function text(value) {
  return typeof value === "string" && value !== "" ? value : void 0;
}

// src/sources/s3-store.ts
var UNEXPLAINED_STATUSES = [301, 307, 400, 403, 404, 405];
var S3Store = class {
  #sdk;
  #client;
  server;
  #subject;
  #payer;
  /** @param subject what a person would call the thing that is looked for, for failures of listings. */
  constructor(sdk, client, server, subject) {
    this.#sdk = sdk;
    this.#client = client;
    this.server = server;
    this.#subject = subject;
    this.#payer = server.requesterPays ? { RequestPayer: "requester" } : {};
  }
  /** @returns the object as it is now, or undefined where there is none. */
  async head(address, { signal } = {}) {
    try {
      const command = new this.#sdk.HeadObjectCommand({ ...inputOf(address), ...this.#payer });
      const reply = await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
      return this.#pin(address, reply.ContentLength, reply);
    } catch (error) {
      signal?.throwIfAborted();
      const status = statusOf(error);
      if (status === 404 && address.versionId === void 0) return void 0;
      if (UNEXPLAINED_STATUSES.includes(status)) return this.#probe(address, signal);
      throw toS3Error(error, this.#readRequest(address));
    }
  }
  /** Learns by a GET of one byte what a HEAD was not told. */
  async #probe(address, signal) {
    const reply = await this.#get({ ...inputOf(address), Range: "bytes=0-0" }, address, signal);
    bodyOf(reply).destroy();
    return this.#pin(address, CONTENT_RANGE.exec(reply.ContentRange ?? "")?.groups?.["size"], reply);
  }
  #pin(address, size, reply) {
    const sizeBytes = Number(size ?? Number.NaN);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0 || reply.ETag === void 0) {
      throw badReply(address, "tells no size or no ETag, without which a change could go unnoticed");
    }
    return { ...address, sizeBytes, etag: reply.ETag, foundVersionId: reply.VersionId };
  }
  /**
   * The bytes from `startByte` up to, not including, `endByte`, as they arrive; the stream may break before the
   * last of them.
   *
   * @throws SourceError `SOURCE_CHANGED` when the object is no longer the pinned one, `S3_RANGE_IGNORED` when the
   * server sends all of it, `S3_BAD_REPLY` when it sends other bytes than were asked for.
   */
  async getRange(object, startByte, endByte, signal) {
    const range = { Range: `bytes=${startByte}-${endByte - 1}`, IfMatch: object.etag };
    const reply = await this.#get({ ...inputOf(object), ...range }, object, signal).catch(
      (error) => {
        throw error instanceof SourceError && error.code === "NOT_FOUND" ? changedObject(object) : error;
      }
    );
    const body = bodyOf(reply);
    const failure = checkRange(object, startByte, endByte, reply);
    if (failure === void 0) return body;
    body.destroy();
    throw failure;
  }
  /**
   * Writes an object, unless somebody else has written it since it was found.
   *
   * @param found what is to be replaced; undefined where there was none.
   * @returns whether it was written.
   */
  async replace({ bucket, key }, body, found, { signal } = {}) {
    const condition = found === void 0 ? { IfNoneMatch: "*" } : { IfMatch: found.etag };
    const input = { Bucket: bucket, Key: key, Body: body, ContentType: "application/json", ...condition };
    try {
      const command = new this.#sdk.PutObjectCommand({ ...input, ...this.#payer });
      await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
      return true;
    } catch (error) {
      signal?.throwIfAborted();
      const lost = [409, 412, ...found === void 0 ? [] : [404]];
      if (lost.includes(statusOf(error) ?? 0)) return false;
      const subject = s3Name(bucket, key);
      throw toS3Error(error, { subject, bucket, key, action: "s3:PutObject", ...this.server });
    }
  }
  /** All objects whose keys begin with a prefix, save the empty ones that stand for folders, in the server's order. */
  async *list(bucket, prefix, { signal } = {}) {
    let token;
    for (let page = 0; page < MAX_LIST_PAGES; page++) {
      const input = {
        Bucket: bucket,
        Prefix: prefix,
        ...token !== void 0 && { ContinuationToken: token }
      };
      const reply = await this.#list(input, signal);
      for (const { Key: key, Size: sizeBytes } of reply.Contents ?? []) {
        if (key?.startsWith(prefix) === true && !key.endsWith("/")) yield { key, sizeBytes: sizeBytes ?? 0 };
      }
      token = reply.NextContinuationToken;
      if (reply.IsTruncated !== true || token === void 0) return;
    }
    throw new SourceError({
      code: "TOO_MANY_FILES",
      subject: this.#subject,
      problem: `the listing did not end after ${MAX_LIST_PAGES} pages`,
      cure: "Name a longer prefix"
    });
  }
  /** What one level below a prefix holds, for messages: the first thousand names, folders with a final `/`. */
  async namesBelow(bucket, prefix, { signal } = {}) {
    const reply = await this.#list({ Bucket: bucket, Prefix: prefix, Delimiter: "/" }, signal);
    const keys = [
      ...(reply.Contents ?? []).map(({ Key }) => Key),
      ...(reply.CommonPrefixes ?? []).map(({ Prefix }) => Prefix)
    ];
    return keys.flatMap((key) => key === void 0 || key === prefix ? [] : [key.slice(prefix.length)]);
  }
  async #list(input, signal) {
    try {
      const command = new this.#sdk.ListObjectsV2Command({ ...input, ...this.#payer });
      return await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
    } catch (error) {
      signal?.throwIfAborted();
      const target = { bucket: input.Bucket, key: input.Prefix, subject: this.#subject };
      throw toS3Error(error, { ...target, ...this.server, action: "s3:ListBucket" });
    }
  }
  async #get(input, address, signal) {
    try {
      const command = new this.#sdk.GetObjectCommand({ ...input, ...this.#payer });
      return await this.#renewing(() => this.#client.send(command, abortedBy(signal)));
    } catch (error) {
      signal?.throwIfAborted();
      throw toS3Error(error, this.#readRequest(address));
    }
  }
  /** Credentials may end sooner than they said they would: then others are asked for, once. */
  async #renewing(send) {
    try {
      return await send();
    } catch (error) {
      if (!EXPIRED.includes(error.name ?? "")) throw error;
      const { credentials } = this.#client.config;
      const [before, now] = [await credentials(), await credentials({ forceRefresh: true })];
      if (now.sessionToken === before.sessionToken) throw error;
      return send();
    }
  }
  #readRequest({ bucket, key, versionId }) {
    const action = versionId === void 0 ? "s3:GetObject" : "s3:GetObjectVersion";
    return { subject: s3Name(bucket, key), bucket, key, action, ...this.server };
  }
};
var EXPIRED = ["ExpiredToken", "TokenRefreshRequired"];
var CONTENT_RANGE = /^bytes (?<start>\d+)-(?<last>\d+)\/(?<size>\d+)$/;
function checkRange(object, startByte, endByte, reply) {
  if (reply.ETag !== void 0 && reply.ETag !== object.etag) return changedObject(object);
  if (reply.$metadata.httpStatusCode !== 206) {
    return new SourceError({
      code: "S3_RANGE_IGNORED",
      subject: s3Name(object.bucket, object.key),
      problem: "the server sends the whole object where a range of bytes is asked for",
      cure: "Read from a server that supports ranges, or download the model in a step before and name the file"
    });
  }
  const expected = `bytes ${startByte}-${endByte - 1}/${object.sizeBytes}`;
  if (reply.ContentRange === expected) return void 0;
  return badReply(
    object,
    `sends ${JSON.stringify(reply.ContentRange?.slice(0, 80))} where "${expected}" is asked for`
  );
}
function badReply({ bucket, key }, problem) {
  return new SourceError({
    code: "S3_BAD_REPLY",
    subject: s3Name(bucket, key),
    problem: `the server ${problem}`,
    cure: "Look for a proxy between this machine and the server, or download the model in a step before"
  });
}
function changedObject({ bucket, key }) {
  return new SourceError({ ...CHANGED, subject: s3Name(bucket, key) });
}
function inputOf({ bucket, key, versionId }) {
  return { Bucket: bucket, Key: key, ...versionId !== void 0 && { VersionId: versionId } };
}
function abortedBy(signal) {
  return signal === void 0 ? {} : { abortSignal: signal };
}
function bodyOf(reply) {
  return reply.Body;
}
function statusOf(error) {
  const { $metadata } = error;
  return $metadata?.httpStatusCode;
}

// src/sources/s3-connect.ts
var REQUEST_ATTEMPTS = 5;
var CONNECTION_TIMEOUT_MS = 1e4;
var SILENCE_TIMEOUT_MS = 3e4;
var BAD_ENDPOINT = {
  code: "BAD_ENDPOINT",
  subject: "the address of the S3 server",
  cure: "Write it as in http://127.0.0.1:9000, in s3-endpoint or AWS_ENDPOINT_URL_S3"
};
var REGION_OF_OTHER_SERVERS = "us-east-1";
async function connectS3(subject, options) {
  const { sdk, client, server } = await openS3(subject, options);
  return new S3Store(sdk, client, server, subject);
}
async function openS3(subject, options) {
  const { AWS_REGION, AWS_DEFAULT_REGION, AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL } = process.env;
  const address = options.endpoint || AWS_ENDPOINT_URL_S3 || AWS_ENDPOINT_URL || "";
  const endpoint = address === "" ? void 0 : parseServerAddress(address, BAD_ENDPOINT);
  const anyRegion = endpoint === void 0 ? "" : REGION_OF_OTHER_SERVERS;
  const region = options.region || AWS_REGION || AWS_DEFAULT_REGION || anyRegion;
  const sdk = await import("./dist-es-KR37WORB.js");
  const client = new sdk.S3Client({
    ...region !== "" && { region },
    // Few servers other than AWS's have a host name for each bucket.
    ...endpoint !== void 0 && { endpoint, forcePathStyle: true },
    ...await credentialsOf(options, region, subject),
    maxAttempts: REQUEST_ATTEMPTS,
    requestHandler: {
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      socketTimeout: options.silenceMs ?? SILENCE_TIMEOUT_MS,
      ...await proxyAgents()
    },
    // Checksums are of whole objects, and we read parts.
    responseChecksumValidation: "WHEN_REQUIRED"
  });
  const requesterPays = options.requesterPays === true;
  const server = { region: await regionOf(client, subject), endpoint, requesterPays };
  try {
    await client.config.credentials();
  } catch (error) {
    if (error instanceof SourceError) throw error;
    throw toCredentialsError(error, subject);
  }
  return { sdk, client, server };
}
async function credentialsOf({ isAnonymous, roleToAssume = "", signal }, region, subject) {
  if (isAnonymous === true) {
    return {
      credentials: { accessKeyId: "", secretAccessKey: "" },
      signer: { sign: async (request) => request }
    };
  }
  if (roleToAssume === "") return {};
  const { assumedRole } = await import("./s3-role-MOHNKSGL.js");
  return { credentials: assumedRole(roleToAssume, region || "us-east-1", subject, process.env, signal) };
}
async function proxyAgents() {
  if (!Object.keys(process.env).some((name) => /^(https?|all)_proxy$/i.test(name))) return {};
  const { ProxyAgent } = await import("./proxy-agent-UW5CVI4N.js");
  const agent = new ProxyAgent();
  return { httpAgent: agent, httpsAgent: agent };
}
async function regionOf(client, subject) {
  try {
    return await client.config.region();
  } catch (error) {
    throw toRegionError(error, subject);
  }
}

export {
  toS3Error,
  connectS3,
  openS3
};
