// Plain stochastic gradient descent for perceptrons of three dense layers with ReLU, softmax and cross-entropy, in
// float32. Every sum has one order and nothing is fused, so that the same input gives the same bits on every machine;
// exp and log are the compiler's own, compiled along.
//
// A layer's weights have one row for each input, `stride` float32 long (outputs, then zeros up to a multiple of four),
// so that an input that is zero costs nothing. Pointers are byte offsets in the memory.

const LANES: i32 = 4;
const BYTES: i32 = 4;

class Layer {
  inputs: i32 = 0;
  outputs: i32 = 0;
  stride: i32 = 0;
  weights: usize = 0;
  biases: usize = 0;
  isTrained: bool = false;
}

const first = new Layer();
const second = new Layer();
const third = new Layer();

/** Nonzero inputs of the examples: where each example's begin, which inputs they are, and what they are. */
let starts: usize = 0;
let indices: usize = 0;
let values: usize = 0;
let labels: usize = 0;

/** One slot for each example of a batch; see `slotBytes`. */
let slots: usize = 0;

export function setLayer(index: i32, inputs: i32, outputs: i32, weights: usize, biases: usize, isTrained: bool): void {
  const layer = layerAt(index);
  layer.inputs = inputs;
  layer.outputs = outputs;
  layer.stride = strideOf(outputs);
  layer.weights = weights;
  layer.biases = biases;
  layer.isTrained = isTrained;
}

/** starts: u32 × (examples + 1); indices: u16; values: f32; labels: u8. */
export function setExamples(startsAt: usize, indicesAt: usize, valuesAt: usize, labelsAt: usize): void {
  starts = startsAt;
  indices = indicesAt;
  values = valuesAt;
  labels = labelsAt;
}

export function setSlots(at: usize): void {
  slots = at;
}

/** Bytes that an example takes while it is learned from: outputs and deltas of each layer. */
export function slotBytes(): i32 {
  return 2 * BYTES * (first.stride + second.stride + third.stride);
}

/**
 * One pass over the examples in the given order (u32 each). Gradients of a batch are taken at the same weights, and
 * averaged over the batch.
 *
 * @returns the mean loss, each example's taken just before its batch was learned.
 */
export function trainEpoch(order: usize, count: i32, batchSize: i32, learningRate: f64): f64 {
  let loss: f64 = 0;
  for (let start = 0; start < count; start += batchSize) {
    const size = min(batchSize, count - start);
    for (let i = 0; i < size; i++) {
      const example = load<u32>(order + ((start + i) << 2));
      const slot = slots + i * slotBytes();
      forward(example, slot);
      loss += lossAndDeltas(example, slot);
    }
    const rate = <f32>(learningRate / <f64>size);
    for (let i = 0; i < size; i++) {
      descend(load<u32>(order + ((start + i) << 2)), slots + i * slotBytes(), rate);
    }
  }
  return loss / <f64>count;
}

/** @returns of `count` examples from the first on, how many get their largest output for their label. */
export function countRight(count: i32): i32 {
  let right = 0;
  for (let example = 0; example < count; example++) {
    forward(example, slots);
    const outputs = slots + BYTES * (first.stride + second.stride);
    let best = 0;
    for (let j = 1; j < third.outputs; j++) {
      if (load<f32>(outputs + (j << 2)) > load<f32>(outputs + (best << 2))) best = j;
    }
    if (best == <i32>load<u8>(labels + example)) right++;
  }
  return right;
}

function layerAt(index: i32): Layer {
  return index == 0 ? first : index == 1 ? second : third;
}

function strideOf(outputs: i32): i32 {
  return (outputs + LANES - 1) & ~(LANES - 1);
}

/** Leaves each layer's outputs in the slot: of the first two after ReLU, of the last before softmax. */
function forward(example: u32, slot: usize): void {
  const hidden1 = slot;
  const hidden2 = hidden1 + BYTES * first.stride;
  const outputs = hidden2 + BYTES * second.stride;

  memory.copy(hidden1, first.biases, BYTES * first.stride);
  const begin = load<u32>(starts + (example << 2));
  const end = load<u32>(starts + ((example + 1) << 2));
  let at = begin;
  for (; at + 4 <= end; at += 4) {
    addRows4(
      hidden1, first.stride,
      row(first, load<u16>(indices + (at << 1))), load<f32>(values + (at << 2)),
      row(first, load<u16>(indices + ((at + 1) << 1))), load<f32>(values + ((at + 1) << 2)),
      row(first, load<u16>(indices + ((at + 2) << 1))), load<f32>(values + ((at + 2) << 2)),
      row(first, load<u16>(indices + ((at + 3) << 1))), load<f32>(values + ((at + 3) << 2)),
    );
  }
  for (; at < end; at++) {
    addRow(hidden1, first.stride, row(first, load<u16>(indices + (at << 1))), load<f32>(values + (at << 2)));
  }
  rectify(hidden1, first.stride);
  dense(second, hidden1, hidden2);
  rectify(hidden2, second.stride);
  dense(third, hidden2, outputs);
}

function dense(layer: Layer, inputs: usize, outputs: usize): void {
  memory.copy(outputs, layer.biases, BYTES * layer.stride);
  for (let i = 0; i < layer.inputs; i++) {
    const value = load<f32>(inputs + (i << 2));
    if (value != 0) addRow(outputs, layer.stride, row(layer, i), value);
  }
}

/** Softmax and cross-entropy, then their gradient by each layer's sums, which is left in the slot. */
function lossAndDeltas(example: u32, slot: usize): f64 {
  const hidden1 = slot;
  const hidden2 = hidden1 + BYTES * first.stride;
  const outputs = hidden2 + BYTES * second.stride;
  const delta1 = outputs + BYTES * third.stride;
  const delta2 = delta1 + BYTES * first.stride;
  const delta3 = delta2 + BYTES * second.stride;

  let largest = load<f32>(outputs);
  for (let j = 1; j < third.outputs; j++) largest = max(largest, load<f32>(outputs + (j << 2)));
  let total: f64 = 0;
  for (let j = 0; j < third.outputs; j++) total += Math.exp(<f64>load<f32>(outputs + (j << 2)) - <f64>largest);
  const label = <i32>load<u8>(labels + example);
  for (let j = 0; j < third.outputs; j++) {
    const probability = Math.exp(<f64>load<f32>(outputs + (j << 2)) - <f64>largest) / total;
    store<f32>(delta3 + (j << 2), <f32>(probability - (j == label ? 1 : 0)));
  }
  for (let j = third.outputs; j < third.stride; j++) store<f32>(delta3 + (j << 2), 0);
  propagateBack(third, hidden2, delta3, delta2);
  propagateBack(second, hidden1, delta2, delta1);
  return Math.log(total) - (<f64>load<f32>(outputs + (label << 2)) - <f64>largest);
}

/** The gradient by a layer's inputs, which is zero where ReLU let nothing through. */
function propagateBack(layer: Layer, inputs: usize, delta: usize, before: usize): void {
  for (let i = 0; i < layer.inputs; i++) {
    store<f32>(before + (i << 2), load<f32>(inputs + (i << 2)) > 0 ? dot(row(layer, i), delta, layer.stride) : 0);
  }
  for (let i = layer.inputs; i < strideOf(layer.inputs); i++) store<f32>(before + (i << 2), 0);
}

function descend(example: u32, slot: usize, rate: f32): void {
  const hidden1 = slot;
  const hidden2 = hidden1 + BYTES * first.stride;
  const delta1 = hidden2 + BYTES * (second.stride + third.stride);
  const delta2 = delta1 + BYTES * first.stride;
  const delta3 = delta2 + BYTES * second.stride;
  if (first.isTrained) {
    const end = load<u32>(starts + ((example + 1) << 2));
    for (let at = load<u32>(starts + (example << 2)); at < end; at++) {
      const step = -rate * load<f32>(values + (at << 2));
      addRow(row(first, load<u16>(indices + (at << 1))), first.stride, delta1, step);
    }
    addRow(first.biases, first.stride, delta1, -rate);
  }
  if (second.isTrained) descendDense(second, hidden1, delta2, rate);
  if (third.isTrained) descendDense(third, hidden2, delta3, rate);
}

function descendDense(layer: Layer, inputs: usize, delta: usize, rate: f32): void {
  for (let i = 0; i < layer.inputs; i++) {
    const value = load<f32>(inputs + (i << 2));
    if (value != 0) addRow(row(layer, i), layer.stride, delta, -rate * value);
  }
  addRow(layer.biases, layer.stride, delta, -rate);
}

// @ts-expect-error: decorator
@inline
function row(layer: Layer, input: i32): usize {
  return layer.weights + <usize>input * layer.stride * BYTES;
}

/** target += value · source, `length` being a multiple of four. */
// @ts-expect-error: decorator
@inline
function addRow(target: usize, length: i32, source: usize, value: f32): void {
  const factor = f32x4.splat(value);
  for (let j = 0; j < length << 2; j += 16) {
    v128.store(target + j, f32x4.add(v128.load(target + j), f32x4.mul(factor, v128.load(source + j))));
  }
}

/** The same for four rows, one after another in every element. */
// @ts-expect-error: decorator
@inline
function addRows4(
  target: usize, length: i32, a: usize, x: f32, b: usize, y: f32, c: usize, z: f32, d: usize, w: f32,
): void {
  const fx = f32x4.splat(x);
  const fy = f32x4.splat(y);
  const fz = f32x4.splat(z);
  const fw = f32x4.splat(w);
  for (let j = 0; j < length << 2; j += 16) {
    let sum = v128.load(target + j);
    sum = f32x4.add(sum, f32x4.mul(fx, v128.load(a + j)));
    sum = f32x4.add(sum, f32x4.mul(fy, v128.load(b + j)));
    sum = f32x4.add(sum, f32x4.mul(fz, v128.load(c + j)));
    sum = f32x4.add(sum, f32x4.mul(fw, v128.load(d + j)));
    v128.store(target + j, sum);
  }
}

function rectify(at: usize, length: i32): void {
  const zero = f32x4.splat(0);
  for (let j = 0; j < length << 2; j += 16) v128.store(at + j, f32x4.max(v128.load(at + j), zero));
}

function dot(a: usize, b: usize, length: i32): f32 {
  let sum = f32x4.splat(0);
  for (let j = 0; j < length << 2; j += 16) sum = f32x4.add(sum, f32x4.mul(v128.load(a + j), v128.load(b + j)));
  return (
    f32x4.extract_lane(sum, 0) + f32x4.extract_lane(sum, 1) + (f32x4.extract_lane(sum, 2) + f32x4.extract_lane(sum, 3))
  );
}
