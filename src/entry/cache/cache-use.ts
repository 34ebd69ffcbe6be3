/** How much of a run's work the cache did. */
export interface CacheUse {
  readonly layers: number;
  /** Of these, how many did not have to be analysed. */
  readonly known: number;
  /** Why numbers were not kept; undefined where all were. */
  readonly failure: string | undefined;
}

/** One line for a log. */
export function describeCacheUse({ layers, known, failure }: CacheUse): string {
  const use = `${known} of ${layers} layers were in the cache`;
  return failure === undefined ? use : `${use}, and no more are kept there: ${failure}`;
}
