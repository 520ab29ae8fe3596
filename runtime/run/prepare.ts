import { randomStream, valueAt, MixtureSampler } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import { stagePlan, type Graph, type Mixture, type MixtureEntry } from '../graph/index.ts';
import type { Tokenizer } from '../model/tokenizer.ts';
import { checkDemonstrable } from '../stages/demonstrate.ts';
import { drawSuite, type HeldoutSuite } from '../stages/evaluate.ts';
import { checkContext, type TaskBook } from '../stages/sample.ts';
import { drawProblem } from '../tasks/draw.ts';
import type { Task } from '../tasks/task.ts';

/** Loads every task of every mixture, each module's export once. */
export async function loadTasks(
  graph: Graph,
  load: (entry: MixtureEntry) => Promise<Task>,
): Promise<TaskBook> {
  const key = ({ task }: MixtureEntry) => `${task.library ?? ''}\n${task.module}\n${task.export}`;
  const book = new Map<string, Task>();
  for (const entry of Object.values(graph.mixtures).flatMap((mixture) => mixture.entries)) {
    if (!book.has(key(entry))) book.set(key(entry), await load(entry));
  }
  return (entry) => book.get(key(entry))!;
}

/**
 * Finds before the run what would break in the middle of it: a task whose settings pose no problem, one that
 * a supervised stage cannot demonstrate, a best checkpoint that nothing keeps.
 */
export function checkStages(graph: Graph, tasks: TaskBook): void {
  for (const [name, mixture] of Object.entries(graph.mixtures)) {
    for (const entry of mixture.entries) {
      drawProblem(
        tasks(entry),
        entry.task.settings,
        'train',
        randomStream(graph.seed, 'check', name, entry.name),
      );
    }
  }
  const keptBy = new Set(
    graph.nodes.flatMap((node) => (node.kind === 'checkpoint' ? [node.config.keepBestBy] : [])),
  );
  for (const { id } of graph.stages) {
    const plan = stagePlan(graph, id);
    if (plan.kind === 'supervised') {
      const slips = plan.demonstrate.config.slips.pieces.some(
        (p) => p.shape === 'cycle' || p.start > 0 || p.end > 0,
      );
      for (const entry of graph.mixtures[plan.sample.config.mixture]!.entries)
        checkDemonstrable(tasks(entry), slips);
    }
    for (const { config } of plan.resets) {
      if (config.to.source === 'current' || keptBy.has(config.to.metric)) continue;
      throw new ProrlError(
        `Stage ${id} resets to the best checkpoint by ${config.to.metric}, which no checkpoint keeps.`,
        {
          exitCode: ExitCode.pipeline,
          hint: `Add \`keep best by ${config.to.metric}\` to a checkpoint of the pipeline, or reset to current.`,
        },
      );
    }
  }
}

/** Draws the held-out problems of every suite, and checks that they fit into the model's context. */
export function drawSuites(
  graph: Graph,
  from: { tasks: TaskBook; tokenizer: Tokenizer; context: number },
): Map<string, HeldoutSuite> {
  return new Map(
    Object.entries(graph.suites).map(([name, suite]) => {
      const mixture = graph.mixtures[suite.mixture]!;
      const held = drawSuite(name, suite, mixture, startWeights(mixture), { ...from, seed: graph.seed });
      checkContext(held.prompts, suite.maxTokens, from.context);
      return [name, held] as const;
    }),
  );
}

export function makeSamplers(graph: Graph): Map<string, MixtureSampler> {
  return new Map(
    Object.entries(graph.mixtures).map(([name, mixture]) => [
      name,
      new MixtureSampler(name, mixture, graph.seed),
    ]),
  );
}

/** The weights at the first step; 0 for what comes in later. */
function startWeights(mixture: Mixture): number[] {
  const point = { steps: 0, tokens: 0, metrics: {} };
  return mixture.entries.map((entry) => (entry.from > 1 ? 0 : valueAt(entry.weight, point)));
}
