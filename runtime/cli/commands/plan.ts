import { Command } from 'commander';
import type { Engine } from '../../graph/index.ts';
import type { PlanReport } from '../../report/plan-report.ts';
import { style } from '../../report/style.ts';
import { stdout } from '../terminal.ts';
import { estimateOptions, type EstimateOptions } from '../estimate-options.ts';
import { engineLines, engineOption } from '../engine-option.ts';
import { parseSet, type SetOption } from '../set-option.ts';

interface PlanOptions extends EstimateOptions {
  json?: true;
  pipeline?: string;
  set: SetOption[];
  engine?: Engine;
}

export function planCommand(): Command {
  const command = new Command('plan')
    .description('print what a pipeline will do, every value and its origin')
    .argument('<FILE>', 'a .prorl file, or a graph as JSON')
    .option('--json', 'print the plan as JSON')
    .option('--pipeline <NAME>', 'which pipeline, where the file has several')
    .option('--set <PATH=VALUE>', 'change a value of the graph (may be repeated)', parseSet, []);
  engineOption(command, 'also tell what an engine makes of it');
  return estimateOptions(command).action(plan);
}

async function plan(file: string, options: PlanOptions): Promise<void> {
  const { json, pipeline, set } = options;
  const [
    { loadPipeline },
    { applySettings },
    graphs,
    { valueAt },
    { planLines },
    { planData },
    { showPath },
    { defaultMeanLength, estimate },
    { estimateLines },
    { modelSize },
    { machineMemory },
    { maxBatchTokens },
  ] = await Promise.all([
    import('../load-pipeline.ts'),
    import('../apply-settings.ts'),
    import('../../graph/index.ts'),
    import('../../control/index.ts'),
    import('../../report/plan.ts'),
    import('../../report/plan-data.ts'),
    import('../show-path.ts'),
    import('../../report/estimate.ts'),
    import('../../report/estimate-lines.ts'),
    import('../model-size.ts'),
    import('../../engines/memory.ts'),
    import('../../tensor/backend-types.ts'),
  ]);
  const loaded = await loadPipeline(file, pipeline);
  const graph = applySettings(loaded.graph, { set });
  const input = {
    graph,
    hash: graphs.graphHash(graph),
    origins: loaded.origins,
    showFile: showPath,
    valueAt: (schedule: Parameters<typeof valueAt>[0], x: number): number => {
      const metrics = typeof schedule.over === 'string' ? {} : { [schedule.over.metric]: x };
      return valueAt(schedule, { steps: x, tokens: x, metrics });
    },
  };
  const { parameters } = options;
  const costs = estimate(
    graph,
    {
      size:
        parameters === undefined
          ? await modelSize(graph.model, loaded.baseFolder)
          : { parameters, from: 'given', shape: null },
      meanLength: options.meanLength ?? defaultMeanLength,
      machine: options.machine ?? null,
      rolloutUtilisation: options.rolloutUtilisation ?? null,
      trainingUtilisation: options.trainingUtilisation ?? null,
      local: {
        memory: options.memory ?? machineMemory(),
        most: { rows: maxBatchTokens.native, sequences: graphs.SEQUENCES },
      },
    },
    input.valueAt,
  );
  if (json) {
    const report: PlanReport = { ...planData(input), estimate: costs };
    stdout.write(`${JSON.stringify(report, null, 2)}\n`);
    return;
  }
  const [columns, s] = [Math.min(stdout.width, 120), style(stdout.color)];
  const engine = options.engine === undefined ? [] : ['', ...engineLines(graph, options.engine, s)];
  stdout.write(
    `${[...planLines(input, columns, s), ...engine, '', ...estimateLines(costs, s)].join('\n')}\n`,
  );
}
