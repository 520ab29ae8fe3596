import { ATTENTION, ATTENTION_GRADIENT, DECODE_ATTENTION, run } from './jobs';
import { address, number, setAddress, setNumber, thread } from './pool';
import { addScaled, copy, dot, exponential, floats, multiplyAdd, sumLanes, zero } from './vector';

/** scores[j] = scale (q . keys[j]) for `count` keys that lie `stride` bytes apart; four keys at a time. */
function scoresOf(
  q: usize,
  keys: usize,
  stride: usize,
  count: i32,
  width: i32,
  scale: f32,
  scores: usize,
): void {
  const bytes = (<usize>width) << 2;
  let j = 0;
  for (; j + 4 <= count; j += 4) {
    const k0 = keys + <usize>j * stride;
    const k1 = k0 + stride;
    const k2 = k1 + stride;
    const k3 = k2 + stride;
    let s0 = f32x4.splat(0);
    let s1 = f32x4.splat(0);
    let s2 = f32x4.splat(0);
    let s3 = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const part = floats(q + at);
      s0 = multiplyAdd(part, floats(k0 + at), s0);
      s1 = multiplyAdd(part, floats(k1 + at), s1);
      s2 = multiplyAdd(part, floats(k2 + at), s2);
      s3 = multiplyAdd(part, floats(k3 + at), s3);
    }
    // Transposed and added: lane j is the sum of the lanes of s_j.
    const a = v128.shuffle<f32>(s0, s1, 0, 4, 1, 5);
    const b = v128.shuffle<f32>(s0, s1, 2, 6, 3, 7);
    const c = v128.shuffle<f32>(s2, s3, 0, 4, 1, 5);
    const d = v128.shuffle<f32>(s2, s3, 2, 6, 3, 7);
    const ab = f32x4.add(a, b);
    const cd = f32x4.add(c, d);
    const low = v128.shuffle<f32>(ab, cd, 0, 1, 4, 5);
    const high = v128.shuffle<f32>(ab, cd, 2, 3, 6, 7);
    v128.store(scores + ((<usize>j) << 2), f32x4.mul(f32x4.add(low, high), f32x4.splat(scale)));
  }
  for (; j < count; j++) {
    store<f32>(scores + ((<usize>j) << 2), scale * dot(q, keys + <usize>j * stride, width));
  }
}

/** Turns scores into exp(score - shift) in place; returns their sum. The slots up to a multiple of 4 are spare. */
function exponentials(scores: usize, count: i32, shift: f32): f32 {
  const minus = f32x4.splat(shift);
  let sum = f32x4.splat(0);
  let j = 0;
  for (; j + 4 <= count; j += 4) {
    const at = scores + ((<usize>j) << 2);
    const value = exponential(f32x4.sub(floats(at), minus));
    v128.store(at, value);
    sum = f32x4.add(sum, value);
  }
  let total = sumLanes(sum);
  for (; j < count; j++) {
    const at = scores + ((<usize>j) << 2);
    const value = f32x4.extract_lane(exponential(f32x4.splat(load<f32>(at) - shift)), 0);
    store<f32>(at, value);
    total += value;
  }
  return total;
}

function highest(scores: usize, count: i32): f32 {
  let best = load<f32>(scores);
  for (let j = 1; j < count; j++) best = max(best, load<f32>(scores + ((<usize>j) << 2)));
  return best;
}

/** out += sum_j weights[j] values[j] */
function addMix(weights: usize, values: usize, stride: usize, count: i32, width: i32, out: usize): void {
  let channel = 0;
  for (; channel + 16 <= width; channel += 16) {
    const y = out + ((<usize>channel) << 2);
    let v = values + ((<usize>channel) << 2);
    let y0 = floats(y);
    let y1 = v128.load(y, 16);
    let y2 = v128.load(y, 32);
    let y3 = v128.load(y, 48);
    for (let j = 0; j < count; j++) {
      const weight = v128.load32_splat(weights + ((<usize>j) << 2));
      y0 = multiplyAdd(weight, floats(v), y0);
      y1 = multiplyAdd(weight, v128.load(v, 16), y1);
      y2 = multiplyAdd(weight, v128.load(v, 32), y2);
      y3 = multiplyAdd(weight, v128.load(v, 48), y3);
      v += stride;
    }
    v128.store(y, y0);
    v128.store(y, y1, 16);
    v128.store(y, y2, 32);
    v128.store(y, y3, 48);
  }
  for (; channel < width; channel += 4) {
    const y = out + ((<usize>channel) << 2);
    let v = values + ((<usize>channel) << 2);
    let sum = floats(y);
    for (let j = 0; j < count; j++) {
      sum = multiplyAdd(v128.load32_splat(weights + ((<usize>j) << 2)), floats(v), sum);
      v += stride;
    }
    v128.store(y, sum);
  }
}

function scaleRow(y: usize, factor: f32, width: i32): void {
  const by = f32x4.splat(factor);
  for (let i = 0; i < width; i += 4) {
    const at = y + ((<usize>i) << 2);
    v128.store(at, f32x4.mul(floats(at), by));
  }
}

// Arguments of the three jobs. A thread has `SCRATCH_BYTES` of scratch to itself.
const Q: i32 = 0;
const K: i32 = 1;
const V: i32 = 2;
const OUT: i32 = 3;
const HEADS: i32 = 4;
const KEY_VALUE_HEADS: i32 = 5;
const WIDTH: i32 = 6;
const SCRATCH: i32 = 7;
const SCRATCH_BYTES: i32 = 8;
const NORMALISERS: i32 = 9;
const SEGMENTS: i32 = 10;
const SEGMENT_COUNT: i32 = 11;
const DOUT: i32 = 12;
const DQ: i32 = 13;
const DK: i32 = 14;
const DV: i32 = 15;
const PROMPT_KEYS: i32 = 9;
const PROMPT_VALUES: i32 = 10;
const CACHED_KEYS: i32 = 11;
const CACHED_VALUES: i32 = 12;
const PLACES: i32 = 13;
const STEP: i32 = 14;
const CAPACITY: i32 = 15;

function setCommon(
  q: usize,
  k: usize,
  v: usize,
  out: usize,
  heads: i32,
  keyValueHeads: i32,
  width: i32,
  scratch: usize,
  scratchFloats: i32,
): void {
  setAddress(Q, q);
  setAddress(K, k);
  setAddress(V, v);
  setAddress(OUT, out);
  setNumber(HEADS, heads);
  setNumber(KEY_VALUE_HEADS, keyValueHeads);
  setNumber(WIDTH, width);
  setAddress(SCRATCH, scratch);
  setNumber(SCRATCH_BYTES, scratchFloats << 2);
}

function ownScratch(): usize {
  return address(SCRATCH) + thread() * <usize>number(SCRATCH_BYTES);
}

/**
 * Causal attention over segments. A segment is four integers: first row, rows, first row of its prefix, rows of
 * that; `rows` of no segment get zeros. `normalisers` gets, by row and head, the highest score and 1 / sum exp(score -
 * highest); `scratch` holds, for each thread, one row of scores and three spare slots: `scratchFloats`.
 */
export function attention(
  q: usize,
  k: usize,
  v: usize,
  out: usize,
  normalisers: usize,
  rows: i32,
  segments: usize,
  segmentCount: i32,
  heads: i32,
  keyValueHeads: i32,
  width: i32,
  scratch: usize,
  scratchFloats: i32,
): void {
  setCommon(q, k, v, out, heads, keyValueHeads, width, scratch, scratchFloats);
  setAddress(NORMALISERS, normalisers);
  setAddress(SEGMENTS, segments);
  zero(out, (<usize>(rows * heads * width)) << 2);
  run(ATTENTION, segmentCount);
}

/** One segment. */
export function attentionTask(task: i32): void {
  const q = address(Q);
  const k = address(K);
  const v = address(V);
  const out = address(OUT);
  const heads = number(HEADS);
  const keyValueHeads = number(KEY_VALUE_HEADS);
  const width = number(WIDTH);
  const scratch = ownScratch();
  const scale = <f32>1.0 / sqrt<f32>(<f32>width);
  const queryStride = (<usize>(heads * width)) << 2;
  const keyStride = (<usize>(keyValueHeads * width)) << 2;
  const headBytes = (<usize>width) << 2;
  const perGroup = heads / keyValueHeads;
  const segment = address(SEGMENTS) + ((<usize>task) << 4);
  const start = load<i32>(segment);
  const length = load<i32>(segment, 4);
  const prefixStart = load<i32>(segment, 8);
  const prefix = load<i32>(segment, 12);
  for (let h = 0; h < heads; h++) {
    const keyOffset = <usize>(h / perGroup) * headBytes;
    const prefixAt = <usize>prefixStart * keyStride + keyOffset;
    const ownAt = <usize>start * keyStride + keyOffset;
    for (let i = 0; i < length; i++) {
      const row = <usize>(start + i);
      const own = i + 1;
      const at = row * queryStride + <usize>h * headBytes;
      const ownScores = scratch + ((<usize>prefix) << 2);
      scoresOf(q + at, k + prefixAt, keyStride, prefix, width, scale, scratch);
      scoresOf(q + at, k + ownAt, keyStride, own, width, scale, ownScores);
      const shift = highest(scratch, prefix + own);
      const total = exponentials(scratch, prefix + own, shift);
      addMix(scratch, v + prefixAt, keyStride, prefix, width, out + at);
      addMix(ownScores, v + ownAt, keyStride, own, width, out + at);
      scaleRow(out + at, <f32>1.0 / total, width);
      const normaliser = address(NORMALISERS) + ((row * <usize>heads + <usize>h) << 3);
      store<f32>(normaliser, shift);
      store<f32>(normaliser, <f32>1.0 / total, 4);
    }
  }
}

/**
 * With p the weights of `attention`: dv_j += p_j dout; ds_j = p_j (dout . v_j - dout . out) scale;
 * dq = sum_j ds_j k_j; dk_j += ds_j q. `scratch` holds two rows of scores with
 * spare slots for each thread, `scratchFloats` in all.
 */
export function attentionGradient(
  q: usize,
  k: usize,
  v: usize,
  out: usize,
  normalisers: usize,
  dout: usize,
  dq: usize,
  dk: usize,
  dv: usize,
  rows: i32,
  segments: usize,
  segmentCount: i32,
  heads: i32,
  keyValueHeads: i32,
  width: i32,
  scratch: usize,
  scratchFloats: i32,
): void {
  setCommon(q, k, v, out, heads, keyValueHeads, width, scratch, scratchFloats);
  setAddress(NORMALISERS, normalisers);
  setAddress(SEGMENTS, segments);
  setNumber(SEGMENT_COUNT, segmentCount);
  setAddress(DOUT, dout);
  setAddress(DQ, dq);
  setAddress(DK, dk);
  setAddress(DV, dv);
  zero(dq, (<usize>(rows * heads * width)) << 2);
  zero(dk, (<usize>(rows * keyValueHeads * width)) << 2);
  zero(dv, (<usize>(rows * keyValueHeads * width)) << 2);
  run(ATTENTION_GRADIENT, keyValueHeads);
}

/** One head of keys and values: segments share rows of those, heads do not. */
export function attentionGradientTask(task: i32): void {
  const q = address(Q);
  const k = address(K);
  const v = address(V);
  const out = address(OUT);
  const dout = address(DOUT);
  const dq = address(DQ);
  const dk = address(DK);
  const dv = address(DV);
  const heads = number(HEADS);
  const keyValueHeads = number(KEY_VALUE_HEADS);
  const width = number(WIDTH);
  const scratch = ownScratch();
  const scratch2 = scratch + ((<usize>number(SCRATCH_BYTES)) >> 1);
  const scale = <f32>1.0 / sqrt<f32>(<f32>width);
  const queryStride = (<usize>(heads * width)) << 2;
  const keyStride = (<usize>(keyValueHeads * width)) << 2;
  const headBytes = (<usize>width) << 2;
  const perGroup = heads / keyValueHeads;
  for (let s = 0; s < number(SEGMENT_COUNT); s++) {
    const segment = address(SEGMENTS) + ((<usize>s) << 4);
    const start = load<i32>(segment);
    const length = load<i32>(segment, 4);
    const prefixStart = load<i32>(segment, 8);
    const prefix = load<i32>(segment, 12);
    for (let h = task * perGroup; h < (task + 1) * perGroup; h++) {
      const keyOffset = <usize>(h / perGroup) * headBytes;
      const prefixAt = <usize>prefixStart * keyStride + keyOffset;
      const ownAt = <usize>start * keyStride + keyOffset;
      for (let i = 0; i < length; i++) {
        const row = <usize>(start + i);
        const own = i + 1;
        const count = prefix + own;
        const at = row * queryStride + <usize>h * headBytes;
        const ownBytes = (<usize>prefix) << 2;
        scoresOf(q + at, k + prefixAt, keyStride, prefix, width, scale, scratch);
        scoresOf(q + at, k + ownAt, keyStride, own, width, scale, scratch + ownBytes);
        const normaliser = address(NORMALISERS) + ((row * <usize>heads + <usize>h) << 3);
        exponentials(scratch, count, load<f32>(normaliser));
        scaleRow(scratch, load<f32>(normaliser, 4), count);
        scoresOf(dout + at, v + prefixAt, keyStride, prefix, width, 1, scratch2);
        scoresOf(dout + at, v + ownAt, keyStride, own, width, 1, scratch2 + ownBytes);
        const along = f32x4.splat(dot(dout + at, out + at, width));
        const by = f32x4.splat(scale);
        // Reads and writes up to three spare slots past the end.
        for (let j = 0; j < count; j += 4) {
          const slot = (<usize>j) << 2;
          const difference = f32x4.sub(floats(scratch2 + slot), along);
          v128.store(scratch2 + slot, f32x4.mul(f32x4.mul(floats(scratch + slot), difference), by));
        }
        addMix(scratch2, k + prefixAt, keyStride, prefix, width, dq + at);
        addMix(scratch2 + ownBytes, k + ownAt, keyStride, own, width, dq + at);
        for (let j = 0; j < count; j++) {
          const place =
            j < prefix ? prefixAt + <usize>j * keyStride : ownAt + <usize>(j - prefix) * keyStride;
          const slot = (<usize>j) << 2;
          addScaled(dk + place, q + at, v128.load32_splat(scratch2 + slot), width);
          addScaled(dv + place, dout + at, v128.load32_splat(scratch + slot), width);
        }
      }
    }
  }
}

/**
 * One step of decoding. Each row a has a slot of the cache (`capacity` rows) into which its key and value are
 * written at `step`; it attends to its prompt's rows and to what its slot holds up to there. `places` has three
 * integers a row: slot, first row of the prompt, rows of the prompt. `scratch` is as in `attention`.
 */
export function decodeAttention(
  q: usize,
  k: usize,
  v: usize,
  out: usize,
  promptKeys: usize,
  promptValues: usize,
  cachedKeys: usize,
  cachedValues: usize,
  places: usize,
  rows: i32,
  step: i32,
  capacity: i32,
  heads: i32,
  keyValueHeads: i32,
  width: i32,
  scratch: usize,
  scratchFloats: i32,
): void {
  setCommon(q, k, v, out, heads, keyValueHeads, width, scratch, scratchFloats);
  setAddress(PROMPT_KEYS, promptKeys);
  setAddress(PROMPT_VALUES, promptValues);
  setAddress(CACHED_KEYS, cachedKeys);
  setAddress(CACHED_VALUES, cachedValues);
  setAddress(PLACES, places);
  setNumber(STEP, step);
  setNumber(CAPACITY, capacity);
  run(DECODE_ATTENTION, rows);
}

/** One row. */
export function decodeAttentionTask(task: i32): void {
  const q = address(Q);
  const k = address(K);
  const v = address(V);
  const out = address(OUT);
  const promptKeys = address(PROMPT_KEYS);
  const promptValues = address(PROMPT_VALUES);
  const cachedKeys = address(CACHED_KEYS);
  const cachedValues = address(CACHED_VALUES);
  const heads = number(HEADS);
  const keyValueHeads = number(KEY_VALUE_HEADS);
  const width = number(WIDTH);
  const scratch = ownScratch();
  const scale = <f32>1.0 / sqrt<f32>(<f32>width);
  const queryStride = (<usize>(heads * width)) << 2;
  const keyStride = (<usize>(keyValueHeads * width)) << 2;
  const headBytes = (<usize>width) << 2;
  const perGroup = heads / keyValueHeads;
  const step = number(STEP);
  const own = step + 1;
  const place = address(PLACES) + <usize>task * 12;
  const slot = <usize>(load<i32>(place) * number(CAPACITY)) * keyStride;
  const promptAt = <usize>load<i32>(place, 4) * keyStride;
  const prompt = load<i32>(place, 8);
  const here = slot + <usize>step * keyStride;
  copy(cachedKeys + here, k + <usize>task * keyStride, keyStride);
  copy(cachedValues + here, v + <usize>task * keyStride, keyStride);
  for (let h = 0; h < heads; h++) {
    const offset = <usize>(h / perGroup) * headBytes;
    const at = <usize>task * queryStride + <usize>h * headBytes;
    const ownScores = scratch + ((<usize>prompt) << 2);
    scoresOf(q + at, promptKeys + promptAt + offset, keyStride, prompt, width, scale, scratch);
    scoresOf(q + at, cachedKeys + slot + offset, keyStride, own, width, scale, ownScores);
    const total = exponentials(scratch, prompt + own, highest(scratch, prompt + own));
    zero(out + at, headBytes);
    addMix(scratch, promptValues + promptAt + offset, keyStride, prompt, width, out + at);
    addMix(ownScores, cachedValues + slot + offset, keyStride, own, width, out + at);
    scaleRow(out + at, <f32>1.0 / total, width);
  }
}
