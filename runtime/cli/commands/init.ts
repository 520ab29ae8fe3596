import { Command } from 'commander';
import { style } from '../../report/style.ts';
import { stderr, stdout } from '../terminal.ts';

export function initCommand(): Command {
  return new Command('init')
    .description('make a folder with a small pipeline, ready to run')
    .argument('<DIR>', 'a new or empty folder')
    .action(init);
}

async function init(folder: string): Promise<void> {
  const [{ scaffold }, { writeFolder }, { commandName, quote }, { join }] = await Promise.all([
    import('../scaffold.ts'),
    import('../write-folder.ts'),
    import('../command-name.ts'),
    import('node:path'),
  ]);
  const files = scaffold();
  await writeFolder(folder, files);
  for (const name of Object.keys(files)) stdout.write(`${join(folder, name)}\n`);
  const main = quote(join(folder, 'main.prorl'));
  const s = style(stderr.color);
  const prorl = commandName();
  stderr.write(
    `${s.dim('next:')} ${s.cyan(`${prorl} run ${main} --max-steps 3`)}  ${s.dim(`or look first: ${prorl} plan ${main}`)}\n`,
  );
}
