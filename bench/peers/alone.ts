import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Alone } from './compare.ts';

/**
 * Runs each piece of work while a command such as `flock /tmp/lock` holds something: the command gets `cat` as what
 * it is to run, and ends when the work has. Without a command, nothing is held.
 */
export function aloneBy(command: string | undefined): Alone {
  if (command === undefined) return (work) => work();
  return async (work) => {
    const holder = spawn(`${command} cat`, { shell: true, stdio: ['pipe', 'pipe', 'inherit'] });
    const ended = once(holder, 'close');
    // What `cat` gives back is there as soon as it runs, that is, as soon as the command holds.
    holder.stdin.write('held\n');
    const held = await Promise.race([once(holder.stdout, 'data').then(() => true), ended.then(() => false)]);
    if (!held) throw new Error(`--alone: ${command} ended before it ran anything`);
    try {
      return await work();
    } finally {
      holder.stdin.end();
      await ended;
    }
  };
}
