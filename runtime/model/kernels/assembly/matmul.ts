import { floats, multiplyAdd } from './vector';

/** Rows of a and b taken at a time, so that both stay in the processor's cache while all of c is visited. */
const blockRows = 256;

/**
 * c [m, k] = a^T b for a [n, m] and b [n, k]; m and k are multiples of 4. Tiles of 4 by 8 are kept in registers.
 */
export function transposedProduct(a: usize, b: usize, c: usize, n: i32, m: i32, k: i32): void {
  const strideA = (<usize>m) << 2;
  const strideB = (<usize>k) << 2;
  memory.fill(c, 0, <usize>m * strideB);
  for (let from = 0; from < n; from += blockRows) {
    const count = min(blockRows, n - from);
    const blockA = a + <usize>from * strideA;
    const blockB = b + <usize>from * strideB;
    for (let column = 0; column < k; column += 8) {
      const tileB = blockB + ((<usize>column) << 2);
      for (let row = 0; row < m; row += 4) {
        const tileA = blockA + ((<usize>row) << 2);
        const tileC = c + <usize>row * strideB + ((<usize>column) << 2);
        if (column + 8 <= k) tile8(tileA, strideA, tileB, strideB, tileC, count);
        else tile4(tileA, strideA, tileB, strideB, tileC, count);
      }
    }
  }
}

function addTo(c: usize, value: v128): void {
  v128.store(c, f32x4.add(floats(c), value));
}

function tile8(a: usize, strideA: usize, b: usize, strideB: usize, c: usize, count: i32): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  for (let i = 0; i < count; i++) {
    const b0 = floats(b);
    const b1 = v128.load(b, 16);
    let factor = v128.load32_splat(a);
    c00 = multiplyAdd(factor, b0, c00);
    c01 = multiplyAdd(factor, b1, c01);
    factor = v128.load32_splat(a, 4);
    c10 = multiplyAdd(factor, b0, c10);
    c11 = multiplyAdd(factor, b1, c11);
    factor = v128.load32_splat(a, 8);
    c20 = multiplyAdd(factor, b0, c20);
    c21 = multiplyAdd(factor, b1, c21);
    factor = v128.load32_splat(a, 12);
    c30 = multiplyAdd(factor, b0, c30);
    c31 = multiplyAdd(factor, b1, c31);
    a += strideA;
    b += strideB;
  }
  addTo(c, c00);
  addTo(c + 16, c01);
  addTo(c + strideB, c10);
  addTo(c + strideB + 16, c11);
  addTo(c + strideB * 2, c20);
  addTo(c + strideB * 2 + 16, c21);
  addTo(c + strideB * 3, c30);
  addTo(c + strideB * 3 + 16, c31);
}

function tile4(a: usize, strideA: usize, b: usize, strideB: usize, c: usize, count: i32): void {
  let c0 = f32x4.splat(0);
  let c1 = f32x4.splat(0);
  let c2 = f32x4.splat(0);
  let c3 = f32x4.splat(0);
  for (let i = 0; i < count; i++) {
    const b0 = floats(b);
    c0 = multiplyAdd(v128.load32_splat(a), b0, c0);
    c1 = multiplyAdd(v128.load32_splat(a, 4), b0, c1);
    c2 = multiplyAdd(v128.load32_splat(a, 8), b0, c2);
    c3 = multiplyAdd(v128.load32_splat(a, 12), b0, c3);
    a += strideA;
    b += strideB;
  }
  addTo(c, c0);
  addTo(c + strideB, c1);
  addTo(c + strideB * 2, c2);
  addTo(c + strideB * 3, c3);
}
