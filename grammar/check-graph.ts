import type { Graph } from '../runtime/graph/index.ts';
import { validateGraph } from '../runtime/graph/validate.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import type { Origins } from './lower/index.ts';
import { makeSource, spanAt } from './source.ts';
import type { Span } from './span.ts';

/**
 * What the run would refuse of a graph, told at the source. The checks of the language are meant to
 * find all of it earlier and say it better; this keeps what they miss from passing.
 */
export function graphProblems(
  graph: Graph,
  origins: Origins,
  sources: ReadonlyMap<string, string>,
  pipeline: Span,
): Diagnostic[] {
  return validateGraph(graph).map(({ pointer, message, hint }) => {
    const found = nearestOrigin(pointer, origins);
    const text = found && sources.get(found.file);
    const span = found && text !== undefined ? lineSpan(found.file, text, found.line) : pipeline;
    return problem('G0525', span, message, { label: pointer, reason: hint });
  });
}

/** The origin of a value, or of the smallest part of the graph around it that has one. */
function nearestOrigin(pointer: string, origins: Origins): { file: string; line: number } | undefined {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const origin = origins[at];
    if (origin !== undefined && origin !== 'default') return origin;
  }
  return undefined;
}

function lineSpan(file: string, text: string, line: number): Span {
  const start = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const end = text.indexOf('\n', start);
  return spanAt(makeSource(file, text), start, end < 0 ? text.length : end);
}
