// Four floats at a time. Addresses and lengths are in bytes and elements as tfjs's WebAssembly heap has them.

export function floats(address: usize): v128 {
  return v128.load(address);
}

export function multiplyAdd(a: v128, b: v128, sum: v128): v128 {
  return f32x4.add(f32x4.mul(a, b), sum);
}

export function sumLanes(a: v128): f32 {
  return (
    f32x4.extract_lane(a, 0) +
    f32x4.extract_lane(a, 1) +
    (f32x4.extract_lane(a, 2) + f32x4.extract_lane(a, 3))
  );
}

/** e^x to about 1e-7, with x held to [-87, 88]: x = n ln 2 + r, a polynomial in r (Cephes' expf), times 2^n. */
export function exponential(x: v128): v128 {
  x = f32x4.max(f32x4.min(x, f32x4.splat(88.0)), f32x4.splat(-87.0));
  const n = f32x4.nearest(f32x4.mul(x, f32x4.splat(1.44269504088896341)));
  let r = f32x4.sub(x, f32x4.mul(n, f32x4.splat(0.693359375)));
  r = f32x4.sub(r, f32x4.mul(n, f32x4.splat(-2.1219444e-4)));
  let p = multiplyAdd(f32x4.splat(1.98756915e-4), r, f32x4.splat(1.3981999507e-3));
  p = multiplyAdd(p, r, f32x4.splat(8.3334519073e-3));
  p = multiplyAdd(p, r, f32x4.splat(4.1665795894e-2));
  p = multiplyAdd(p, r, f32x4.splat(1.6666665459e-1));
  p = multiplyAdd(p, r, f32x4.splat(5.0000001201e-1));
  p = multiplyAdd(p, f32x4.mul(r, r), f32x4.add(r, f32x4.splat(1.0)));
  const power = i32x4.shl(i32x4.add(i32x4.trunc_sat_f32x4_s(n), i32x4.splat(127)), 23);
  return f32x4.mul(p, power);
}

/** The inner product of two runs of `count` floats; `count` is a multiple of 4. */
export function dot(a: usize, b: usize, count: i32): f32 {
  let sum = f32x4.splat(0);
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    sum = multiplyAdd(floats(a + at), floats(b + at), sum);
  }
  return sumLanes(sum);
}

/** y += factor x over `count` floats; `count` is a multiple of 4. */
export function addScaled(y: usize, x: usize, factor: v128, count: i32): void {
  for (let i = 0; i < count; i += 4) {
    const at = (<usize>i) << 2;
    v128.store(y + at, multiplyAdd(floats(x + at), factor, floats(y + at)));
  }
}

// What memory.fill and memory.copy do, which check the memory's size as a thread knows it: it may have grown since.

/** Zeros for a number of bytes that is a multiple of 16. */
export function zero(to: usize, bytes: usize): void {
  const zeros = f32x4.splat(0);
  for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, zeros);
}

/** Copies a number of bytes that is a multiple of 16. */
export function copy(to: usize, from: usize, bytes: usize): void {
  for (let at: usize = 0; at < bytes; at += 16) v128.store(to + at, floats(from + at));
}
