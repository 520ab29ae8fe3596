import { Command } from 'commander';
import { style } from '../../report/style.ts';
import type { DoctorReport } from '../reports.ts';
import { stderr, stdout } from '../terminal.ts';

export function doctorCommand(): Command {
  return new Command('doctor')
    .description('say which tensor backends, sandboxes and packages work here, and what mends the others')
    .option('--json', 'print it as JSON')
    .action(doctor);
}

async function doctor({ json }: { json?: true }): Promise<void> {
  const [
    { examine },
    { examineSandboxes },
    { examineReasoningGym },
    { doctorLines, packageLines, sandboxLines },
    { prorlVersion },
    { commandName },
  ] = await Promise.all([
    import('../../tensor/doctor.ts'),
    import('../../sandbox/examine.ts'),
    import('../../sources/reasoning-gym-package.ts'),
    import('../../report/doctor.ts'),
    import('../../version.ts'),
    import('../command-name.ts'),
  ]);
  if (stderr.isTerminal) stderr.write('trying each backend in a process of its own ...\r');
  const backends = await examine();
  const sandboxes = await examineSandboxes();
  const packages = [await examineReasoningGym()];
  if (stderr.isTerminal) stderr.write(`${' '.repeat(48)}\r`);
  const machine = {
    prorl: prorlVersion(),
    node: process.versions.node,
    platform: process.platform,
    arch: process.arch,
  };
  const pick = backends.find(({ works }) => works)?.name ?? null;
  const report: DoctorReport = {
    format: 'prorl-doctor/1',
    ...machine,
    picked: pick,
    backends,
    sandboxes,
    packages,
  };
  if (json) stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else {
    const colours = style(stdout.color);
    const lines = [
      ...doctorLines(machine, backends, pick, commandName(), stdout.width, colours),
      '',
      ...sandboxLines(sandboxes, commandName(), stdout.width, colours),
      '',
      ...packageLines(packages, commandName(), stdout.width, colours),
    ];
    stdout.write(`${lines.join('\n')}\n`);
  }
}
