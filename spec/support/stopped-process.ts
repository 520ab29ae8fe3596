import { spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Runs a module in a process of its own, stops the process as soon as it prints `ready`, lets it go on after
 * `milliseconds`, and gives all that it printed afterwards.
 */
export async function stopped(script: string, milliseconds: number): Promise<string> {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  for await (const text of child.stdout.setEncoding('utf8')) {
    const before = said;
    said += text as string;
    if (said.includes('ready') && !before.includes('ready')) {
      child.kill('SIGSTOP');
      await wait(milliseconds);
      child.kill('SIGCONT');
    }
  }
  return said.slice(said.indexOf('ready') + 'ready'.length).trim();
}
