import { createRequire as createRequireOf } from 'node:module';
const require = createRequireOf(import.meta.url);
import {
  ProxyAgent,
  proxyFor
} from "./chunk-JD4LN24R.js";
import {
  MAX_REDIRECTS
} from "./chunk-JXTWGQ7Y.js";
import {
  AlphagateError,
  SourceError
} from "./chunk-LSZFXY6A.js";

// src/sources/web/web-errors.ts
var DOWNLOAD = "download the model in a step before and name the file";
function statusError(status, request) {
  const { name, host } = request;
  const error = (code, problem, cure) => new SourceError({ code, subject: name, problem, cure, details: { status, host } });
  switch (status) {
    case 401:
    case 403:
      return error(
        "WEB_ACCESS_DENIED",
        `${host} denies access (status ${status})`,
        request.isSigned ? "The signature in the address may have expired: make a new address right before this step" : `Name an address that can be read without a login, such as a presigned one, or ${DOWNLOAD}`
      );
    case 404:
    case 410:
      return error("NOT_FOUND", `${host} has nothing at this address`, "Check the address");
    case 407:
      return error(
        "PROXY_DENIED",
        "the proxy asks for a login",
        "Put it into HTTPS_PROXY, as in http://user:password@proxy.example.com:3128"
      );
    case 429:
      return error(
        "WEB_THROTTLED",
        `${host} asks to come back later, again after several attempts`,
        "Try again later, or with fewer runs at the same time"
      );
    default:
      return status >= 500 ? error(
        "WEB_FAILED",
        `${host} fails with status ${status}, again after several attempts`,
        "Try again later"
      ) : badReply(name, `${host} answers with status ${status}`);
  }
}
var UNTRUSTED = /CERT|SIGNATURE|ERR_TLS/;
function networkError(cause, { name, host }) {
  const code = codeOf(cause);
  if (UNTRUSTED.test(code)) {
    return new SourceError({
      code: "WEB_UNTRUSTED_SERVER",
      subject: name,
      problem: `the certificate of ${host} is not trusted (${code})`,
      cure: "Name the file with the certificate of its authority in NODE_EXTRA_CA_CERTS",
      cause
    });
  }
  return new SourceError({
    code: "WEB_UNREACHABLE",
    subject: name,
    problem: `${host} cannot be reached (${code})`,
    cure: "Check the address, and that this machine may connect there, through the proxy that HTTPS_PROXY names if it has to",
    cause
  });
}
function codeOf(error) {
  const { code, name } = error;
  return String(code ?? name ?? "unknown error");
}
function badReply(name, problem) {
  return new SourceError({
    code: "WEB_BAD_REPLY",
    subject: name,
    problem,
    cure: `Look for a proxy between this machine and the server, or ${DOWNLOAD}`
  });
}
function noRanges(name, sizeBytes, mostBytes) {
  return new SourceError({
    code: "WEB_RANGE_IGNORED",
    subject: name,
    problem: `the server cannot send parts of its ${sizeBytes} bytes that surely belong together, and more than ${mostBytes} are not downloaded whole`,
    cure: `Use a server with ranges and ETags, or ${DOWNLOAD}`
  });
}
function changed(name) {
  return new SourceError({
    code: "SOURCE_CHANGED",
    subject: name,
    problem: "the file was replaced or removed while it was being read",
    cure: "Let the upload end first, then run this again"
  });
}
function badRedirect(name, problem) {
  return new SourceError({
    code: "BAD_REDIRECT",
    subject: name,
    problem,
    cure: "Name the address that it leads to in the end"
  });
}

// src/sources/web/web-client.ts
import http from "node:http";
import https from "node:https";
import { setTimeout as pause } from "node:timers/promises";

// src/sources/web/addresses.ts
import { lookup } from "node:dns";
import { BlockList, isIP } from "node:net";
var NOT_PUBLIC_V4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4]
];
var NOT_PUBLIC_V6 = [
  ["::", 3],
  ["4000::", 2],
  ["8000::", 1],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20]
];
var notPublicV4 = new BlockList();
var notPublicV6 = new BlockList();
for (const [network, prefix] of NOT_PUBLIC_V4) notPublicV4.addSubnet(network, prefix, "ipv4");
for (const [network, prefix] of NOT_PUBLIC_V6) notPublicV6.addSubnet(network, prefix, "ipv6");
function isPublicAddress(address) {
  switch (isIP(address)) {
    case 4:
      return !notPublicV4.check(address, "ipv4");
    case 6:
      return !notPublicV6.check(address, "ipv6");
    default:
      return false;
  }
}
var lookupPublic = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, addresses) => {
    const found = addresses ?? [];
    const failure = error ?? refusal(host, found);
    if (failure !== void 0) callback(failure, options.all === true ? [] : "");
    else if (options.all === true) callback(null, found);
    else callback(null, found[0].address, found[0].family);
  });
};
function refusePrivateHost(url) {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddress(url.host);
}
function refusal(host, addresses) {
  return addresses.every(({ address }) => isPublicAddress(address)) ? void 0 : privateAddress(host);
}
function privateAddress(host) {
  return new SourceError({
    code: "PRIVATE_ADDRESS",
    subject: host,
    problem: "is an address of this machine or of its own network, and not of the public internet",
    cure: "Where that is what you want, set allow-private-addresses to true"
  });
}

// src/sources/web/web-client.ts
var SILENCE_MS = 3e4;
var ATTEMPTS = 5;
var FIRST_PAUSE_MS = 200;
var LONGEST_PAUSE_MS = 2e4;
var REDIRECTS = [301, 302, 303, 307, 308];
var PASSING_STATUSES = [408, 429, 500, 502, 503, 504];
var PASSING_CODES = [
  "ECONNRESET",
  "ECONNREFUSED",
  "EAI_AGAIN",
  "EPIPE",
  "ETIMEDOUT",
  "HPE_INVALID_CONSTANT"
];
var WebClient = class {
  #options;
  #agent;
  constructor(options) {
    this.#options = options;
    this.#agent = new ProxyAgent(options.allowPrivateAddresses ? {} : { lookup: lookupPublic });
  }
  /**
   * Sends a GET, follows redirects, and tries again what fails for a passing reason.
   *
   * @returns any answer that is final, refusals included.
   * @throws SourceError when there is none, or when an address may not be asked.
   */
  async get(url, { headers = {}, signal } = {}) {
    let at = url;
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
      const body = await this.#persist(at, headers, signal);
      const status = body.statusCode ?? 0;
      if (!REDIRECTS.includes(status)) return { status, headers: body.headers, body, url: at };
      body.destroy();
      at = this.#redirected(at, body.headers.location);
    }
    throw badRedirect(this.#options.name, `redirects more than ${MAX_REDIRECTS} times`);
  }
  /** How a refusal of this address is described. */
  describe(url) {
    return { name: this.#options.name, host: url.host, isSigned: url.search !== "" };
  }
  #redirected(from, location) {
    const { name } = this.#options;
    const url = location !== void 0 && URL.canParse(location, from.href) ? new URL(location, from) : void 0;
    if (url === void 0) throw badRedirect(name, "redirects to no address");
    if (url.protocol !== "https:" && url.protocol !== from.protocol)
      throw badRedirect(name, `redirects to ${url.protocol}//, where anybody could change the answer`);
    if (url.username !== "" || url.password !== "")
      throw badRedirect(name, "redirects to an address with a login");
    return url;
  }
  async #persist(url, headers, signal) {
    const request = this.describe(url);
    await this.#refusePrivate(url);
    for (let attempt = 1; ; attempt++) {
      const isLast = attempt === ATTEMPTS;
      let pauseMs = FIRST_PAUSE_MS * 2 ** (attempt - 1);
      try {
        const reply = await this.#send(url, headers, signal);
        if (!PASSING_STATUSES.includes(reply.statusCode ?? 0)) return reply;
        reply.destroy();
        pauseMs = retryAfterMs(reply.headers) ?? pauseMs;
        if (isLast || pauseMs > LONGEST_PAUSE_MS) throw statusError(reply.statusCode ?? 0, request);
      } catch (error) {
        signal?.throwIfAborted();
        if (error instanceof AlphagateError) throw error;
        if (isLast || !PASSING_CODES.includes(codeOf(error))) throw networkError(error, request);
      }
      await pause(pauseMs, void 0, { signal });
    }
  }
  /** A proxy looks names up itself: then what can be known here is all that can be checked. */
  async #refusePrivate(url) {
    if (this.#options.allowPrivateAddresses) return;
    refusePrivateHost(url);
    if (proxyFor(url) === void 0) return;
    await new Promise((resolve, reject) => {
      lookupPublic(url.hostname, {}, (error) => {
        if (error instanceof AlphagateError) reject(error);
        else resolve();
      });
    });
  }
  /** One request; the promise settles when the header of the answer is there. */
  #send(url, headers, signal) {
    const { authorization, silenceMs = SILENCE_MS } = this.#options;
    const options = {
      agent: this.#agent,
      headers: {
        ...headers,
        // What is compressed on the way cannot be read by ranges.
        "accept-encoding": "identity",
        "user-agent": "alphagate",
        ...authorization?.origin === url.origin && { authorization: authorization.value }
      },
      ...signal !== void 0 && { signal }
    };
    const silent = () => Object.assign(new Error("no answer in time"), { code: "ETIMEDOUT" });
    return new Promise((resolve, reject) => {
      const request = (url.protocol === "https:" ? https : http).get(url, options);
      const timer = setTimeout(() => request.destroy(silent()), silenceMs);
      request.on("error", (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.once("response", (response) => {
        clearTimeout(timer);
        response.setTimeout(silenceMs, () => response.destroy(silent()));
        response.on("error", () => {
        });
        resolve(response);
      });
    });
  }
};
function retryAfterMs(headers) {
  const text = headers["retry-after"];
  if (text === void 0) return void 0;
  const ms = /^\d+$/.test(text) ? Number(text) * 1e3 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? void 0 : Math.max(0, ms);
}

export {
  statusError,
  badReply,
  noRanges,
  changed,
  WebClient
};
