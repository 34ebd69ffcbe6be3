import type { Dtype } from '../dtype.ts';
import { type DecodeBlock, decodeIq4Nl, decodeMxfp4, decodeQ4, decodeQ5, decodeQ8 } from './blocks.ts';
import { decodeIq4Xs, decodeQ2K, decodeQ3K, decodeQ4K, decodeQ5K, decodeQ6K } from './super-blocks.ts';

/** How the elements of a tensor are stored. */
export type GgmlType =
  | { readonly kind: 'plain'; readonly name: Dtype; readonly blockElements: 1; readonly blockBytes: number }
  | {
      readonly kind: 'blocks';
      readonly name: string;
      readonly blockElements: number;
      readonly blockBytes: number;
      readonly decode: DecodeBlock;
    }
  /** Known in size, not decoded here. */
  | {
      readonly kind: 'opaque';
      readonly name: string;
      readonly blockElements: number;
      readonly blockBytes: number;
    };

const plain = (name: Dtype, blockBytes: number): GgmlType => ({
  kind: 'plain',
  name,
  blockElements: 1,
  blockBytes,
});

const blocks = (name: string, blockElements: number, blockBytes: number, decode: DecodeBlock): GgmlType => ({
  kind: 'blocks',
  name,
  blockElements,
  blockBytes,
  decode,
});

const opaque = (name: string, blockElements: number, blockBytes: number): GgmlType => ({
  kind: 'opaque',
  name,
  blockElements,
  blockBytes,
});

/**
 * Element types by their number in the file. Numbers that are missing were given up before any release of the
 * format that can be read (4, 5), hold weights rearranged for one processor (31 to 33, 36 to 38), or are new.
 *
 * Source: ggml, `enum ggml_type` in ggml.h and the block layouts in ggml-common.h.
 */
const TYPES: ReadonlyMap<number, GgmlType> = new Map([
  [0, plain('F32', 4)],
  [1, plain('F16', 2)],
  [2, blocks('Q4_0', 32, 18, decodeQ4(0))],
  [3, blocks('Q4_1', 32, 20, decodeQ4(1))],
  [6, blocks('Q5_0', 32, 22, decodeQ5(0))],
  [7, blocks('Q5_1', 32, 24, decodeQ5(1))],
  [8, blocks('Q8_0', 32, 34, decodeQ8)],
  // What ggml makes of activations while it computes; no file should hold it.
  [9, opaque('Q8_1', 32, 36)],
  [10, blocks('Q2_K', 256, 84, decodeQ2K)],
  [11, blocks('Q3_K', 256, 110, decodeQ3K)],
  [12, blocks('Q4_K', 256, 144, decodeQ4K)],
  [13, blocks('Q5_K', 256, 176, decodeQ5K)],
  [14, blocks('Q6_K', 256, 210, decodeQ6K)],
  // As Q8_1.
  [15, opaque('Q8_K', 256, 292)],
  [16, opaque('IQ2_XXS', 256, 66)],
  [17, opaque('IQ2_XS', 256, 74)],
  [18, opaque('IQ3_XXS', 256, 98)],
  [19, opaque('IQ1_S', 256, 50)],
  [20, blocks('IQ4_NL', 32, 18, decodeIq4Nl)],
  [21, opaque('IQ3_S', 256, 110)],
  [22, opaque('IQ2_S', 256, 82)],
  [23, blocks('IQ4_XS', 256, 136, decodeIq4Xs)],
  [24, plain('I8', 1)],
  [25, plain('I16', 2)],
  [26, plain('I32', 4)],
  [27, plain('I64', 8)],
  [28, plain('F64', 8)],
  [29, opaque('IQ1_M', 256, 56)],
  [30, plain('BF16', 2)],
  [34, opaque('TQ1_0', 256, 54)],
  [35, opaque('TQ2_0', 256, 66)],
  [39, blocks('MXFP4', 32, 17, decodeMxfp4)],
  [40, opaque('NVFP4', 64, 36)],
]);

/** @returns undefined for a number that stands for nothing that is known here. */
export function ggmlType(number: number): GgmlType | undefined {
  return TYPES.get(number);
}
