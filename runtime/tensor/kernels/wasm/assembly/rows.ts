import { addScaled } from './vector';

/** out[r] = table[rows[r]] */
export function gatherRows(table: usize, rows: usize, count: i32, width: i32, out: usize): void {
  const bytes = (<usize>width) << 2;
  for (let r = 0; r < count; r++) {
    memory.copy(out + <usize>r * bytes, table + <usize>load<i32>(rows + ((<usize>r) << 2)) * bytes, bytes);
  }
}

/** out[rows[r]] += x[r], from an out of zeros */
export function scatterRows(x: usize, rows: usize, count: i32, width: i32, out: usize, height: i32): void {
  const bytes = (<usize>width) << 2;
  memory.fill(out, 0, <usize>height * bytes);
  const one = f32x4.splat(1);
  for (let r = 0; r < count; r++) {
    addScaled(out + <usize>load<i32>(rows + ((<usize>r) << 2)) * bytes, x + <usize>r * bytes, one, width);
  }
}
