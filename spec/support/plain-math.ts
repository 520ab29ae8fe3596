/** Products in plain float64 loops: what tensors are compared with. Matrices are flat, row by row. */

export interface Product {
  readonly batch: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Whether one matrix serves the whole batch on that side. */
  readonly oneA?: boolean;
  readonly oneB?: boolean;
}

export function plainMatMul(a: ArrayLike<number>, b: ArrayLike<number>, shape: Product): Float64Array {
  const { batch, m, k, n, transposeA, transposeB, oneA = false, oneB = false } = shape;
  const out = new Float64Array(batch * m * n);
  for (let i = 0; i < batch; i++) {
    const baseA = oneA ? 0 : i * m * k;
    const baseB = oneB ? 0 : i * k * n;
    for (let row = 0; row < m; row++) {
      for (let column = 0; column < n; column++) {
        let sum = 0;
        for (let inner = 0; inner < k; inner++) {
          const left = a[baseA + (transposeA ? inner * m + row : row * k + inner)] as number;
          const right = b[baseB + (transposeB ? column * k + inner : inner * n + column)] as number;
          sum += left * right;
        }
        out[(i * m + row) * n + column] = sum;
      }
    }
  }
  return out;
}

/** Numbers between -1 and 1 that look random and are the same every time. */
export function spread(count: number, seed = 1): Float32Array {
  return Float32Array.from({ length: count }, (_, i) => Math.sin((i + 1) * 12.9898 * (seed + 0.618)));
}

/** The largest absolute difference. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  if (a.length !== b.length) return Infinity;
  let largest = 0;
  for (let i = 0; i < a.length; i++) {
    const gap = Math.abs((a[i] as number) - (b[i] as number));
    // NaN is as far off as can be; Math.max would lose it only in one order of its arguments.
    largest = Number.isNaN(gap) ? Infinity : Math.max(largest, gap);
  }
  return largest;
}
