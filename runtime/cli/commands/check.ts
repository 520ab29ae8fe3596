import { resolve } from 'node:path';
import { Command } from 'commander';
import { ExitCode } from '../../errors.ts';
import type { Engine } from '../../graph/index.ts';
import { plural } from '../../report/format.ts';
import { style } from '../../report/style.ts';
import { commandName } from '../command-name.ts';
import { namedFiles } from '../prorl-files.ts';
import { engineDiagnostics, engineOption } from '../engine-option.ts';
import type { CheckReport } from '../reports.ts';
import { stderr, stdout } from '../terminal.ts';

export function checkCommand(): Command {
  const command = new Command('check')
    .description('report every error in pipeline files; run nothing')
    .argument('<FILES...>', '.prorl files, folders of them, or graphs as JSON')
    .option('--json', 'print the diagnostics as JSON')
    .addHelpText('after', '\nExit code 3 where there is an error; warnings alone end with 0.');
  return engineOption(command, 'also report what an engine could not do').action(check);
}

async function check(named: string[], { json, engine }: { json?: true; engine?: Engine }): Promise<void> {
  const [{ compileFile, loadPipeline, showDiagnostics }, { diagnosticToJson }] = await Promise.all([
    import('../load-pipeline.ts'),
    import('../../../grammar/index.ts'),
  ]);
  const files = namedFiles(named);
  const all = [];
  let errors = 0;
  for (const file of files) {
    if (file.endsWith('.json')) {
      await loadPipeline(file);
      continue;
    }
    const { sources, ...compilation } = await compileFile(file);
    const lacking =
      engine === undefined ? [] : await engineDiagnostics({ ...compilation, sources }, engine, resolve(file));
    const diagnostics = [...compilation.diagnostics, ...lacking];
    all.push(...diagnostics);
    errors += diagnostics.filter(({ severity }) => severity === 'error').length;
    if (!json) await showDiagnostics({ diagnostics, sources }, stdout);
  }
  if (json) {
    const report: CheckReport = {
      format: 'prorl-diagnostics/1',
      files,
      errors,
      diagnostics: all.map(diagnosticToJson),
    };
    stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  }
  const s = style(stderr.color);
  const warnings = all.length - errors;
  const found = [
    ...(errors > 0 ? [plural(errors, 'error')] : []),
    ...(warnings > 0 ? [plural(warnings, 'warning')] : []),
  ];
  const what =
    found.length === 0
      ? s.green('no errors')
      : errors > 0
        ? s.red(found.join(', '))
        : s.yellow(found.join(', '));
  stderr.write(`${plural(files.length, 'file')} checked: ${what}\n`);
  const [first] = all;
  if (first !== undefined && !json)
    stderr.write(
      `${s.cyan('help:')}  More on a code, with examples: \`${commandName()} explain ${first.code}\`\n`,
    );
  if (errors > 0) process.exitCode = ExitCode.pipeline;
}
