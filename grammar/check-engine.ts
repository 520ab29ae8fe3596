import type { Engine } from '../runtime/graph/engine.ts';
import { supportOf } from '../runtime/graph/engines.ts';
import { featuresOf } from '../runtime/graph/features.ts';
import type { Graph } from '../runtime/graph/index.ts';
import { placeOf } from './check-graph.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import type { Origins } from './lower/index.ts';

/** What an engine lacks of what a graph asks of it, told at the source; once for each place and feature. */
export function engineProblems(
  graph: Graph,
  engine: Engine,
  { file, origins, sources }: { file: string; origins: Origins; sources: ReadonlyMap<string, string> },
): Diagnostic[] {
  const told = new Set<string>();
  const found = featuresOf(graph).flatMap(({ feature, pointer }): Diagnostic[] => {
    const support = supportOf(engine, feature);
    if (support?.as !== 'lacking') return [];
    const span = placeOf(pointer, origins, sources, file);
    const key = `${feature} ${span.file}:${span.start}`;
    if (told.has(key)) return [];
    told.add(key);
    return [
      problem('G0528', span, `${engine.name} does not have ${feature}`, {
        label: 'asked for here',
        reason: support.why,
        fix: { title: lowered(support.instead), edits: [] },
      }),
    ];
  });
  return found.toSorted((a, b) => a.primary.span.start - b.primary.span.start);
}

/** A sentence as the title of a fix. */
function lowered(sentence: string): string {
  return sentence[0]!.toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
