import { ROTATE, run, SWIGLU, SWIGLU_GRADIENT } from './jobs';
import { address, float, number, setAddress, setFloat, setNumber } from './pool';
import { exponential, floats, multiplyAdd } from './vector';

/** Bytes that one task of swiglu takes. */
const CHUNK: usize = 65536;
/** Rows that one task of a rotation takes. */
const ROWS: i32 = 64;

function chunks(bytes: usize): i32 {
  return <i32>((bytes + CHUNK - 1) / CHUNK);
}

function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

/** y = gate sigmoid(gate) up */
export function swiglu(gate: usize, up: usize, y: usize, count: i32): void {
  const bytes = (<usize>count) << 2;
  setAddress(0, gate);
  setAddress(1, up);
  setAddress(2, y);
  setAddress(3, bytes);
  run(SWIGLU, chunks(bytes));
}

export function swigluTask(task: i32): void {
  const gate = address(0);
  const up = address(1);
  const y = address(2);
  const end = min((<usize>task + 1) * CHUNK, address(3));
  for (let at = <usize>task * CHUNK; at < end; at += 16) {
    const g = floats(gate + at);
    v128.store(y + at, f32x4.mul(f32x4.mul(g, sigmoid(g)), floats(up + at)));
  }
}

/** dup = dy silu(gate); dgate = dy up (s + silu (1 - s)), s = sigmoid(gate) */
export function swigluGradient(
  gate: usize,
  up: usize,
  dy: usize,
  dgate: usize,
  dup: usize,
  count: i32,
): void {
  const bytes = (<usize>count) << 2;
  setAddress(0, gate);
  setAddress(1, up);
  setAddress(2, dy);
  setAddress(3, dgate);
  setAddress(4, dup);
  setAddress(5, bytes);
  run(SWIGLU_GRADIENT, chunks(bytes));
}

export function swigluGradientTask(task: i32): void {
  const gate = address(0);
  const up = address(1);
  const dy = address(2);
  const dgate = address(3);
  const dup = address(4);
  const one = f32x4.splat(1);
  const end = min((<usize>task + 1) * CHUNK, address(5));
  for (let at = <usize>task * CHUNK; at < end; at += 16) {
    const g = floats(gate + at);
    const d = floats(dy + at);
    const s = sigmoid(g);
    const silu = f32x4.mul(g, s);
    v128.store(dup + at, f32x4.mul(d, silu));
    v128.store(dgate + at, f32x4.mul(f32x4.mul(d, floats(up + at)), multiplyAdd(silu, f32x4.sub(one, s), s)));
  }
}

/** Turns the pairs (i, i + half) of every head by the row's angles; direction -1 turns back. */
export function rotate(
  x: usize,
  cosines: usize,
  sines: usize,
  y: usize,
  rows: i32,
  heads: i32,
  half: i32,
  direction: f32,
): void {
  setAddress(0, x);
  setAddress(1, cosines);
  setAddress(2, sines);
  setAddress(3, y);
  setNumber(4, rows);
  setNumber(5, heads);
  setNumber(6, half);
  setFloat(7, direction);
  run(ROTATE, (rows + ROWS - 1) / ROWS);
}

export function rotateTask(task: i32): void {
  const heads = number(5);
  const bytes = (<usize>number(6)) << 2;
  const sign = f32x4.splat(float(7));
  const first = task * ROWS;
  const end = min(first + ROWS, number(4));
  let x = address(0) + <usize>(first * heads) * bytes * 2;
  let y = address(3) + <usize>(first * heads) * bytes * 2;
  let cosines = address(1) + <usize>first * bytes;
  let sines = address(2) + <usize>first * bytes;
  for (let r = first; r < end; r++) {
    for (let h = 0; h < heads; h++) {
      for (let at: usize = 0; at < bytes; at += 16) {
        const cosine = floats(cosines + at);
        const sine = f32x4.mul(floats(sines + at), sign);
        const low = floats(x + at);
        const high = floats(x + bytes + at);
        v128.store(y + at, f32x4.sub(f32x4.mul(low, cosine), f32x4.mul(high, sine)));
        v128.store(y + bytes + at, f32x4.add(f32x4.mul(high, cosine), f32x4.mul(low, sine)));
      }
      x += bytes * 2;
      y += bytes * 2;
    }
    cosines += bytes;
    sines += bytes;
  }
}
