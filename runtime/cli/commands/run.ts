import { Command, Option } from 'commander';
import type { Engine } from '../../graph/index.ts';
import { engineOption, refuseCheckOnly } from '../engine-option.ts';
import { memoryOption } from '../memory-option.ts';
import { noSandboxOption, permitNoSandbox } from '../permit-no-sandbox.ts';
import { parseSet, type SetOption, wholeNumber } from '../set-option.ts';

interface RunOptions {
  out?: string;
  seed?: number;
  backend: string;
  memory?: number;
  maxSteps?: number;
  samples?: number;
  fastMath?: true;
  set: SetOption[];
  json?: true;
  pipeline?: string;
  frozen?: true;
  unsafeNoSandbox?: true;
  engine?: Engine;
}

export function runCommand(): Command {
  const command = new Command('run')
    .description('train as a pipeline says, and compare with the base model')
    .argument('<FILE>', 'a .prorl file, or a graph as JSON')
    .addOption(new Option('-o, --out <DIR>', 'the run folder (default: runs/PIPELINE-N)').env('PRORL_OUT'))
    .addOption(
      new Option('--seed <N>', "instead of the pipeline's").env('PRORL_SEED').argParser(wholeNumber(0)),
    )
    .addOption(
      new Option('--backend <NAME>', 'cuda, native, webgpu, wasm, cpu, or auto for the fastest')
        .env('PRORL_BACKEND')
        .default('auto'),
    )
    .addOption(memoryOption())
    .addOption(
      new Option('--max-steps <N>', 'stop after so many steps')
        .env('PRORL_MAX_STEPS')
        .argParser(wholeNumber(1)),
    )
    .option('--fast-math', 'round the factors of large products to bfloat16, on native')
    .option('--samples <N>', 'keep so many responses to each task of a step in samples.jsonl', wholeNumber(1))
    .option('--set <PATH=VALUE>', 'change a value of the graph (may be repeated)', parseSet, [])
    .option('--pipeline <NAME>', 'which pipeline, where the file has several')
    .option('--frozen', 'refuse to run unless all libraries are as prorl.lock pins them')
    .addOption(noSandboxOption())
    .option('--json', 'print the events as JSON lines on stdout')
    .addHelpText(
      'after',
      '\nA flag wins over its PRORL_* variable, and that over the file.\nCtrl-C saves a checkpoint and ends; prorl resume DIR goes on.',
    );
  return engineOption(command, 'where it runs; only local runs today').action(run);
}

async function run(file: string, options: RunOptions): Promise<void> {
  const { backend, memory, maxSteps, samples, fastMath, json, pipeline } = options;
  const [
    { parseBackendName },
    { loadPipeline },
    { applySettings },
    { nextRunFolder },
    { commandName, quote },
    { showPath },
  ] = await Promise.all([
    import('../../tensor/backend.ts'),
    import('../load-pipeline.ts'),
    import('../apply-settings.ts'),
    import('../run-folder.ts'),
    import('../command-name.ts'),
    import('../show-path.ts'),
  ]);
  if (options.engine !== undefined) refuseCheckOnly(options.engine, file);
  if (backend !== 'auto') parseBackendName(backend);
  if (options.unsafeNoSandbox) await permitNoSandbox();
  const loaded = await loadPipeline(file, pipeline);
  if (options.frozen) {
    const { refuseUnlocked } = await import('../lock-file.ts');
    refuseUnlocked(file, loaded.graph, loaded.baseFolder);
  }
  const graph = applySettings(loaded.graph, options);
  const out = options.out ?? nextRunFolder(graph.pipeline);
  const [{ runLocal }, { followRun }] = await Promise.all([
    import('../../engines/local.ts'),
    import('../follow-run.ts'),
  ]);
  const next = `${commandName()} run ${quote(file)} --seed ${graph.seed + 1}`;
  await followRun(
    { graph, folder: showPath(out), maxSteps, history: [], json: json ?? false, next },
    (hooks) =>
      runLocal(graph, {
        out,
        baseFolder: loaded.baseFolder,
        backend,
        ...(memory === undefined ? {} : { memory }),
        ...(maxSteps === undefined ? {} : { maxSteps }),
        ...(samples === undefined ? {} : { samples }),
        ...(fastMath === undefined ? {} : { fastMath }),
        ...hooks,
      }),
  );
}
