/**
 * `npm run bench:fast-math [-- --size 2M4]... [--rounds N] [--out FILE]`: what products of bfloat16 gain on native, and
 * how far they are off. Both work on the same model in turns, each in a process of its own; the error is that of log
 * probabilities and of the gradient's norm on the same sequences. JSON on stdout, lines for people on stderr.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { makeModel, startProrl, time, type Contestant, type Work } from './contestant.ts';
import { thisMachine } from './machine.ts';
import { sizeOf, type SizeName } from './sizes.ts';
import { spreadOf, type Spread } from './spread.ts';

interface Row {
  size: SizeName;
  /** Seconds of float32 by seconds of bfloat16. */
  rollout: Spread;
  update: Spread;
  step: Spread;
  /** Of the log probabilities of chosen tokens, in nats: the mean and the greatest of their distances. */
  logps: { mean: number; greatest: number };
  /** How far the two gradients' norms are apart, as a share of the exact one. */
  gradNorm: number;
}

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true, default: ['2M4', '135M'] },
    rounds: { type: 'string', default: '3' },
    out: { type: 'string' },
  },
});
const chosen = values.size as SizeName[];
chosen.forEach(sizeOf);
const rounds = Number(values.rounds);

const rows: Row[] = [];
for (const size of chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'prorl-bench-'));
  try {
    await makeModel(size, folder);
    rows.push(await compare(size, folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
const text = `${JSON.stringify({ machine: thisMachine(), rows }, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
process.stdout.write(text);

async function compare(size: SizeName, folder: string): Promise<Row> {
  const exact = await startProrl('native', size, folder);
  const fast = await startProrl('native', size, folder, { fastMath: true });
  try {
    const { sequences } = await exact.process.ask<{ sequences: object[] }>({ do: 'batch' });
    const judge = ({ process }: Contestant) =>
      process.ask<{ logps: number[][]; gradNorm: number }>({ do: 'judge', sequences });
    const [right, near] = [await judge(exact), await judge(fast)];
    const off = right.logps.flatMap((of_T, i) => of_T.map((logp, t) => Math.abs(logp - near.logps[i]![t]!)));
    const row: Row = {
      size,
      rollout: await gain('rollout', exact, fast),
      update: await gain('update', exact, fast),
      step: await gain('step', exact, fast),
      logps: { mean: off.reduce((sum, one) => sum + one, 0) / off.length, greatest: Math.max(...off) },
      gradNorm: Math.abs(near.gradNorm / right.gradNorm - 1),
    };
    const gains = (['rollout', 'update', 'step'] as const).map((work) => {
      const { median, least, greatest } = row[work];
      return `${work} ${median.toFixed(2)} (${least.toFixed(2)} to ${greatest.toFixed(2)})`;
    });
    process.stderr.write(
      `${size}: ${gains.join(', ')} times as fast; log probabilities off by ${row.logps.mean.toExponential(1)} ` +
        `(at most ${row.logps.greatest.toExponential(1)}), gradient norm by ${row.gradNorm.toExponential(1)}\n`,
    );
    return row;
  } finally {
    await exact.process.close();
    await fast.process.close();
  }
}

/** Pairs in turns, after one that does not count. */
async function gain(work: Work, exact: Contestant, fast: Contestant): Promise<Spread> {
  const ratios: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const seconds = new Map<Contestant, number>();
    for (const side of round % 2 === 0 ? [exact, fast] : [fast, exact]) {
      seconds.set(side, (await time(side, work)).seconds);
    }
    const [a, b] = [seconds.get(exact)!, seconds.get(fast)!];
    process.stderr.write(`  ${work}: float32 ${a.toFixed(2)} s, bfloat16 ${b.toFixed(2)} s\n`);
    if (round > 0) ratios.push(a / b);
  }
  return spreadOf(ratios);
}
