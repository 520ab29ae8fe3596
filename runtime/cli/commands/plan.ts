import { Command } from 'commander';
import { style } from '../../report/style.ts';
import { stdout } from '../terminal.ts';
import { parseSet, type SetOption } from '../set-option.ts';

interface PlanOptions {
  json?: true;
  pipeline?: string;
  set: SetOption[];
}

export function planCommand(): Command {
  return new Command('plan')
    .description('print what a pipeline will do, every value and its origin')
    .argument('<FILE>', 'a .prorl file, or a graph as JSON')
    .option('--json', 'print the plan as JSON')
    .option('--pipeline <NAME>', 'which pipeline, where the file has several')
    .option('--set <PATH=VALUE>', 'change a value of the graph (may be repeated)', parseSet, [])
    .action(plan);
}

async function plan(file: string, { json, pipeline, set }: PlanOptions): Promise<void> {
  const [
    { loadPipeline },
    { applySettings },
    graphs,
    { valueAt },
    { planLines },
    { planData },
    { showPath },
  ] = await Promise.all([
    import('../load-pipeline.ts'),
    import('../apply-settings.ts'),
    import('../../graph/index.ts'),
    import('../../control/index.ts'),
    import('../../report/plan.ts'),
    import('../../report/plan-data.ts'),
    import('../show-path.ts'),
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
  if (json) stdout.write(`${JSON.stringify(planData(input), null, 2)}\n`);
  else stdout.write(`${planLines(input, Math.min(stdout.width, 120), style(stdout.color)).join('\n')}\n`);
}
