/**
 * Runs pipelines/five-domains.prorl from end to end with its stages cut to a few steps, and sees that every domain is
 * practised, judged and reported, solutions in the sandbox among them. Arguments are passed on to `prorl run`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../runtime/package-root.ts';
import { domains } from '../runtime/graph/index.ts';
import type { RunEvent } from '../runtime/run/events.ts';
import type { Summary } from '../runtime/run/summary.ts';

const lengths: Readonly<Record<string, number>> = { read: 3, practise: 2 };

const folder = mkdtempSync(join(tmpdir(), 'prorl-five-domains-'));
try {
  const out = join(folder, 'run');
  const file = join(folder, 'five-domains.prorl');
  const whole = readFileSync(join(packageRoot, 'pipelines', 'five-domains.prorl'), 'utf8');
  let cut = 0;
  const short = whole.replace(/(run (\w+) for )\d+ steps/g, (_, run: string, stage: string) => {
    cut += 1;
    return `${run}${lengths[stage]} steps`;
  });
  if (cut !== Object.keys(lengths).length) throw new Error('the pipeline has other stages than the check');
  writeFileSync(file, short.replace(/problems: \d+ {3}samples: \d+/, 'problems: 45   samples: 8'));
  const main = join(packageRoot, 'dist', 'runtime', 'cli', 'main.js');
  const { stdout } = await execa('node', [main, 'run', file, '--out', out, ...process.argv.slice(2)], {
    stderr: 'inherit',
    env: { NO_COLOR: '1' },
  });
  console.log(stdout);
  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
  const events = readFileSync(join(out, 'events.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
  const practised = events.flatMap((e) => (e.event === 'step' && e.stage === 'practise' ? [e.metrics] : []));
  const figures = summary.final?.['heldout']?.domains ?? {};
  const checks: [string, boolean][] = [
    [`${practised.length} steps of practice`, practised.length === lengths['practise']],
    ['no verifier failed', practised.every((metrics) => (metrics['verify.failed'] ?? 0) === 0)],
    [`figures of ${Object.keys(figures).join(', ')}`, domains.every((one) => one in figures)],
    ['a line of the report for each domain', domains.every((one) => new RegExp(`\\b${one}\\b`).test(stdout))],
    ['a final model', existsSync(join(out, 'final', 'model.safetensors'))],
  ];
  for (const [text, holds] of checks) console.log(`${holds ? 'holds' : 'FAILS'}: ${text}`);
  process.exitCode = checks.every(([, holds]) => holds) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
