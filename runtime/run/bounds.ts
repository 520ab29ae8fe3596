import { stagePlan, type Graph, type Trigger } from '../graph/index.ts';

/** Steps after which a stage ends at the latest; null where nothing bounds it. */
export function stageBound(graph: Graph, stage: string): number | null {
  return boundOf(stagePlan(graph, stage).transition.config.until);
}

/** The same of the whole run; `maxSteps` is the caller's own bound. */
export function totalBound(graph: Graph, maxSteps: number | undefined): number | null {
  let total: number | null = 0;
  for (const { id } of graph.stages) {
    const bound = stageBound(graph, id);
    total = total === null || bound === null ? null : total + bound;
  }
  return maxSteps === undefined ? total : Math.min(total ?? maxSteps, maxSteps);
}

function boundOf(trigger: Trigger): number | null {
  if (trigger.op === 'reached') return trigger.unit === 'steps' ? trigger.count : null;
  if (trigger.op === 'or') return least(trigger.of.map(boundOf));
  if (trigger.op === 'and') {
    const bounds = trigger.of.map(boundOf);
    return bounds.includes(null) ? null : Math.max(...(bounds as number[]));
  }
  return null;
}

function least(bounds: readonly (number | null)[]): number | null {
  const known = bounds.filter((bound) => bound !== null);
  return known.length === 0 ? null : Math.min(...known);
}
