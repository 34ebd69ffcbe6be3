/**
 * The `status` column: `success`, `success: …` with a remark, `failed: …` where nothing could be fitted, or
 * `not finite: …` where the weights themselves are broken.
 */

export const SUCCESS = 'success';

/** Reasons for `failed` that say what the layer is. */
export const EVERY_WEIGHT_ZERO = 'every weight is zero';
export const EVERY_WEIGHT_SAME = 'every weight is the same';

export function successWithRemark(remark: string): string {
  return `${SUCCESS}: ${remark}`;
}

export function failed(why: string): string {
  return `failed: ${why}`;
}

export function notFinite(what: string): string {
  return `not finite: ${what}`;
}

export function isNotFinite(status: string): boolean {
  return status.startsWith('not finite');
}

/** What follows the colon: the remark or the reason, or undefined for a plain `success`. */
export function statusReason(status: string): string | undefined {
  const colon = status.indexOf(': ');
  return colon === -1 ? undefined : status.slice(colon + 2);
}
