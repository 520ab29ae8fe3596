import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { execa } from 'execa';
import { ExitCode, ProrlError } from '../../runtime/errors.ts';
import { openBackend } from '../../runtime/tensor/backend.ts';
import { isFastProduct, requireBfloat16 } from '../../runtime/tensor/fast-math.ts';
import { testBackendName } from '../support/backend.ts';

interface Answer {
  fastMath: boolean;
  description: string;
  sameBits: boolean;
  direct: number;
  graph: number;
  small: number;
}

const refused = (message: RegExp, hint: RegExp) => (error: unknown) => {
  assert.ok(error instanceof ProrlError);
  assert.equal(error.exitCode, ExitCode.environment);
  assert.match(error.message, message);
  assert.match(error.hint ?? '', hint);
  return true;
};

describe('products of bfloat16', () => {
  it('are there on processors that say so', () => {
    requireBfloat16('flags\t\t: fpu sse avx512f avx512_bf16 amx_tile');
    requireBfloat16('processor : 0\nflags : fpu amx_bf16');
    requireBfloat16('Features\t: fp asimd bf16');
  });

  it('are refused on others, with the way to go on', () => {
    for (const info of ['', 'flags\t\t: fpu sse avx512f', 'model name : bf16\nflags : fpu']) {
      assert.throws(() => requireBfloat16(info), refused(/neither amx_bf16 nor/, /--no-fast-math/));
    }
  });

  for (const backend of ['wasm', 'cpu']) {
    it(`are refused on ${backend}`, async () => {
      await assert.rejects(
        openBackend(backend, { fastMath: true }),
        refused(/for the native backend/, /native/),
      );
    });
  }

  it('are none where nobody asked for them', () => {
    assert.equal(isFastProduct(4096, 4096, 4096), false);
  });

  describe('on native', () => {
    before(function () {
      const info = existsSync('/proc/cpuinfo') ? readFileSync('/proc/cpuinfo', 'utf8') : '';
      if (testBackendName !== 'native' || !/\b(amx_bf16|avx512_bf16)\b/.test(info)) this.skip();
    });

    async function products(...args: string[]) {
      const script = new URL('fast-product.ts', import.meta.url).pathname;
      const { stdout } = await execa(process.execPath, ['--import', 'tsx', script, ...args], {
        // What the environment asks for does not count.
        env: { ONEDNN_DEFAULT_FPMATH_MODE: 'ANY' },
      });
      return JSON.parse(stdout.trim().split('\n').at(-1)!) as Answer;
    }

    it('round the factors of large products, in graphs and outside, and repeat to the bit', async () => {
      const { fastMath, description, direct, graph, small, sameBits } = await products();
      assert.equal(fastMath, true);
      assert.match(String(description), /bfloat16 products$/);
      assert.equal(sameBits, true);
      // 8 bits of mantissa, and sums of 256 products that are at most 1 each.
      for (const off of [direct, graph]) assert.ok(off > 1e-4 && off < 0.3, `off by ${off}`);
      assert.ok(small < 1e-4, `a small one is off by ${small}`);
    }).timeout(60_000);

    it('are exact without it, whatever the environment says', async () => {
      const { fastMath, direct, graph } = await products('exact');
      assert.equal(fastMath, false);
      for (const off of [direct, graph]) assert.ok(off < 1e-4, `off by ${off}`);
    }).timeout(60_000);
  });
});
