/** Test accuracy and alpha of the first layer, by batch size, as others measured them. */
export type Reference = ReadonlyMap<number, readonly [testAccuracy: number, alpha: number]>;

export const PUBLISHED_FIGURES: { readonly published: Reference; readonly everyLayer: Reference } = {
  /**
   * The author's notebook on this experiment (TensorFlow 2.8, WeightWatcher 0.5.6), read off its plots to ±0.002.
   */
  published: new Map([
    [32, [0.9794, 3.52]],
    [16, [0.9795, 3.36]],
    [8, [0.9814, 3.12]],
    [4, [0.9829, 2.84]],
    [2, [0.9839, 2.39]],
    [1, [0.9812, 1.92]],
  ]),
  /** PyTorch, seed 1, analysed by WeightWatcher 0.7.7. */
  everyLayer: new Map([
    [32, [0.926, 2.75]],
    [16, [0.941, 2.54]],
    [8, [0.946, 2.39]],
    [4, [0.95, 2.1]],
    [2, [0.95, 1.73]],
    [1, [0.886, 1.44]],
  ]),
};
