import { getOctokit } from '@actions/github';
import { defaults } from '@actions/github/lib/utils';
import type { Octokit } from './octokit.ts';

/** Longest time one request may take, so that a server that says nothing cannot hold a job; GitHub gives up then too. */
const REQUEST_TIMEOUT_MS = 10_000;

export interface Timeouts {
  /** Of one request [10 s]. */
  readonly requestMs?: number;
  /** Of everything that is asked over the connection, from now on [no limit]. */
  readonly deadlineMs?: number;
  /** Ends whatever is being asked over the connection. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * A client of GitHub's API, which finds its way through a proxy where the environment names one.
 *
 * @param apiUrl of GitHub Enterprise Server; undefined for github.com.
 */
export function connect(
  token: string,
  apiUrl: string | undefined,
  { requestMs = REQUEST_TIMEOUT_MS, deadlineMs, signal }: Timeouts = {},
): Octokit {
  const proxied = defaults.request!.fetch as typeof fetch;
  const ends = [
    ...(deadlineMs === undefined ? [] : [AbortSignal.timeout(deadlineMs)]),
    ...(signal === undefined ? [] : [signal]),
  ];
  return getOctokit(token, {
    ...(apiUrl !== undefined && apiUrl !== '' && { baseUrl: apiUrl }),
    request: {
      fetch: async (url: string, options: RequestInit) => {
        const signal = AbortSignal.any([AbortSignal.timeout(requestMs), ...ends]);
        return whole(await proxied(url, { ...options, signal }));
      },
    },
  });
}

/** Statuses whose answers have no body. */
const EMPTY: readonly number[] = [204, 205, 304];

/**
 * An answer with all of its body. Octokit takes a body that breaks for an empty one, and a list of comments that has not
 * come for one without ours.
 */
async function whole(answer: Response): Promise<Response> {
  const { status, statusText, headers, url } = answer;
  const body = await answer.arrayBuffer();
  const copy = new Response(EMPTY.includes(status) ? null : body, { status, statusText, headers });
  return Object.defineProperty(copy, 'url', { value: url });
}
