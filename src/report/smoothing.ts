import { alignColumns, nameCell } from './columns.ts';
import { digits } from './digits.ts';
import { plainText } from './escape.ts';
import { layerShape } from './layer-shape.ts';

/** What smoothing or sharpening did to a layer. */
export interface SmoothedLayer {
  readonly layer_id: number;
  readonly longname: string;
  readonly N: number;
  readonly M: number;
  readonly rf: number;
  /** Singular values kept of each of its matrices; null where it was sharpened, or stayed as it was. */
  readonly kept: number | null;
  /** Singular values that were clipped, of all its matrices; null where it was smoothed. */
  readonly clipped: number | null;
  /** Frobenius norm before and after, and of the difference. */
  readonly norm: number;
  readonly new_norm: number;
  readonly distance: number;
  /** Why it stayed as it was; empty where it was changed. */
  readonly remark: string;
}

/** A model that was written anew, and what became of its layers. */
export interface Smoothing {
  readonly model: string;
  readonly output: string;
  readonly method: string;
  readonly layers: readonly SmoothedLayer[];
}

export function smoothingTable({ model, output, method, layers }: Smoothing): string {
  const rows = layers.map((layer) => {
    const { longname, M, kept, clipped, norm, new_norm, distance, remark } = layer;
    return [
      nameCell(longname),
      layerShape(layer),
      remark !== '' ? `as it was: ${remark}` : kept !== null ? `${kept} of ${M} kept` : `${clipped} clipped`,
      ...[norm, new_norm, distance].map(digits),
    ];
  });
  return `${[
    `${plainText(model)}, ${method}, written to ${plainText(output)}`,
    '',
    ...alignColumns([['layer', 'N×M', 'singular values', '‖W‖', 'then', '‖ΔW‖'], ...rows], 3),
  ].join('\n')}\n`;
}
