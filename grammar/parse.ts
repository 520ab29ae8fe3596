import type * as ast from './ast.ts';
import { balance } from './brackets.ts';
import { buildAst } from './build-ast.ts';
import { BuildContext } from './build-context.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import { lex } from './lex.ts';
import { ProrlParser } from './parser.ts';
import { lineAt, makeSource, spanAt, type Source } from './source.ts';
import { explainSyntaxError } from './syntax-errors.ts';

export interface Parsed {
  readonly file: ast.SourceFile;
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** More messages than that help nobody. */
const mostDiagnostics = 100;

let parser: ProrlParser | undefined;

/**
 * Parses a text. Never throws: whatever cannot be understood is reported and left out of the tree
 * (see ast.ts on holes). `name` is the file's name for spans.
 */
export function parse(name: string, text: string): Parsed {
  const source = makeSource(name, text);
  const lexed = lex(source);
  const fatal =
    lexed.diagnostics.some((d) => d.code === 'P0101' || d.code === 'P0102') && lexed.tokens.length === 0;
  if (fatal) return { file: emptyFile(source), diagnostics: lexed.diagnostics };
  const balanced = balance(source, lexed.tokens);
  if (balanced.tokens.length === 0 && lexed.tokens.length > 0) {
    return { file: emptyFile(source), diagnostics: inOrder([...lexed.diagnostics, ...balanced.diagnostics]) };
  }

  parser ??= new ProrlParser();
  parser.input = balanced.tokens;
  const root = parser.sourceFile();
  const context = new BuildContext(source, lexed.comments);
  const syntax = parser.errors.map((error) => explainSyntaxError(source, error));
  parser.input = [];
  const broken = syntax.length + lexed.diagnostics.length + balanced.diagnostics.length > 0;
  const file = buildAst(context, root, broken);
  const heard = withoutEchoes(source, syntax, lexed.diagnostics, balanced.damaged);
  const all = [...lexed.diagnostics, ...balanced.diagnostics, ...heard, ...context.diagnostics];
  return { file, diagnostics: atMost(inOrder(all)) };
}

function emptyFile(source: Source): ast.SourceFile {
  const span = spanAt(source, 0, source.text.length);
  return { kind: 'SourceFile', edition: null, imports: [], declarations: [], span };
}

/** Mistakes that only follow from another: on the line of a lost character, or about a lost bracket. */
function withoutEchoes(
  source: Source,
  found: readonly Diagnostic[],
  lexical: readonly Diagnostic[],
  damaged: readonly (readonly [number, number])[],
): Diagnostic[] {
  const lost = new Set(['P0101', 'P0103', 'P0104', 'P0105']);
  const lines = new Set<number>();
  for (const d of lexical) if (lost.has(d.code)) lines.add(lineAt(source, d.primary.span.start));
  const places = new Set<number>();
  return found.filter(({ primary: { span } }) => {
    if (lines.has(span.line) || damaged.some(([from, to]) => span.start >= from && span.start <= to))
      return false;
    if (places.has(span.start)) return false;
    places.add(span.start);
    return true;
  });
}

function inOrder(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.primary.span.start - b.primary.span.start);
}

function atMost(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  if (diagnostics.length <= mostDiagnostics) return diagnostics;
  const kept = diagnostics.slice(0, mostDiagnostics);
  const next = diagnostics[mostDiagnostics]!;
  const more = diagnostics.length - mostDiagnostics;
  return [
    ...kept,
    problem('P0129', next.primary.span, `from here on there are ${more} more syntax errors`, {
      reason: 'They are left out: the first ones may be their cause.',
    }),
  ];
}
