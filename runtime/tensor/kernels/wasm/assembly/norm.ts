import { RMS_NORM, run } from './jobs';
import { address, float, number, setAddress, setFloat, setNumber } from './pool';
import { dot, floats, multiplyAdd, sumLanes, zero } from './vector';

/** Rows that one task takes. */
const ROWS: i32 = 64;

/** y = x * inverse * gain, inverse = 1 / sqrt(mean(x^2) + epsilon), row by row */
export function rmsNorm(
  x: usize,
  gain: usize,
  y: usize,
  inverses: usize,
  rows: i32,
  width: i32,
  epsilon: f32,
): void {
  setAddress(0, x);
  setAddress(1, gain);
  setAddress(2, y);
  setAddress(3, inverses);
  setNumber(4, rows);
  setNumber(5, width);
  setFloat(6, epsilon);
  run(RMS_NORM, (rows + ROWS - 1) / ROWS);
}

export function rmsNormTask(task: i32): void {
  const gain = address(1);
  const inverses = address(3);
  const width = number(5);
  const epsilon = float(6);
  const bytes = (<usize>width) << 2;
  const first = task * ROWS;
  const end = min(first + ROWS, number(4));
  let x = address(0) + <usize>first * bytes;
  let y = address(2) + <usize>first * bytes;
  for (let r = first; r < end; r++) {
    const inverse = <f32>1.0 / sqrt<f32>(dot(x, x, width) / <f32>width + epsilon);
    store<f32>(inverses + ((<usize>r) << 2), inverse);
    const factor = f32x4.splat(inverse);
    for (let at: usize = 0; at < bytes; at += 16) {
      v128.store(y + at, f32x4.mul(f32x4.mul(floats(x + at), factor), floats(gain + at)));
    }
    x += bytes;
    y += bytes;
  }
}

/** dx = inverse (dy gain - unit mean(dy gain unit)), dgain = sum over rows of dy unit, unit = x inverse */
export function rmsNormGradient(
  x: usize,
  gain: usize,
  inverses: usize,
  dy: usize,
  dx: usize,
  dgain: usize,
  rows: i32,
  width: i32,
): void {
  const bytes = (<usize>width) << 2;
  zero(dgain, bytes);
  for (let r = 0; r < rows; r++) {
    const inverse = load<f32>(inverses + ((<usize>r) << 2));
    const factor = f32x4.splat(inverse);
    let along = f32x4.splat(0);
    for (let at: usize = 0; at < bytes; at += 16) {
      const dyUnit = f32x4.mul(floats(dy + at), f32x4.mul(floats(x + at), factor));
      v128.store(dgain + at, f32x4.add(floats(dgain + at), dyUnit));
      along = multiplyAdd(dyUnit, floats(gain + at), along);
    }
    const mean = f32x4.splat((sumLanes(along) / <f32>width) * inverse);
    for (let at: usize = 0; at < bytes; at += 16) {
      const direct = f32x4.mul(floats(dy + at), floats(gain + at));
      v128.store(dx + at, f32x4.mul(factor, f32x4.sub(direct, f32x4.mul(floats(x + at), mean))));
    }
    x += bytes;
    dy += bytes;
    dx += bytes;
  }
}
