/**
 * Compiles and formats mutated programs, for `npm run fuzz -- --count 100000 --seed 1 --workers 2`. Prints each
 * kind of fault once, with the program that shows it; exits with 1 where there is one. Each program depends on
 * the seed and its own number alone: `--from 4711 --count 1` makes that one again, whatever the workers.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { randomStream } from '../runtime/control/random.ts';
import { faultOf } from '../spec/fuzz/judge.ts';
import { mutateProject } from '../spec/fuzz/mutate.ts';

/** What one process found. */
interface Found {
  /** How often each kind of fault was met. */
  readonly kinds: Readonly<Record<string, number>>;
  /** In milliseconds. */
  readonly slowest: number;
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '1' },
    /** The number of the first program. */
    from: { type: 'string', default: '0' },
    /** Processes that share the work. */
    workers: { type: 'string', default: '1' },
  },
});
const [count, seed, from, workers] = [values.count, values.seed, values.from, values.workers].map(Number);

const found = workers! > 1 ? await share(workers!) : fuzz();
if (process.send !== undefined) process.send(found);
else tell(found);

function fuzz(): Found {
  const kinds: Record<string, number> = {};
  let slowest = 0;
  for (let i = from!; i < from! + count!; i++) {
    const project = mutateProject(randomStream(seed!, 'fuzz', i));
    const began = performance.now();
    const fault = faultOf(project);
    slowest = Math.max(slowest, performance.now() - began);
    if (fault === null) continue;
    const kind = fault.startsWith('crash') ? fault.split('\n').slice(0, 3).join('\n') : fault.split(':')[0]!;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
    if (kinds[kind] === 1)
      console.log(
        `program ${i}: ${fault}\n----- the program\n${project.text}\n----- part.prorl\n${project.part}\n-----`,
      );
  }
  return { kinds, slowest };
}

/** Gives each process a stretch of the programs. */
async function share(processes: number): Promise<Found> {
  const most = Math.ceil(count! / processes);
  const parts = Array.from({ length: processes }, async (_, i): Promise<Found> => {
    const own = Math.max(0, Math.min(most, count! - i * most));
    const flags = ['--count', own, '--seed', seed, '--from', from! + i * most].map(String);
    const worker = fork(fileURLToPath(import.meta.url), flags);
    const ended = once(worker, 'exit').then(([code]) => {
      throw new Error(`a worker ended with ${code} and no result`);
    });
    const [message] = (await Promise.race([once(worker, 'message'), ended])) as [Found];
    worker.disconnect();
    return message;
  });
  const kinds: Record<string, number> = {};
  let slowest = 0;
  for (const part of await Promise.all(parts)) {
    slowest = Math.max(slowest, part.slowest);
    for (const [kind, times] of Object.entries(part.kinds)) kinds[kind] = (kinds[kind] ?? 0) + times;
  }
  return { kinds, slowest };
}

function tell({ kinds, slowest }: Found): void {
  for (const [kind, times] of Object.entries(kinds)) console.log(`${times} times: ${kind}`);
  const faults = Object.values(kinds).reduce((sum, one) => sum + one, 0);
  console.log(`${count} programs, ${faults} faults, the slowest ${slowest.toFixed(0)} ms`);
  process.exitCode = faults === 0 ? 0 : 1;
}
