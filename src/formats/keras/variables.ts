/** What the variables of Keras's layers are called, in the order in which Keras makes them. */

const KERNEL = ['kernel', 'bias'];
const RECURRENT = ['kernel', 'recurrent_kernel', 'bias'];
const NORMALIZATION = ['gamma', 'beta'];

/** By the class of the layer, in the spelling of groups. */
const VARIABLES: ReadonlyMap<string, readonly string[]> = new Map([
  ['dense', KERNEL],
  ['einsum_dense', KERNEL],
  ['query_dense', KERNEL],
  ['key_dense', KERNEL],
  ['value_dense', KERNEL],
  ['output_dense', KERNEL],
  ['conv1d', KERNEL],
  ['conv2d', KERNEL],
  ['conv3d', KERNEL],
  ['conv1d_transpose', KERNEL],
  ['conv2d_transpose', KERNEL],
  ['conv3d_transpose', KERNEL],
  ['depthwise_conv1d', KERNEL],
  ['depthwise_conv2d', KERNEL],
  ['separable_conv1d', ['depthwise_kernel', 'pointwise_kernel', 'bias']],
  ['separable_conv2d', ['depthwise_kernel', 'pointwise_kernel', 'bias']],
  ['embedding', ['embeddings']],
  ['p_re_lu', ['alpha']],
  ['cell', RECURRENT],
  ['lstm_cell', RECURRENT],
  ['gru_cell', RECURRENT],
  ['simple_rnn_cell', RECURRENT],
  ['layer_normalization', NORMALIZATION],
  ['group_normalization', NORMALIZATION],
  ['batch_normalization', [...NORMALIZATION, 'moving_mean', 'moving_variance']],
]);

/** Layers that leave out a variable in the middle when told to; their names hold for the full number only. */
const ALL_OR_NONE: ReadonlySet<string> = new Set([
  'batch_normalization',
  'layer_normalization',
  'group_normalization',
]);

/** Of two layers of one class the second has a number behind its name. */
const NUMBER = /_\d+$/;

/**
 * The names of an object's variables; empty where the class is not known.
 *
 * @param key the name of its group, such as `conv2d_1`.
 */
export function variableNames(key: string, count: number): readonly string[] {
  const kind = key.replace(NUMBER, '');
  const names = VARIABLES.get(kind) ?? [];
  return ALL_OR_NONE.has(kind) && count !== names.length ? [] : names;
}

/** Variables are numbered: 10 comes after 9. */
export function compareVariables(a: string, b: string): number {
  return Number(a) - Number(b) || (a < b ? -1 : 1);
}
