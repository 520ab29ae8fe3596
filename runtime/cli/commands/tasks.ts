import { Command } from 'commander';
import { closest, distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from '../../errors.ts';
import type { TasksReport } from '../../report/tasks-report.ts';
import { style } from '../../report/style.ts';
import { parseSet, wholeNumber, type SetOption } from '../set-option.ts';
import { stdout } from '../terminal.ts';

/** The standard library: all its modules. */
const STANDARD = 'prorl';

interface TasksOptions {
  from: string;
  pipeline?: string;
  level?: number;
  set: SetOption[];
  seed: number;
  count: number;
  json?: true;
}

export function tasksCommand(): Command {
  return new Command('tasks')
    .description('list tasks; with a name, show one and pose problems of it')
    .argument('[NAME]', 'a task')
    .option(
      '--from <LIBRARY|FILE>',
      "whose tasks: a library's, a module's (prorl/tasks), a .prorl file's, or those of a pipeline's mixtures",
      STANDARD,
    )
    .option('--pipeline <NAME>', 'which pipeline, where the file has several')
    .option('--level <N>', 'pose problems at that level', wholeNumber(1))
    .option('--set <NAME=VALUE>', 'pose problems with that setting (may be repeated)', parseSet, [])
    .option('--seed <N>', 'which problems', wholeNumber(0), 1)
    .option('--count <N>', 'how many problems', wholeNumber(0), 3)
    .option('--json', 'print them as JSON')
    .addHelpText('after', '\nTry: prorl tasks chain_sum --level 3')
    .action(tasks);
}

async function tasks(name: string | undefined, options: TasksOptions): Promise<void> {
  const { from, pipeline, level, set, seed, count, json } = options;
  const [{ taskList }, { sampleTask }, { taskLines, taskListLines }] = await Promise.all([
    import('../task-list.ts'),
    import('../sample-task.ts'),
    import('../../report/task-lines.ts'),
  ]);
  if (name === undefined && (level !== undefined || set.length > 0)) {
    throw new ProrlError('--level and --set pose problems of one task, and none is named.', {
      exitCode: ExitCode.usage,
      hint: 'Name it: prorl tasks chain_sum --level 3.',
    });
  }
  const list = await taskList(from, pipeline);
  const report: TasksReport = { format: 'prorl-tasks/1', from, tasks: [...list.tasks] };
  if (name !== undefined) {
    const found = list.tasks.find((task) => task.name === name);
    if (found === undefined)
      throw unknownTask(
        name,
        from,
        list.tasks.map((task) => task.name),
      );
    const chosen = count === 0 ? null : await list.choose(name, { level, set });
    report.tasks = [{ ...found, samples: chosen === null ? [] : await sampleTask(chosen, count, seed) }];
  }
  if (json) {
    stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const [columns, s] = [Math.min(stdout.width, 120), style(stdout.color)];
  const lines =
    name === undefined ? taskListLines(report.tasks, columns, s) : taskLines(report.tasks[0]!, columns, s);
  stdout.write(`${lines.join('\n')}\n`);
}

function unknownTask(name: string, from: string, known: readonly string[]): ProrlError {
  const near = known.length === 0 ? undefined : closest(name, [...known]);
  const close = near !== undefined && distance(name, near) <= Math.max(1, Math.floor(name.length / 3));
  return new ProrlError(`${from} has no task "${name}".`, {
    exitCode: ExitCode.usage,
    hint: name.endsWith('.prorl')
      ? `For the tasks of a file: \`prorl tasks --from ${name}\`.`
      : close
        ? `Did you mean "${near}"?`
        : `List them: \`prorl tasks${from === STANDARD ? '' : ` --from ${from}`}\`.`,
  });
}
