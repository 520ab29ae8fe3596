import type { Span } from './span.ts';

/**
 * A tree, or diagnostics, at another place of the file: every span so many UTF-16 units and so many
 * lines further on. Columns stay, so that this holds only where the text stays in its columns.
 * What does not move is not copied.
 */
export function moved<T extends object>(tree: T, offset: number, lines: number): T {
  return offset === 0 && lines === 0 ? tree : (copy(tree, offset, lines) as T);
}

function copy(value: object, offset: number, lines: number): object {
  if (Array.isArray(value)) return value.map((one: unknown) => part(one, offset, lines));
  if ('endColumn' in value) return movedSpan(value as Span, offset, lines);
  const made: Record<string, unknown> = {};
  for (const key in value) made[key] = part((value as Record<string, unknown>)[key], offset, lines);
  // An imported name without "as" has one node for both (see ast.ts).
  if (made['kind'] === 'ImportedName' && Reflect.get(value, 'alias') === Reflect.get(value, 'name')) {
    made['alias'] = made['name'];
  }
  return made;
}

function part(value: unknown, offset: number, lines: number): unknown {
  return typeof value === 'object' && value !== null ? copy(value, offset, lines) : value;
}

function movedSpan(span: Span, offset: number, lines: number): Span {
  return {
    file: span.file,
    start: span.start + offset,
    end: span.end + offset,
    line: span.line + lines,
    column: span.column,
    endLine: span.endLine + lines,
    endColumn: span.endColumn,
  };
}
