import { createHash } from 'node:crypto';
import type { Declaration, SourceFile } from './ast.ts';
import { makeSource, spanAt, type Source } from './source.ts';
import type { Span } from './span.ts';

/**
 * A file's tree as text: one line of JSON that says what the file declares, and one for each declaration,
 * so that those that nobody asks for need not be read. A span is written as its two offsets.
 */
interface Outline {
  /** SHA-256 of the text. */
  readonly digest: string;
  readonly edition: SourceFile['edition'];
  readonly imports: SourceFile['imports'];
  readonly declarations: readonly Pick<Declaration, 'kind' | 'name' | 'exported'>[];
  /** What else each declaration has. */
  readonly members: readonly (readonly string[])[];
}

export function storeTree(text: string, { edition, imports, declarations }: SourceFile): string {
  const outline: Outline = {
    digest: digestOf(text),
    edition,
    imports,
    declarations: declarations.map(({ kind, name, exported }) => ({ kind, name, exported })),
    members: declarations.map((one) => Object.keys(one).filter((key) => !outlined.has(key))),
  };
  return [outline, ...declarations].map((one) => JSON.stringify(one, packed)).join('\n');
}

/**
 * The tree that `storeTree` wrote, for the file of this name; null where the text is another by now. Its declarations
 * are read when they are looked into.
 */
export function readTree(stored: string, file: string, text: string): SourceFile | null {
  const source = makeSource(file, text);
  const [first = '', ...lines] = stored.split('\n');
  const outline = unpacked(JSON.parse(first), source) as Outline;
  if (outline.digest !== digestOf(text)) return null;
  const { edition, imports, declarations, members } = outline;
  return {
    kind: 'SourceFile',
    edition,
    imports,
    declarations: declarations.map((one, i) => opened(one, members[i]!, lines[i]!, source)),
    span: spanAt(source, 0, text.length),
  };
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const outlined: ReadonlySet<string> = new Set(['kind', 'name', 'exported']);

function opened(
  outline: Outline['declarations'][number],
  members: readonly string[],
  line: string,
  source: Source,
): Declaration {
  let whole: Record<string, unknown> | undefined;
  const declaration = { ...outline };
  for (const key of members) {
    const get = () => (whole ??= unpacked(JSON.parse(line), source) as Record<string, unknown>)[key];
    Object.defineProperty(declaration, key, { enumerable: true, get });
  }
  return declaration as Declaration;
}

function packed(_: string, value: unknown): unknown {
  return isSpan(value) ? [value.start, value.end] : value;
}

function isSpan(value: unknown): value is Span {
  return typeof value === 'object' && value !== null && 'endColumn' in value;
}

/** Puts the spans back in place: nothing else in a tree is a list of numbers. */
function unpacked(value: unknown, source: Source): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const [start, end] = value as unknown[];
    if (typeof start === 'number') return spanAt(source, start, end as number);
    return value.map((one) => unpacked(one, source));
  }
  const node = value as Record<string, unknown>;
  for (const key of Object.keys(node)) node[key] = unpacked(node[key], source);
  return node;
}
