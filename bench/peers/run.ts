/**
 * `npm run bench:peers`: prorl beside transformers generate, torch and TRL's GRPOTrainer, in one run, in turns.
 *   --size NAME      nano, 2M4, 30M or 135M; may be repeated; default: the last three
 *   --rounds N       pairs of each kind of work that count, default 5
 *   --short          one round of nano: whether it runs, not how fast
 *   --backend NAME   of prorl, default: native
 *   --attention KIND of the peers, sdpa (default) or eager
 *   --out FILE       the figures as JSON
 *   --markdown FILE  the page of the documentation
 *   --alone COMMAND  held while a pair is timed, such as `flock /tmp/lock`, where several take turns on a machine
 * Needs .venv-peers (`npm run python-env`). The table is on stdout, progress on stderr.
 */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageRoot } from '../../runtime/package-root.ts';
import { makeModel, start, startProrl, type Contestant } from '../contestant.ts';
import { thisMachine } from '../machine.ts';
import { sizeOf, type SizeName } from '../sizes.ts';
import { aloneBy } from './alone.ts';
import { inTurns, memoryOf } from './compare.ts';
import { floorOf } from './floor.ts';
import { markdownOf, textOf } from './lines.ts';
import type { Report, SizeReport } from './report.ts';

const { values } = parseArgs({
  options: {
    size: { type: 'string', multiple: true },
    rounds: { type: 'string' },
    short: { type: 'boolean', default: false },
    backend: { type: 'string', default: 'native' },
    attention: { type: 'string', default: 'sdpa' },
    out: { type: 'string' },
    markdown: { type: 'string' },
    alone: { type: 'string' },
  },
});
const python = join(packageRoot, '.venv-peers/bin/python');
if (!existsSync(python)) throw new Error('there is no .venv-peers: npm run python-env makes it');
const chosen = (values.size ?? (values.short ? ['nano'] : ['2M4', '30M', '135M'])) as SizeName[];
chosen.forEach(sizeOf);
const rounds = Number(values.rounds ?? (values.short ? 1 : 5));
const alone = aloneBy(values.alone);
const threads = availableParallelism();
const rates = { torch: 0, prorl: 0 };

const models = mkdtempSync(join(tmpdir(), 'prorl-peers-'));
const measured: Omit<SizeReport, 'floorSeconds'>[] = [];
try {
  for (const size of chosen) {
    process.stderr.write(`${size}\n`);
    const folder = join(models, size);
    await makeModel(size, folder);
    measured.push(await measure(size, folder));
    rmSync(folder, { recursive: true });
  }
} finally {
  rmSync(models, { recursive: true });
}

const flops = Math.max(rates.torch, rates.prorl);
const report: Report = {
  machine: thisMachine(),
  date: new Date().toISOString().slice(0, 10),
  matmul: rates,
  flops,
  sizes: measured.map((one) => ({
    ...one,
    floorSeconds: (one.floor.rollout + one.floor.reference + one.floor.update) / flops,
  })),
};
if (values.out !== undefined) writeFileSync(values.out, `${JSON.stringify(report, null, 2)}\n`);
if (values.markdown !== undefined) writeFileSync(values.markdown, markdownOf(report));
process.stdout.write(textOf(report));

/** Parts first, then whole steps, each with a process for either side: no more than two are there at once. */
async function measure(size: SizeName, folder: string): Promise<Omit<SizeReport, 'floorSeconds'>> {
  const { prompts, samples, promptTokens, maxTokens } = sizeOf(size);
  const shape = { prompts, samples, promptTokens, maxTokens };
  const parts = await withBoth(size, folder, 'torch_worker.py', async (prorl, torch) => {
    const { prompts, parameters } = await prepare(prorl, torch, shape);
    const rollout = await inTurns(prorl, torch, 'rollout', { rounds, alone });
    let difference: number | undefined;
    const update = await inTurns(prorl, torch, 'update', {
      rounds,
      alone,
      onPair: ({ gradNorm: ours = NaN }, { gradNorm: theirs = NaN }) => {
        difference ??= Math.abs(ours / theirs - 1);
      },
    });
    if (!(difference! < 1e-3)) throw new Error(`the two updates are not the same: ${difference} apart`);
    await matmul(prorl, torch);
    return {
      prompts,
      parameters,
      rollout,
      update,
      gradNormDifference: difference!,
      torch: torch.settings,
    };
  });
  const steps = await withBoth(size, folder, 'trl_worker.py', async (prorl, trl) => {
    const { prompts: per_step, samples, maxTokens: max_tokens } = shape;
    await trl.process.ask({ do: 'begin', prompts: parts.prompts, per_step, samples, max_tokens });
    const step = await inTurns(prorl, trl, 'step', { rounds, alone });
    return {
      step,
      memory: await memoryOf(prorl, trl),
      settings: { prorl: prorl.settings, torch: parts.torch, trl: trl.settings },
    };
  });
  const { rollout, update, parameters, gradNormDifference } = parts;
  return {
    size,
    parameters,
    ...shape,
    rollout,
    update,
    ...steps,
    gradNormDifference,
    floor: floorOf(sizeOf(size)),
  };
}

/** Gives torch the prompts and the batch that prorl works on. */
async function prepare(
  prorl: Contestant,
  torch: Contestant,
  { prompts: count, samples, maxTokens }: { prompts: number; samples: number; maxTokens: number },
) {
  const { prompts } = await prorl.process.ask<{ prompts: string[] }>({ do: 'prompts' });
  const { sequences } = await prorl.process.ask<{ sequences: { prompt: number[] }[] }>({ do: 'batch' });
  const heads = sequences.filter((_, i) => i % samples === 0).map(({ prompt }) => prompt);
  if (heads.length !== count) throw new Error(`${heads.length} prompts instead of ${count}`);
  await torch.process.ask({ do: 'take', prompts: heads, samples, max_tokens: maxTokens, sequences });
  return { prompts, parameters: prorl.parameters };
}

async function matmul(prorl: Contestant, torch: Contestant): Promise<void> {
  const rate = (side: Contestant) =>
    alone(async () => (await side.process.ask<{ flops: number }>({ do: 'matmul' })).flops);
  rates.prorl = Math.max(rates.prorl, await rate(prorl));
  rates.torch = Math.max(rates.torch, await rate(torch));
}

async function withBoth<T>(
  size: SizeName,
  folder: string,
  script: string,
  work: (prorl: Contestant, peer: Contestant) => Promise<T>,
): Promise<T> {
  const prorl = await startProrl(values.backend, size, folder);
  try {
    const args = [join(import.meta.dirname, script), folder, String(threads), values.attention];
    const peer = await start(python, args, peerEnvironment());
    try {
      return await work(prorl, peer);
    } finally {
      await peer.process.close();
    }
  } finally {
    await prorl.process.close();
  }
}

/** What a machine has set for another library's sake does not concern the peers. */
function peerEnvironment(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  delete env['OPENBLAS_CORETYPE'];
  delete env['OPENBLAS_L2_SIZE'];
  return { ...env, OMP_NUM_THREADS: String(threads), TOKENIZERS_PARALLELISM: 'false' };
}
