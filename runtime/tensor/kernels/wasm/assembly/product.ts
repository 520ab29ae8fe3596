import { MULTIPLY, PACK, run, runAlone } from './jobs';
import { address, number, setAddress, setNumber } from './pool';
import { floats, multiplyAdd } from './vector';

// c [m, n] = a b. Both factors are packed first: a in panels of 4 rows, b in panels of 8 columns, so that a tile of
// 4 by 8 sums lives in registers and reads memory in order. A panel has `k` steps of 4 or 8 floats each.

const TILE_ROWS: i32 = 4;
const TILE_COLUMNS: i32 = 8;
/** Rows and columns of c that one task computes. */
const BLOCK: i32 = 64;

/** Multiplications below which a product is over before another thread has taken notice: some 20 microseconds. */
const WORTH_SHARING: i64 = 200_000;

// Arguments of both jobs.
const A: i32 = 0;
const B: i32 = 1;
const C: i32 = 2;
const M: i32 = 3;
const K: i32 = 4;
const N: i32 = 5;
const TRANSPOSED_A: i32 = 6;
const TRANSPOSED_B: i32 = 7;
const PACKED_A: i32 = 8;
const PACKED_B: i32 = 9;
/** Terms that are summed up before they are added to c. */
const DEPTH: i32 = 10;

function ceiling(count: i32, by: i32): i32 {
  return (count + by - 1) / by;
}

/** Floats that `product` needs of `scratch`. */
export function productScratch(m: i32, k: i32, n: i32): i32 {
  return (ceiling(m, TILE_ROWS) * TILE_ROWS + ceiling(n, TILE_COLUMNS) * TILE_COLUMNS) * k;
}

/**
 * c [m, n] = a b for a [m, k] (or [k, m], transposed) and b [k, n] (or [n, k], transposed), none of m, k, n being 0.
 * Sums are taken in the order of the terms, `depth` of them at a time.
 */
export function product(
  a: usize,
  b: usize,
  c: usize,
  m: i32,
  k: i32,
  n: i32,
  transposedA: i32,
  transposedB: i32,
  depth: i32,
  scratch: usize,
): void {
  setAddress(A, a);
  setAddress(B, b);
  setAddress(C, c);
  setNumber(M, m);
  setNumber(K, k);
  setNumber(N, n);
  setNumber(TRANSPOSED_A, transposedA);
  setNumber(TRANSPOSED_B, transposedB);
  setAddress(PACKED_A, scratch);
  setAddress(PACKED_B, scratch + ((<usize>(ceiling(m, TILE_ROWS) * TILE_ROWS * k)) << 2));
  setNumber(DEPTH, depth);
  const packs = ceiling(m, BLOCK) + ceiling(n, BLOCK);
  const blocks = ceiling(m, BLOCK) * ceiling(n, BLOCK);
  if (<i64>m * <i64>k * <i64>n < WORTH_SHARING) {
    runAlone(PACK, packs);
    runAlone(MULTIPLY, blocks);
  } else {
    run(PACK, packs);
    run(MULTIPLY, blocks);
  }
}

/** Packs one block of rows of a, or one of columns of b. */
export function packTask(task: i32): void {
  const blocksA = ceiling(number(M), BLOCK);
  if (task < blocksA) {
    pack(address(A), number(TRANSPOSED_A) == 0, number(M), task, TILE_ROWS, address(PACKED_A));
  } else {
    pack(address(B), number(TRANSPOSED_B) != 0, number(N), task - blocksA, TILE_COLUMNS, address(PACKED_B));
  }
}

/**
 * Packs lines `block * BLOCK` and on of `count`, in panels of `width` lines. Lines that lie apart have their k floats
 * side by side; others lie side by side at every step. Panels beyond the last line repeat it: no result of theirs is kept.
 */
function pack(from: usize, apart: bool, count: i32, block: i32, width: i32, to: usize): void {
  const k = number(K);
  const end = min(count, (block + 1) * BLOCK);
  for (let line = block * BLOCK; line < end; line += width) {
    const panel = to + ((<usize>(line * k)) << 2);
    for (let part = 0; part < width; part += 4) {
      const at = panel + ((<usize>part) << 2);
      if (apart) packApart(from, line + part, count, k, at, (<usize>width) << 2);
      else packSideBySide(from, line + part, count, k, at, (<usize>width) << 2);
    }
  }
}

function packApart(from: usize, line: i32, count: i32, k: i32, to: usize, step: usize): void {
  const bytes = (<usize>k) << 2;
  const last = count - 1;
  const x0 = from + <usize>min(line, last) * bytes;
  const x1 = from + <usize>min(line + 1, last) * bytes;
  const x2 = from + <usize>min(line + 2, last) * bytes;
  const x3 = from + <usize>min(line + 3, last) * bytes;
  let at: usize = 0;
  for (; at + 16 <= bytes; at += 16) {
    const r0 = floats(x0 + at);
    const r1 = floats(x1 + at);
    const r2 = floats(x2 + at);
    const r3 = floats(x3 + at);
    const a = v128.shuffle<f32>(r0, r1, 0, 4, 1, 5);
    const b = v128.shuffle<f32>(r2, r3, 0, 4, 1, 5);
    const c = v128.shuffle<f32>(r0, r1, 2, 6, 3, 7);
    const d = v128.shuffle<f32>(r2, r3, 2, 6, 3, 7);
    v128.store(to, v128.shuffle<f32>(a, b, 0, 1, 4, 5));
    v128.store(to + step, v128.shuffle<f32>(a, b, 2, 3, 6, 7));
    v128.store(to + step * 2, v128.shuffle<f32>(c, d, 0, 1, 4, 5));
    v128.store(to + step * 3, v128.shuffle<f32>(c, d, 2, 3, 6, 7));
    to += step * 4;
  }
  for (; at < bytes; at += 4) {
    store<f32>(to, load<f32>(x0 + at));
    store<f32>(to, load<f32>(x1 + at), 4);
    store<f32>(to, load<f32>(x2 + at), 8);
    store<f32>(to, load<f32>(x3 + at), 12);
    to += step;
  }
}

function packSideBySide(from: usize, line: i32, count: i32, k: i32, to: usize, step: usize): void {
  const stride = (<usize>count) << 2;
  if (line + 4 <= count) {
    from += (<usize>line) << 2;
    for (let i = 0; i < k; i++, from += stride, to += step) v128.store(to, floats(from));
    return;
  }
  const last = count - 1;
  const x0 = (<usize>min(line, last)) << 2;
  const x1 = (<usize>min(line + 1, last)) << 2;
  const x2 = (<usize>min(line + 2, last)) << 2;
  const x3 = (<usize>last) << 2;
  for (let i = 0; i < k; i++, from += stride, to += step) {
    store<f32>(to, load<f32>(from + x0));
    store<f32>(to, load<f32>(from + x1), 4);
    store<f32>(to, load<f32>(from + x2), 8);
    store<f32>(to, load<f32>(from + x3), 12);
  }
}

/** Computes one block of c. */
export function multiplyTask(task: i32): void {
  const m = number(M);
  const k = number(K);
  const n = number(N);
  const depth = number(DEPTH);
  const acrossN = ceiling(n, BLOCK);
  const rowEnd = min(m, (task / acrossN + 1) * BLOCK);
  const columnEnd = min(n, ((task % acrossN) + 1) * BLOCK);
  for (let from = 0; from < k; from += depth) {
    const terms = min(depth, k - from);
    for (let column = (task % acrossN) * BLOCK; column < columnEnd; column += TILE_COLUMNS) {
      const b = address(PACKED_B) + ((<usize>(column * k + from * TILE_COLUMNS)) << 2);
      for (let row = (task / acrossN) * BLOCK; row < rowEnd; row += TILE_ROWS) {
        const a = address(PACKED_A) + ((<usize>(row * k + from * TILE_ROWS)) << 2);
        const c = address(C) + ((<usize>(row * n + column)) << 2);
        tile(a, b, terms, c, (<usize>n) << 2, m - row, n - column, from > 0);
      }
    }
  }
}

/** One tile of c from `terms` steps of two panels; `add` adds it to what is there. */
function tile(
  a: usize,
  b: usize,
  terms: i32,
  c: usize,
  stride: usize,
  rows: i32,
  columns: i32,
  add: bool,
): void {
  let c00 = f32x4.splat(0);
  let c01 = f32x4.splat(0);
  let c10 = f32x4.splat(0);
  let c11 = f32x4.splat(0);
  let c20 = f32x4.splat(0);
  let c21 = f32x4.splat(0);
  let c30 = f32x4.splat(0);
  let c31 = f32x4.splat(0);
  const end = a + ((<usize>terms) << 4);
  // Not unrolled: measured, two, four and eight steps at a time were a quarter slower.
  while (a < end) {
    const b0 = floats(b);
    const b1 = v128.load(b, 16);
    const a0 = v128.load32_splat(a);
    c00 = multiplyAdd(a0, b0, c00);
    c01 = multiplyAdd(a0, b1, c01);
    const a1 = v128.load32_splat(a, 4);
    c10 = multiplyAdd(a1, b0, c10);
    c11 = multiplyAdd(a1, b1, c11);
    const a2 = v128.load32_splat(a, 8);
    c20 = multiplyAdd(a2, b0, c20);
    c21 = multiplyAdd(a2, b1, c21);
    const a3 = v128.load32_splat(a, 12);
    c30 = multiplyAdd(a3, b0, c30);
    c31 = multiplyAdd(a3, b1, c31);
    a += 16;
    b += 32;
  }
  put(c, c00, c01, columns, add);
  if (rows > 1) put(c + stride, c10, c11, columns, add);
  if (rows > 2) put(c + stride * 2, c20, c21, columns, add);
  if (rows > 3) put(c + stride * 3, c30, c31, columns, add);
}

/** Stores one row of a tile, as far as c has columns. */
function put(c: usize, low: v128, high: v128, columns: i32, add: bool): void {
  if (columns >= 8) {
    v128.store(c, add ? f32x4.add(floats(c), low) : low);
    v128.store(c, add ? f32x4.add(v128.load(c, 16), high) : high, 16);
    return;
  }
  let rest = low;
  if (columns >= 4) {
    v128.store(c, add ? f32x4.add(floats(c), low) : low);
    c += 16;
    columns -= 4;
    rest = high;
  }
  if (columns > 0) putOne(c, f32x4.extract_lane(rest, 0), add);
  if (columns > 1) putOne(c + 4, f32x4.extract_lane(rest, 1), add);
  if (columns > 2) putOne(c + 8, f32x4.extract_lane(rest, 2), add);
}

function putOne(c: usize, value: f32, add: bool): void {
  store<f32>(c, add ? load<f32>(c) + value : value);
}
