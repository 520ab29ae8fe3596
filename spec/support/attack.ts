import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Language, Limits } from '../../runtime/sandbox/index.ts';
import { judgeCode } from '../../runtime/tasks/index.ts';
import { processNamespaces } from './sandbox.ts';

/**
 * Solutions that attack what runs them. What a test expects is what the attack would print, had it worked: a score
 * above 0 is an escape. Each must also end within its limits and leave nothing behind.
 */
export interface Attack {
  readonly language?: Language;
  readonly source: string;
  /** What it would print. */
  readonly loot?: string;
  readonly stdin?: string;
  readonly limits?: Partial<Limits>;
}

export const ATTACK_LIMITS = { cpuSeconds: 1, wallSeconds: 2, memoryBytes: 128 * 2 ** 20 };
/** What every attack may take: its wall time, and a while for a busy machine to notice. */
const PATIENCE = 1000 * (ATTACK_LIMITS.wallSeconds + 4);

/** Judges an attack: it must fail, in time, and leave no process. Gives the reason of the judge. */
export async function attack({
  language = 'python',
  source,
  loot = 'loot',
  stdin = '',
  limits,
}: Attack): Promise<string> {
  const before = processNamespaces();
  const started = performance.now();
  const verdict = await judgeCode(
    { language, tests: [{ stdin, stdout: loot }], limits: { ...ATTACK_LIMITS, ...limits } },
    'attack',
    `\`\`\`\n${source}\n\`\`\``,
  );
  const took = performance.now() - started;
  assert.equal(verdict.score, 0, `it got out: ${source}`);
  assert.ok(took < PATIENCE, `it took ${Math.round(took)} ms`);
  await nothingLeft(before);
  return verdict.why;
}

/** No process namespace of the job's is left; the kernel may take a moment to end a thousand processes. */
export async function nothingLeft(before: ReadonlySet<string>): Promise<void> {
  for (let wait = 0; wait < 100; wait++) {
    if ([...processNamespaces()].every((space) => before.has(space))) return;
    await sleep(20);
  }
  assert.fail('processes are left');
}

/** Lines of a program. */
export const python = (...lines: string[]): string => lines.join('\n');
