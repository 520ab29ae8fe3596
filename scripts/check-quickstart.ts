/**
 * Runs the quickstart as a user does and holds its summary against what the README promises:
 * at most 3 minutes, held-out pass@1 at least 20 points above the base model, a KL coefficient that
 * moved and a reset that a trigger fired. Arguments are passed on to `prorl run`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { packageRoot } from '../runtime/package-root.ts';
import type { RunEvent } from '../runtime/run/events.ts';
import type { Summary } from '../runtime/run/summary.ts';

const promised = { seconds: 180, gain: 0.2 };

const folder = mkdtempSync(join(tmpdir(), 'prorl-quickstart-'));
try {
  const out = join(folder, 'run');
  const started = performance.now();
  await execa('npm', ['run', 'quickstart', '--', '--out', out, ...process.argv.slice(2)], {
    cwd: packageRoot,
    stdio: 'inherit',
  });
  const seconds = (performance.now() - started) / 1000;

  const summary = JSON.parse(readFileSync(join(out, 'summary.json'), 'utf8')) as Summary;
  const events = readFileSync(join(out, 'events.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as RunEvent);
  const coefficients = new Set(
    events.flatMap((e) => (e.event === 'step' ? [e.metrics['kl.coefficient']] : [])),
  );
  const base = Number(summary.base['heldout']?.all['pass@1']);
  const final = Number(summary.final?.['heldout']?.all['pass@1']);

  const checks: [string, boolean][] = [
    [`took ${seconds.toFixed(0)} s, at most ${promised.seconds}`, seconds <= promised.seconds],
    [
      `pass@1 ${percent(base)} -> ${percent(final)}, at least ${percent(promised.gain)} more`,
      final - base >= promised.gain,
    ],
    [`the KL coefficient took ${coefficients.size} values, more than one`, coefficients.size > 1],
    [`${summary.resets.length} resets, at least one`, summary.resets.length >= 1],
  ];
  for (const [text, holds] of checks) console.log(`${holds ? 'holds' : 'FAILS'}: ${text}`);
  process.exitCode = checks.every(([, holds]) => holds) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function percent(x: number): string {
  return `${(100 * x).toFixed(1)} %`;
}
