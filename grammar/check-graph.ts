import { validateGraph } from '../runtime/graph/validate.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import type { Lowered, Origins } from './lower/index.ts';
import { makeSource, spanAt } from './source.ts';
import type { Span } from './span.ts';

/**
 * What the run would refuse of a graph, told at the source. The checks of the language are meant to
 * find all of it earlier and say it better; this keeps what they miss from passing.
 */
export function graphProblems(
  lowered: Lowered,
  sources: ReadonlyMap<string, string>,
  pipeline: Span,
): Diagnostic[] {
  return validateGraph(lowered.graph).map(({ pointer, message, hint }) => {
    const span = spanOf(pointer, lowered.origins, sources) ?? pipeline;
    return problem('G0525', span, message, { label: pointer, reason: hint });
  });
}

/** The line on which a part of the graph was written; the first of `file` where that is not known. */
export function placeOf(
  pointer: string,
  origins: Origins,
  sources: ReadonlyMap<string, string>,
  file: string,
): Span {
  return spanOf(pointer, origins, sources) ?? lineSpan(file, sources.get(file) ?? '', 1);
}

function spanOf(pointer: string, origins: Origins, sources: ReadonlyMap<string, string>): Span | undefined {
  const found = nearestOrigin(pointer, origins);
  const text = found && sources.get(found.file);
  return found && text !== undefined ? lineSpan(found.file, text, found.line) : undefined;
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
  const before = text
    .split('\n')
    .slice(0, line - 1)
    .reduce((sum, one) => sum + one.length + 1, 0);
  const end = text.indexOf('\n', before);
  const written = text.slice(before, end < 0 ? text.length : end);
  const start = before + written.length - written.trimStart().length;
  return spanAt(makeSource(file, text), start, before + written.trimEnd().length);
}
