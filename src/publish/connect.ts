import { getOctokit } from '@actions/github';
import type { Octokit } from './octokit.ts';

/** Longest time one request may take, so that a server that says nothing cannot hold a job; GitHub gives up then too. */
const TIMEOUT_MS = 10_000;

/** @param apiUrl of GitHub Enterprise Server; undefined for github.com. */
export function connect(token: string, apiUrl: string | undefined): Octokit {
  return getOctokit(token, {
    ...(apiUrl !== undefined && apiUrl !== '' && { baseUrl: apiUrl }),
    request: {
      fetch: (url: string, options: RequestInit) =>
        fetch(url, { ...options, signal: AbortSignal.timeout(TIMEOUT_MS) }),
    },
  });
}
