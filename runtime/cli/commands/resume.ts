import { Command, Option } from 'commander';
import { memoryOption } from '../memory-option.ts';
import { noSandboxOption, permitNoSandbox } from '../permit-no-sandbox.ts';
import { wholeNumber } from '../set-option.ts';

interface ResumeOptions {
  backend?: string;
  memory?: number;
  maxSteps?: number;
  samples?: number;
  fastMath?: boolean;
  changedData?: true;
  json?: true;
  unsafeNoSandbox?: true;
}

export function resumeCommand(): Command {
  return new Command('resume')
    .description('go on with a run from its last checkpoint')
    .argument('<DIR>', 'the run folder')
    .addOption(
      new Option('--backend <NAME>', 'instead of the one the run was started on').env('PRORL_BACKEND'),
    )
    .addOption(memoryOption())
    .addOption(
      new Option('--max-steps <N>', 'stop after so many steps in all')
        .env('PRORL_MAX_STEPS')
        .argParser(wholeNumber(1)),
    )
    .option(
      '--fast-math',
      'round the factors of large products to bfloat16, on native (default: as it began)',
    )
    .option('--no-fast-math', 'go on in float32')
    .option('--samples <N>', 'keep so many responses to each task of a step in samples.jsonl', wholeNumber(1))
    .addOption(noSandboxOption())
    .option('--changed-data', 'go on although the data sets are not what the run began with')
    .option('--json', 'print the new events as JSON lines on stdout')
    .action(resume);
}

async function resume(
  folder: string,
  { backend, memory, maxSteps, samples, fastMath, changedData, json, unsafeNoSandbox }: ResumeOptions,
): Promise<void> {
  if (unsafeNoSandbox) await permitNoSandbox();
  const { parseBackendName } = await import('../../tensor/backend.ts');
  if (backend !== undefined && backend !== 'auto') parseBackendName(backend);
  const [{ readRunGraph }, { readEvents }, { resumeLocal }, { followRun }, { commandName, quote }] =
    await Promise.all([
      import('../run-graph.ts'),
      import('../../run/event-log.ts'),
      import('../../engines/resume.ts'),
      import('../follow-run.ts'),
      import('../command-name.ts'),
    ]);
  const graph = readRunGraph(folder);
  const following = {
    graph,
    folder,
    maxSteps,
    history: readEvents(folder),
    json: json ?? false,
    next: `${commandName()} run ${quote(`${folder}/graph.json`)} --seed ${graph.seed + 1}`,
  };
  await followRun(following, (hooks) =>
    resumeLocal(folder, {
      ...(backend === undefined ? {} : { backend }),
      ...(memory === undefined ? {} : { memory }),
      ...(maxSteps === undefined ? {} : { maxSteps }),
      ...(samples === undefined ? {} : { samples }),
      ...(fastMath === undefined ? {} : { fastMath }),
      changedData: changedData ?? false,
      ...hooks,
    }),
  );
}
