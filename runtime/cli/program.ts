import { Command } from 'commander';
import { style } from '../report/style.ts';
import { prorlVersion } from '../version.ts';
import { backendCommand } from './commands/backend.ts';
import { checkCommand } from './commands/check.ts';
import { diffCommand } from './commands/diff.ts';
import { doctorCommand } from './commands/doctor.ts';
import { docsCommand } from './commands/docs.ts';
import { explainCommand } from './commands/explain.ts';
import { fmtCommand } from './commands/fmt.ts';
import { graphCommand } from './commands/graph.ts';
import { initCommand } from './commands/init.ts';
import { lockCommand } from './commands/lock.ts';
import { lspCommand } from './commands/lsp.ts';
import { planCommand } from './commands/plan.ts';
import { resumeCommand } from './commands/resume.ts';
import { runCommand } from './commands/run.ts';
import { scoreCommand } from './commands/score.ts';
import { tasksCommand } from './commands/tasks.ts';
import { testCommand } from './commands/test.ts';
import { versionCommand } from './commands/version.ts';
import { stderr, stdout } from './terminal.ts';

const groups: readonly (readonly [string, readonly (() => Command)[]])[] = [
  ['Start:', [initCommand, doctorCommand, backendCommand]],
  [
    'Look at a pipeline:',
    [checkCommand, explainCommand, fmtCommand, planCommand, graphCommand, diffCommand, testCommand],
  ],
  ['Train:', [runCommand, resumeCommand]],
  ['Editors:', [lspCommand]],
  ['Libraries:', [lockCommand, docsCommand]],
  ['Tasks:', [tasksCommand, scoreCommand]],
];

/**
 * The whole command line. Commands load what they need when they run, so that `prorl check` starts
 * without the tensor library. Every failure is thrown; main.ts says it and sets the exit code.
 */
export function createProgram(): Command {
  const program = new Command('prorl')
    .description('Prolonged reinforcement learning of language models, from a typed pipeline file.')
    .usage('COMMAND [options]')
    .helpOption('-h, --help', 'show help')
    .version(prorlVersion(), '-V, --version', 'print the version')
    .addHelpCommand(
      new Command('help').argument('[COMMAND]').description('show help for a command').helpGroup('About:'),
    )
    .showSuggestionAfterError(true)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => stdout.write(text),
      writeErr: (text) => stderr.write(text),
      // main.ts shows errors, in the form that all of them have.
      outputError: () => undefined,
      getOutHasColors: () => stdout.color,
      getErrHasColors: () => stderr.color,
      getOutHelpWidth: () => Math.min(stdout.width, 100),
      getErrHelpWidth: () => Math.min(stderr.width, 100),
    })
    .configureHelp({
      styleTitle: (text) => style(true).bold(text),
      styleCommandText: (text) => style(true).cyan(text),
      styleSubcommandText: (text) => style(true).cyan(text),
      styleOptionText: (text) => style(true).cyan(text),
      styleArgumentText: (text) => style(true).cyan(text),
    })
    .addHelpText('after', '\nTry: prorl init demo && prorl run demo/main.prorl --max-steps 3');
  for (const [heading, commands] of groups) {
    for (const create of commands) add(program, create().helpGroup(heading));
  }
  add(program, versionCommand().helpGroup('About:'));
  return program;
}

function add(program: Command, command: Command): void {
  for (const each of [command, ...command.commands]) each.copyInheritedSettings(program);
  program.addCommand(command);
}
