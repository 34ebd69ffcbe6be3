import type { ReportLayer } from './report.ts';

/** Rows × columns of a layer's matrices, and how many there are where its row stands for several. */
export function layerShape({ N, M, rf, slice_id }: Pick<ReportLayer, 'N' | 'M' | 'rf' | 'slice_id'>): string {
  return `${N}×${M}${rf > 1 && slice_id === undefined ? `, ${rf} times` : ''}`;
}
