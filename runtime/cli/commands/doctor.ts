import { Command } from 'commander';
import { style } from '../../report/style.ts';
import { stderr, stdout } from '../terminal.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say which tensor backends work here, and what mends the others')
    .option('--json', 'print it as JSON')
    .action(doctor);
}

async function doctor({ json }: { json?: true }): Promise<void> {
  const [{ examine }, { doctorLines }, { prorlVersion }, { commandName }] = await Promise.all([
    import('../../tensor/doctor.ts'),
    import('../../report/doctor.ts'),
    import('../../run/folder.ts'),
    import('../command-name.ts'),
  ]);
  if (stderr.isTerminal) stderr.write('trying each backend in a process of its own ...\r');
  const backends = await examine();
  if (stderr.isTerminal) stderr.write(`${' '.repeat(48)}\r`);
  const machine = {
    prorl: prorlVersion(),
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
  };
  const pick = backends.find(({ works }) => works)?.name ?? null;
  if (json)
    stdout.write(
      `${JSON.stringify({ format: 'prorl-doctor/1', ...machine, picked: pick, backends }, null, 2)}\n`,
    );
  else
    stdout.write(
      `${doctorLines(machine, backends, pick, commandName(), stdout.width, style(stdout.color)).join('\n')}\n`,
    );
}
