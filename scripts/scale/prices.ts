import type { Run } from './simulate.ts';

/** List prices in US dollars, without free tiers and savings plans. */
export const PRICES = {
  region: 'us-east-1',
  noted: '2026-11-23',
  gbSecond: { arm64: 0.0000133334, x86_64: 0.0000166667 },
  invocation: 0.2 / 1e6,
  transition: 0.025 / 1e3,
  s3Get: 0.0004 / 1e3,
  s3Put: 0.005 / 1e3,
} as const;

export type Architecture = keyof typeof PRICES.gbSecond;

/** Ranged reads of an item: an index, headers, the tensor; twice over for retries. */
export const S3_GETS_OF_ITEM = 8;
/** Rows of an item; manifest and documents of a run. */
const S3_PUTS_OF_ITEM = 1;
const S3_PUTS_OF_RUN = 10;

/** What a run costs, in US dollars. */
export function priceOf({ gbSeconds, invocations, transitions }: Run, architecture: Architecture): number {
  return (
    gbSeconds * PRICES.gbSecond[architecture] +
    invocations * (PRICES.invocation + S3_GETS_OF_ITEM * PRICES.s3Get + S3_PUTS_OF_ITEM * PRICES.s3Put) +
    S3_PUTS_OF_RUN * PRICES.s3Put +
    transitions * PRICES.transition
  );
}
