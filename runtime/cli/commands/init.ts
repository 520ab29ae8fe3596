import { Command } from 'commander';
import { style } from '../../report/style.ts';
import { stderr, stdout } from '../terminal.ts';

export function initCommand(): Command {
  return new Command('init')
    .description('make a folder with a small pipeline, ready to run; or with a library')
    .argument('[DIR]', "a new or empty folder (default, of a library: its name's last part)")
    .option('--library <NAME>', 'make an npm package of this name with a task, a stage and their tests')
    .addHelpText('after', '\nExamples: prorl init demo, prorl init --library @acme/prorl-logic')
    .action((folder: string | undefined, { library }: { library?: string }, command: Command) => {
      if (library !== undefined) return initLibrary(library, folder);
      if (folder === undefined) command.error("error: missing required argument 'DIR'");
      return initPipeline(folder);
    });
}

async function initPipeline(folder: string): Promise<void> {
  const [{ scaffold }, { commandName, quote }, { join }] = await Promise.all([
    import('../scaffold.ts'),
    import('../command-name.ts'),
    import('node:path'),
  ]);
  await write(folder, scaffold());
  const main = quote(join(folder, 'main.prorl'));
  const s = style(stderr.color);
  const prorl = commandName();
  stderr.write(
    `${s.dim('next:')} ${s.cyan(`${prorl} run ${main} --max-steps 3`)}  ${s.dim(`or look first: ${prorl} plan ${main}`)}\n`,
  );
}

async function initLibrary(name: string, folder = name.replace(/^.*\//, '')): Promise<void> {
  const [{ scaffoldLibrary }, { ExitCode, ProrlError }, { prorlVersion }, { quote }] = await Promise.all([
    import('../scaffold-library.ts'),
    import('../../errors.ts'),
    import('../../version.ts'),
    import('../command-name.ts'),
  ]);
  // What npm takes, and what an import can name.
  if (
    !/^(@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name) ||
    name.length > 214 ||
    name === 'prorl'
  ) {
    throw new ProrlError(`"${name}" cannot be the name of a library.`, {
      exitCode: ExitCode.usage,
      hint:
        name === 'prorl'
          ? 'That is prorl itself. Choose a name such as prorl-logic.'
          : 'npm takes lower-case letters, digits, "-", "." and "_", such as prorl-logic or @acme/prorl-logic.',
    });
  }
  await write(folder, scaffoldLibrary(name, prorlVersion()));
  const s = style(stderr.color);
  stderr.write(
    `${s.dim('next:')} ${s.cyan(`cd ${quote(folder)} && npm install && npm test`)}  ${s.dim('README.md says what is where')}\n`,
  );
}

async function write(folder: string, files: Readonly<Record<string, string>>): Promise<void> {
  const [{ writeFolder }, { join }] = await Promise.all([import('../write-folder.ts'), import('node:path')]);
  await writeFolder(folder, files);
  for (const name of Object.keys(files)) stdout.write(`${join(folder, name)}\n`);
}
