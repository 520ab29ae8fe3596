import { exponential, floats, multiplyAdd } from './vector';

function sigmoid(x: v128): v128 {
  const one = f32x4.splat(1);
  return f32x4.div(one, f32x4.add(one, exponential(f32x4.neg(x))));
}

/** y = gate sigmoid(gate) up */
export function swiglu(gate: usize, up: usize, y: usize, count: i32): void {
  const bytes = (<usize>count) << 2;
  for (let at: usize = 0; at < bytes; at += 16) {
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
  const one = f32x4.splat(1);
  for (let at: usize = 0; at < bytes; at += 16) {
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
  const bytes = (<usize>half) << 2;
  const sign = f32x4.splat(direction);
  for (let r = 0; r < rows; r++) {
    for (let h = 0; h < heads; h++) {
      for (let at: usize = 0; at < bytes; at += 16) {
        const cosine = floats(cosines + at);
        const sine = f32x4.mul(floats(sines + at), sign);
        const first = floats(x + at);
        const second = floats(x + bytes + at);
        v128.store(y + at, f32x4.sub(f32x4.mul(first, cosine), f32x4.mul(second, sine)));
        v128.store(y + bytes + at, f32x4.add(f32x4.mul(second, cosine), f32x4.mul(first, sine)));
      }
      x += bytes * 2;
      y += bytes * 2;
    }
    cosines += bytes;
    sines += bytes;
  }
}
