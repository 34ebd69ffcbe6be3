/** A weight matrix in bfloat16, and how many of its shape a model has. */
export interface Shape {
  readonly name: string;
  readonly rows: number;
  readonly cols: number;
  readonly count: number;
}

export interface LanguageModel {
  readonly name: string;
  readonly shapes: readonly Shape[];
}

/** Shapes as Llama 2 has them (Touvron et al. 2023, "Llama 2", and the published `config.json`); norms are no matrices. */
export const LANGUAGE_MODELS: readonly LanguageModel[] = [
  {
    name: '7 B',
    shapes: [
      { name: 'embedding and output', rows: 32_000, cols: 4096, count: 2 },
      { name: 'query, key, value, output', rows: 4096, cols: 4096, count: 4 * 32 },
      { name: 'gate and up', rows: 11_008, cols: 4096, count: 2 * 32 },
      { name: 'down', rows: 4096, cols: 11_008, count: 32 },
    ],
  },
  {
    name: '70 B',
    shapes: [
      { name: 'embedding and output', rows: 32_000, cols: 8192, count: 2 },
      { name: 'query and output', rows: 8192, cols: 8192, count: 2 * 80 },
      { name: 'key and value, shared by 8 queries', rows: 1024, cols: 8192, count: 2 * 80 },
      { name: 'gate and up', rows: 28_672, cols: 8192, count: 2 * 80 },
      { name: 'down', rows: 8192, cols: 28_672, count: 80 },
    ],
  },
];

const BYTES_PER_WEIGHT = 2;

export const bytesOfShape = ({ rows, cols }: Shape): number => BYTES_PER_WEIGHT * rows * cols;

export const bytesOfModel = ({ shapes }: LanguageModel): number =>
  shapes.reduce((sum, shape) => sum + shape.count * bytesOfShape(shape), 0);
