/**
 * Holds the peak memory that `prorl plan` foretells against that of runs on the native backend: each within 25 percent.
 * Reads the peak of the run's process from /proc, so on Linux alone.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { memoryText } from '../runtime/graph/index.ts';
import { packageRoot } from '../runtime/package-root.ts';
import type { PlanReport } from '../runtime/report/plan-report.ts';

const WITHIN = 0.25;
/** Enough for the largest mini-batch to have been there. */
const STEPS = '3';

const main = join(packageRoot, 'dist', 'runtime', 'cli', 'main.js');
const wider = `edition 2026
import { chain_sum } from "prorl/tasks"
import { grpo } from "prorl/stages"
model wide = transformer(layers: 6, hidden: 192, heads: 6, kv_heads: 3, intermediate: 512, context: 256 tokens)
mixture sums { chain_sum(): 1 }
stage explore = grpo {
  mixture: sums
  rollout { prompts: 16, samples: 16, max_tokens: 64 tokens }
  kl { estimator: k3, coefficient: 0.001, in: loss }
}
pipeline main {
  model: wide
  seed: 1
  run explore for 10 steps
}
`;

// Wide enough that the weights count beside the process.
const adapted = wider
  .replace(
    /layers: .*, context/,
    'layers: 10, hidden: 768, heads: 12, kv_heads: 4, intermediate: 2048, context',
  )
  .replace('prompts: 16, samples: 16', 'prompts: 4, samples: 8')
  .replace('  seed: 1', '  seed: 1\n  lora { rank: 16 }');

const folder = mkdtempSync(join(tmpdir(), 'prorl-memory-'));
try {
  writeFileSync(join(folder, 'wider.prorl'), wider);
  writeFileSync(join(folder, 'adapted.prorl'), adapted);
  // A model that has learned nothing writes until it is cut off.
  const cases = [
    { name: 'quickstart', file: join(packageRoot, 'pipelines', 'quickstart.prorl'), plan: [] },
    { name: 'a fresh model of 2.4M', file: join(folder, 'wider.prorl'), plan: ['--mean-length', '100%'] },
    { name: 'adapters of one of 63M', file: join(folder, 'adapted.prorl'), plan: ['--mean-length', '100%'] },
  ];
  let held = true;
  for (const [i, { name, file, plan }] of cases.entries()) {
    const { stdout } = await execa('node', [main, 'plan', file, '--json', ...plan]);
    const foretold = (JSON.parse(stdout) as PlanReport).estimate.local!.lines.at(-1)!.bytes;
    const out = join(folder, String(i));
    const run = execa('node', [main, 'run', file, '--backend', 'native', '--out', out, '--max-steps', STEPS]);
    let peak = 0;
    const reading = setInterval(() => (peak = Math.max(peak, residentPeak(run.pid!))), 50);
    await run.finally(() => clearInterval(reading));
    const ratio = foretold / peak;
    const holds = Math.abs(ratio - 1) <= WITHIN;
    held &&= holds;
    const figures = `${memoryText(foretold)} foretold, ${memoryText(peak)} measured, ${ratio.toFixed(2)} of it`;
    console.log(`${holds ? 'holds' : 'FAILS'}: ${name}: ${figures}`);
  }
  process.exitCode = held ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** The most that a process has held so far, in bytes; 0 once it has ended. */
function residentPeak(pid: number): number {
  try {
    const kibibytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return 1024 * Number(kibibytes ?? 0);
  } catch {
    return 0;
  }
}
