/**
 * `npm run bench [-- --short] [--size 2M4]... [--backend native]... [--out FILE]`: rollout and update tokens a second
 * and the time of one whole GRPO step (rollout, reference, update), for each size on each backend that works here.
 * Each pair is measured in a process of its own, one after another. JSON on stdout, a table on stderr.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { examine } from '../runtime/tensor/doctor.ts';
import { makeModel, peakMemory, startProrl, time, type Contestant, type Work } from './contestant.ts';
import { thisMachine } from './machine.ts';
import { sizeOf, type SizeName } from './sizes.ts';
import { spreadOf, type Spread } from './spread.ts';

interface Row {
  backend: string;
  size: SizeName;
  settings: string;
  /** Tokens a second. */
  rollout: Spread;
  update: Spread;
  /** Seconds. */
  step: Spread;
  peakMemoryMiB: number;
}

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    out: { type: 'string' },
    backend: { type: 'string', multiple: true },
    size: { type: 'string', multiple: true },
  },
});
const seconds = values.short ? 0.3 : 5;
const chosen = (values.size ?? (values.short ? ['nano'] : ['nano', '2M4'])) as SizeName[];
chosen.forEach(sizeOf);
// Plain JavaScript is there for tests: at these sizes it takes minutes a step.
const backends =
  values.backend ??
  (await examine()).filter((report) => report.works && report.name !== 'cpu').map(({ name }) => name);

const models = mkdtempSync(join(tmpdir(), 'prorl-bench-'));
const rows: Row[] = [];
try {
  for (const size of chosen) {
    const folder = join(models, size);
    await makeModel(size, folder);
    for (const backend of backends) {
      process.stderr.write(`measuring ${size} on ${backend} ...\n`);
      rows.push(await measure(backend, size, folder));
    }
  }
} finally {
  rmSync(models, { recursive: true });
}

const text = `${JSON.stringify({ machine: thisMachine(), rows }, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
process.stdout.write(text);

process.stderr.write('\nsize    backend   rollout tok/s   update tok/s   step s   peak MiB\n');
for (const { size, backend, rollout, update, step, peakMemoryMiB } of rows) {
  process.stderr.write(
    `${size.padEnd(8)}${backend.padEnd(10)}${rollout.median.toFixed(0).padStart(13)}` +
      `${update.median.toFixed(0).padStart(15)}${step.median.toFixed(2).padStart(9)}${String(peakMemoryMiB).padStart(11)}\n`,
  );
}

async function measure(backend: string, size: SizeName, folder: string): Promise<Row> {
  const prorl = await startProrl(backend, size, folder);
  try {
    const rollout = await repeat(prorl, 'rollout');
    const update = await repeat(prorl, 'update');
    const step = await repeat(prorl, 'step');
    const rate = (of: readonly { tokens: number; seconds: number }[]) =>
      spreadOf(of.map((one) => one.tokens / one.seconds));
    return {
      backend,
      size,
      settings: prorl.settings,
      rollout: rate(rollout),
      update: rate(update),
      step: spreadOf(step.map((one) => one.seconds)),
      peakMemoryMiB: await peakMemory(prorl),
    };
  } finally {
    await prorl.process.close();
  }
}

/** At least three timings, or as many as the time allows, after one that does not count. */
async function repeat(prorl: Contestant, work: Work) {
  await time(prorl, work);
  const timings = [];
  const until = performance.now() + 1000 * seconds;
  while (timings.length < 3 || performance.now() < until) timings.push(await time(prorl, work));
  return timings;
}
