import { collectTensors, isOptimizerState, type NamedTensor } from './collect-tensors.ts';
import { describeValue } from './describe-value.ts';
import { type MappingEntry, mappingEntries, mappingGet } from './mapping.ts';
import type { PickleValue } from './pickle-value.ts';
import { isTensorCall } from './read-tensor.ts';
import { refuse } from './refuse.ts';

/** Under which key of a checkpoint training code keeps the model, most telling first. */
const MODEL_KEYS = [
  'state_dict',
  'model_state_dict',
  'model_state',
  'model',
  'module',
  'net',
  'network',
  'weights',
  'params',
  'params_ema',
  'ema',
];

/** Keys of a checkpoint's root for what training code keeps beside the model. */
const TRAINING_KEY = /optim|scheduler|scaler|rng_state|^callbacks$|^loops$/i;

/**
 * The tensors of the model in a checkpoint. The root is the model itself, or a dict with the model among other
 * things. Then, in this order:
 *
 * 1. the first of the well-known keys whose value is a container with tensors in it; names are relative to it;
 * 2. every tensor in the root and in the containers in it, with the keys joined by dots, but for the values of
 *    keys that speak of training (optimizers, schedulers, gradient scalers, random states).
 *
 * An optimizer's state is never taken for layers.
 *
 * @throws FormatError `NO_TENSORS` when none is found, or what `collectTensors` throws.
 */
export function modelTensors(root: PickleValue, fileName: string): NamedTensor[] {
  const tensors = findModel(root, fileName);
  if (tensors.length > 0) return tensors;
  const entries = mappingEntries(root);
  const training =
    entries !== undefined && (isOptimizerState(entries) || entries.some(([key]) => isTrainingKey(key)));
  const problem = training
    ? 'it holds the state of a training run, such as an optimizer, and no model'
    : `it holds no tensors: it is ${describeValue(root)}`;
  throw refuse(fileName, 'NO_TENSORS', problem, {
    cure: 'Nothing in it was executed. Save the weights with torch.save(model.state_dict(), path), or name another file',
  });
}

function findModel(root: PickleValue, fileName: string): NamedTensor[] {
  const entries = mappingEntries(root);
  if (entries === undefined) return collectTensors(root, fileName);

  for (const key of MODEL_KEYS) {
    const value = mappingGet(entries, key);
    const tensors =
      value === undefined || isTensorCall(value) ? [] : collectTensors(value, fileName, { except: root });
    if (tensors.length > 0) return tensors;
  }
  if (isOptimizerState(entries)) return [];
  const isWanted = ([key, value]: MappingEntry) => !isTrainingKey(key) || isTensorCall(value);
  return collectTensors(root, fileName, { isWanted });
}

function isTrainingKey(key: PickleValue): boolean {
  return typeof key === 'string' && TRAINING_KEY.test(key);
}
