/**
 * Compiles and formats mutated programs, for `npm run fuzz -- --count 100000 --seed 1`. Prints each
 * kind of fault once, with the program that shows it; exits with 1 where there is one.
 */
import { parseArgs } from 'node:util';
import { randomStream } from '../runtime/control/random.ts';
import { faultOf } from '../spec/fuzz/judge.ts';
import { mutate } from '../spec/fuzz/mutate.ts';

const { values } = parseArgs({
  options: { count: { type: 'string', default: '10000' }, seed: { type: 'string', default: '1' } },
});
const count = Number(values.count);
const random = randomStream(Number(values.seed), 'fuzz');
const kinds = new Map<string, number>();
let slowest = 0;
for (let i = 0; i < count; i++) {
  const text = mutate(random);
  const began = performance.now();
  const fault = faultOf(text);
  slowest = Math.max(slowest, performance.now() - began);
  if (fault === null) continue;
  const kind = fault.startsWith('crash') ? fault.split('\n').slice(0, 3).join('\n') : fault.split(':')[0]!;
  const seen = kinds.get(kind) ?? 0;
  kinds.set(kind, seen + 1);
  if (seen === 0) console.log(`program ${i}: ${fault}\n----- the program\n${text}\n-----`);
}
for (const [kind, times] of kinds) console.log(`${times} times: ${kind}`);
const faults = [...kinds.values()].reduce((sum, one) => sum + one, 0);
console.log(`${count} programs, ${faults} faults, the slowest ${slowest.toFixed(0)} ms`);
process.exitCode = faults === 0 ? 0 : 1;
