import { existsSync, readFileSync } from 'node:fs';
import { ExitCode, ProrlError } from '../errors.ts';
import type { BackendName } from './backend-types.ts';

/**
 * Multiplications and additions from which on a product is worth rounding its factors for: below, the conversion takes
 * longer than it saves (spec/decisions/20261201-fast-math.md).
 */
const WORTH = 2 ** 23;

/** What the process was told; it holds for good. */
let told: boolean | undefined;

/** Whether large products round their factors to bfloat16, and add in float32. */
export function fastMath(): boolean {
  return told === true;
}

/** Whether a product of [m, k] and [k, n] does so. */
export function isFastProduct(m: number, k: number, n: number): boolean {
  return fastMath() && m * k * n >= WORTH;
}

/**
 * Tells oneDNN, which multiplies for TensorFlow on a processor, how exact products are to be. It reads this once, at
 * its first product; what the environment said before does not count, so that a run's record says what it did. Throws
 * a RangeError where the process was told otherwise before.
 */
export function setFastMath(on: boolean): void {
  if (told === !on) throw new RangeError(`this process multiplies ${on ? 'exactly' : 'in bfloat16'} already`);
  told = on;
  process.env['ONEDNN_DEFAULT_FPMATH_MODE'] = on ? 'BF16' : 'STRICT';
  delete process.env['DNNL_DEFAULT_FPMATH_MODE'];
  delete process.env['TF_SET_ONEDNN_FPMATH_MODE'];
}

/** Throws a ProrlError (environment) where this machine's processor has no instructions for bfloat16. */
export function requireBfloat16(info = readProcessor()): void {
  if (/^(?:flags|Features)\s*:.*\b(?:amx_bf16|avx512_bf16|bf16)\b/m.test(info)) return;
  throw new ProrlError(
    '--fast-math needs a processor that multiplies bfloat16: this one has neither amx_bf16 nor avx512_bf16.',
    {
      exitCode: ExitCode.environment,
      hint: 'Leave --fast-math out: products are float32 then. A run that began with it goes on by `prorl resume DIR --no-fast-math`, no longer the same to the bit.',
    },
  );
}

function readProcessor(): string {
  const path = '/proc/cpuinfo';
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** What is said where products of another backend were to be bfloat16. */
export function noFastMath(backend: BackendName): ProrlError {
  return new ProrlError(`--fast-math is for the native backend; ${backend} has no bfloat16 products.`, {
    exitCode: ExitCode.environment,
    hint: 'Leave --fast-math out, or run on --backend native (`prorl backend install native`).',
  });
}
