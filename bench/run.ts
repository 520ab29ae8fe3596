/**
 * `npm run bench [-- --short] [-- --out FILE]`: rollout and update tokens a second and the time of one whole
 * GRPO step (rollout, reference, update), for each model on each backend that works here. Each pair is measured
 * in a process of its own, one after another. JSON on stdout, a table on stderr.
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import { execa } from 'execa';
import { examine } from '../runtime/tensor/doctor.ts';

interface Row {
  backend: string;
  model: string;
  rolloutTokensPerSecond: number;
  updateTokensPerSecond: number;
  stepSeconds: number;
  peakMemoryMiB: number;
}

const { values } = parseArgs({
  options: {
    short: { type: 'boolean', default: false },
    out: { type: 'string' },
    backend: { type: 'string', multiple: true },
  },
});
const seconds = values.short ? 1 : 15;
// Plain JavaScript is there for tests: at these sizes it takes minutes a step.
const working = (await examine())
  .filter((report) => report.works && report.name !== 'cpu')
  .map(({ name }) => name);
const chosen = values.backend === undefined ? working : values.backend;

const rows: Row[] = [];
for (const model of values.short ? ['nano'] : ['nano', '2M4']) {
  for (const backend of chosen) {
    process.stderr.write(`measuring ${model} on ${backend} ...\n`);
    const { stdout } = await execa(
      process.execPath,
      ['--import', 'tsx', 'bench/measure.ts', backend, model, String(seconds)],
      { stderr: 'inherit' },
    );
    rows.push(JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as Row);
  }
}

const cpu = cpus();
const report = {
  machine: {
    cpu: cpu[0]?.model ?? 'unknown',
    cores: cpu.length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.version,
  },
  seconds,
  rows,
};
const text = `${JSON.stringify(report, null, 2)}\n`;
if (values.out !== undefined) writeFileSync(values.out, text);
process.stdout.write(text);

process.stderr.write('\nmodel   backend   rollout tok/s   update tok/s   step s   peak MiB\n');
for (const row of rows) {
  process.stderr.write(
    `${row.model.padEnd(8)}${row.backend.padEnd(10)}${String(row.rolloutTokensPerSecond).padStart(13)}` +
      `${String(row.updateTokensPerSecond).padStart(15)}${row.stepSeconds.toFixed(2).padStart(9)}${String(row.peakMemoryMiB).padStart(11)}\n`,
  );
}
