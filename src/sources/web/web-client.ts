import http, { type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';
import { AlphagateError } from '../../errors.ts';
import { MAX_REDIRECTS } from '../../limits.ts';
import { ProxyAgent, proxyFor } from '../proxy-agent.ts';
import { lookupPublic, refusePrivateHost } from './addresses.ts';
import { badRedirect, codeOf, networkError, statusError, type WebRequest } from './web-errors.ts';

export interface WebClientOptions {
  /** What a person would call the thing that is read, for messages. */
  readonly name: string;
  /** Whether the user wants to go wherever the address leads, this machine's own network included. */
  readonly allowPrivateAddresses: boolean;
  /** An `Authorization` header, and the only origin that it is sent to. */
  readonly authorization?: { readonly origin: string; readonly value: string } | undefined;
  /** A connection that brings nothing for this long, in milliseconds, is given up [30 s]. */
  readonly silenceMs?: number | undefined;
}

export interface WebReply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  /** Whoever does not read it to its end destroys it. */
  readonly body: IncomingMessage;
  /** Where redirects led to. */
  readonly url: URL;
}

export interface GetOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
}

const SILENCE_MS = 30_000;

/** A request that fails for a passing reason is sent this often. */
const ATTEMPTS = 5;
const FIRST_PAUSE_MS = 200;

/** The longest wait that a server may ask for: a job pays for every second. */
const LONGEST_PAUSE_MS = 20_000;

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PASSING_STATUSES: readonly number[] = [408, 429, 500, 502, 503, 504];
const PASSING_CODES: readonly string[] = [
  'ECONNRESET',
  'ECONNREFUSED',
  'EAI_AGAIN',
  'EPIPE',
  'ETIMEDOUT',
  'HPE_INVALID_CONSTANT',
];

/** Requests to web servers that may be hostile, or lead to hostile ones. */
export class WebClient {
  readonly #options: WebClientOptions;
  readonly #agent: ProxyAgent;

  constructor(options: WebClientOptions) {
    this.#options = options;
    this.#agent = new ProxyAgent(options.allowPrivateAddresses ? {} : { lookup: lookupPublic });
  }

  /**
   * Sends a GET, follows redirects, and tries again what fails for a passing reason.
   *
   * @returns any answer that is final, refusals included.
   * @throws SourceError when there is none, or when an address may not be asked.
   */
  async get(url: URL, { headers = {}, signal }: GetOptions = {}): Promise<WebReply> {
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
  describe(url: URL): WebRequest {
    return { name: this.#options.name, host: url.host, isSigned: url.search !== '' };
  }

  #redirected(from: URL, location: string | undefined): URL {
    const { name } = this.#options;
    const url =
      location !== undefined && URL.canParse(location, from.href) ? new URL(location, from) : undefined;
    if (url === undefined) throw badRedirect(name, 'redirects to no address');
    if (url.protocol !== 'https:' && url.protocol !== from.protocol)
      throw badRedirect(name, `redirects to ${url.protocol}//, where anybody could change the answer`);
    if (url.username !== '' || url.password !== '')
      throw badRedirect(name, 'redirects to an address with a login');
    return url;
  }

  async #persist(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<IncomingMessage> {
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
      await pause(pauseMs, undefined, { signal });
    }
  }

  /** A proxy looks names up itself: then what can be known here is all that can be checked. */
  async #refusePrivate(url: URL): Promise<void> {
    if (this.#options.allowPrivateAddresses) return;
    refusePrivateHost(url);
    if (proxyFor(url) === undefined) return;
    await new Promise<void>((resolve, reject) => {
      lookupPublic(url.hostname, {}, (error) => {
        if (error instanceof AlphagateError) reject(error);
        else resolve();
      });
    });
  }

  /** One request; the promise settles when the header of the answer is there. */
  #send(
    url: URL,
    headers: Readonly<Record<string, string>>,
    signal: AbortSignal | undefined,
  ): Promise<IncomingMessage> {
    const { authorization, silenceMs = SILENCE_MS } = this.#options;
    const options = {
      agent: this.#agent,
      headers: {
        ...headers,
        // What is compressed on the way cannot be read by ranges.
        'accept-encoding': 'identity',
        'user-agent': 'alphagate',
        ...(authorization?.origin === url.origin && { authorization: authorization.value }),
      },
      ...(signal !== undefined && { signal }),
    };
    const silent = () => Object.assign(new Error('no answer in time'), { code: 'ETIMEDOUT' });
    return new Promise((resolve, reject) => {
      const request = (url.protocol === 'https:' ? https : http).get(url, options);
      const timer = setTimeout(() => request.destroy(silent()), silenceMs);
      // Stays for the body: an error without a listener would end the process.
      request.on('error', (error) => {
        clearTimeout(timer);
        reject(error);
      });
      request.once('response', (response) => {
        clearTimeout(timer);
        response.setTimeout(silenceMs, () => response.destroy(silent()));
        response.on('error', () => {});
        resolve(response);
      });
    });
  }
}

/** What a server asks to wait, in seconds or until a date; undefined where it asks nothing. */
function retryAfterMs(headers: IncomingHttpHeaders): number | undefined {
  const text = headers['retry-after'];
  if (text === undefined) return undefined;
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
