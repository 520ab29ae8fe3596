import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { ExitCode, ProrlError } from '../../errors.ts';
import { plural } from '../../report/format.ts';
import { style } from '../../report/style.ts';
import { namedFiles } from '../prorl-files.ts';
import { readNamedFile } from '../read-file.ts';
import { showPath } from '../show-path.ts';
import { stderr, stdout } from '../terminal.ts';

export function fmtCommand(): Command {
  return new Command('fmt')
    .description('lay pipeline files out in the one style that there is')
    .argument('<FILES...>', '.prorl files, or folders of them; - reads stdin and writes stdout')
    .option('--check', 'change nothing; list the files that are laid out in another way')
    .addHelpText(
      'after',
      '\nA file with syntax errors is left as it is.\n' +
        'Exit code 1 where --check finds a file to change, 3 where a file cannot be read or has syntax errors.',
    )
    .action(fmt);
}

async function fmt(named: string[], { check = false }: { check?: boolean }): Promise<void> {
  const [{ format }, { renderDiagnostic }, { default: writeFileAtomic }] = await Promise.all([
    import('../../../grammar/format/index.ts'),
    import('../../../grammar/diagnostics/index.ts'),
    import('write-file-atomic'),
  ]);
  const files = namedFiles(named);
  let [changed, broken] = [0, 0];
  for (const file of files) {
    const name = file === '-' ? 'stdin' : file;
    const text = readUtf8(file, name);
    const result = format(name, text);
    if (result.text === null) {
      broken++;
      const sources = new Map([[name, result.source]]);
      for (const diagnostic of result.diagnostics) {
        const options = { color: stderr.color, width: stderr.width, display: showPath };
        stderr.write(`${renderDiagnostic(diagnostic, sources, options)}\n`);
      }
      continue;
    }
    const differs = result.text !== text;
    if (differs) changed++;
    if (file === '-' && !check) stdout.write(result.text);
    else if (differs) {
      if (!check) await writeFileAtomic(file, result.text);
      stdout.write(`${name}\n`);
    }
  }
  if (files.length > 1 || files[0] !== '-' || check || broken > 0)
    report(files.length, changed, broken, check);
  if (broken > 0) process.exitCode = ExitCode.pipeline;
  else if (check && changed > 0) process.exitCode = ExitCode.runFailed;
}

function report(files: number, changed: number, broken: number, check: boolean): void {
  const s = style(stderr.color);
  const parts = [
    ...(changed > 0 ? [check ? s.yellow(`${changed} to change`) : s.green(`${changed} changed`)] : []),
    ...(broken > 0
      ? [s.red(`${broken} left as ${broken === 1 ? 'it is' : 'they are'}, with syntax errors`)]
      : []),
  ];
  const what = parts.length === 0 ? s.green('nothing to change') : parts.join(', ');
  stderr.write(`${plural(files, 'file')} ${check ? 'looked at' : 'laid out'}: ${what}\n`);
}

/**
 * The text of a file, or of stdin.
 * @throws ProrlError (pipeline) where it cannot be read, or is not UTF-8: writing it back would damage it.
 */
function readUtf8(file: string, name: string): string {
  const bytes =
    file === '-'
      ? readFileSync(0)
      : readNamedFile(file, { folder: () => 'Name a .prorl file.', other: 'Check the name.' });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new ProrlError(`${name} is not UTF-8.`, {
      exitCode: ExitCode.pipeline,
      hint: 'Save the file as UTF-8; it was left as it is.',
      cause,
    });
  }
}
