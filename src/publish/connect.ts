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
}

/**
 * A client of GitHub's API, which finds its way through a proxy where the environment names one.
 *
 * @param apiUrl of GitHub Enterprise Server; undefined for github.com.
 */
export function connect(
  token: string,
  apiUrl: string | undefined,
  { requestMs = REQUEST_TIMEOUT_MS, deadlineMs }: Timeouts = {},
): Octokit {
  const proxied = defaults.request!.fetch as typeof fetch;
  const deadline = deadlineMs === undefined ? [] : [AbortSignal.timeout(deadlineMs)];
  return getOctokit(token, {
    ...(apiUrl !== undefined && apiUrl !== '' && { baseUrl: apiUrl }),
    request: {
      fetch: (url: string, options: RequestInit) =>
        proxied(url, {
          ...options,
          signal: AbortSignal.any([AbortSignal.timeout(requestMs), ...deadline]),
        }),
    },
  });
}
