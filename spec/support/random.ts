import { randomStream } from '../../runtime/control/random.ts';
import type { Random } from '../../runtime/tasks/index.ts';

/** A stream for tests that need random draws. */
export function testRandom(seed: number): Random {
  return randomStream(seed, 'test');
}
