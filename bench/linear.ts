/**
 * `npm run bench:linear [-- --size 2M4] [--backend native]... [--rounds N] [--out FILE]`: the time of a whole GRPO step
 * with 1, 2, 4 and 8 times as many tokens: by more prompts, and by longer responses. Each kind is measured in processes
 * that take turns, one for each number. JSON on stdout, a table on stderr.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeModel, startProrl, time, type Changes, type Contestant } from './contestant.ts';
import { thisMachine } from './machine.ts';
import { floorOf } from './peers/floor.ts';
import { sizeOf, type Size, type SizeName } from './sizes.ts';
import { spreadOf, type Spread } from './spread.ts';

interface Row {
  backend: string;
  /** What grows. */
  by: 'prompts' | 'length';
  prompts: number;
  maxTokens: number;
  /** Through the model: those of responses and, once for each group, of prompts. */
  tokens: number;
  seconds: Spread;
  /** Floating-point operations of the step's products by the token, as a multiple of the first row's. */
  operations: number;
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '2M4' },
    backend: { type: 'string', multiple: true, default: ['native', 'wasm'] },
    rounds: { type: 'string', default: '1' },
    out: { type: 'string' },
  },
});
const name = values.size as SizeName;
const size: Size = sizeOf(name);
const times = [1, 2, 4, 8];
/** An eighth of the size's prompts, and of the longest response that its context holds. */
const kinds: Record<Row['by'], (n: number) => Required<Pick<Changes, 'prompts' | 'maxTokens'>>> = {
  prompts: (n) => ({ prompts: (size.prompts / 8) * n, maxTokens: size.maxTokens }),
  length: (n) => ({ prompts: size.prompts / 8, maxTokens: 24 * n }),
};

const folder = mkdtempSync(join(tmpdir(), 'prorl-bench-'));
const rows: Row[] = [];
try {
  await makeModel(name, folder);
  for (const backend of values.backend) {
    for (const by of ['prompts', 'length'] as const) rows.push(...(await measure(backend, by)));
  }
} finally {
  rmSync(folder, { recursive: true });
}
const text = `${JSON.stringify({ machine: thisMachine(), size: name, rows }, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
process.stdout.write(text);

async function measure(backend: string, by: Row['by']): Promise<Row[]> {
  const sides: Contestant[] = [];
  try {
    for (const n of times) sides.push(await startProrl(backend, name, folder, kinds[by](n)));
    const seconds: number[][] = times.map(() => []);
    for (let round = 0; round <= Number(values.rounds); round++) {
      for (const [i, side] of sides.entries()) {
        const one = await time(side, 'step');
        if (round > 0) seconds[i]!.push(one.seconds);
      }
    }
    const perToken = times.map((n) => {
      const of = { ...size, ...kinds[by](n) };
      const { rollout, reference, update } = floorOf(of);
      return (rollout + reference + update) / tokensOf(of);
    });
    return times.map((n, i) => {
      const { prompts, maxTokens } = kinds[by](n);
      const tokens = tokensOf({ ...size, prompts, maxTokens });
      const spread = spreadOf(seconds[i]!);
      process.stderr.write(
        `${backend.padEnd(8)}${by.padEnd(9)}x${n}  ${String(tokens).padStart(6)} tokens  ${spread.median.toFixed(2).padStart(7)} s` +
          `  ${((1e6 * spread.median) / tokens).toFixed(0).padStart(5)} us a token\n`,
      );
      return {
        backend,
        by,
        prompts,
        maxTokens,
        tokens,
        seconds: spread,
        operations: perToken[i]! / perToken[0]!,
      };
    });
  } finally {
    for (const { process } of sides) await process.close();
  }
}

function tokensOf({ prompts, samples, promptTokens, maxTokens }: Size): number {
  return prompts * (promptTokens + samples * maxTokens);
}
