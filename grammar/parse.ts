import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import { balance } from './brackets.ts';
import { buildFile, buildTopLevel } from './build-ast.ts';
import { BuildContext } from './build-context.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import { lex } from './lex.ts';
import { ProrlParser } from './parser.ts';
import type { KnownParts, Part } from './parts.ts';
import { lineAt, makeSource, spanAt, type Source } from './source.ts';
import { explainSyntaxError } from './syntax-errors.ts';
import type { SyntaxNode } from './syntax-node.ts';

export interface Parsed {
  readonly file: ast.SourceFile;
  /** In order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** More messages than that help nobody. */
const mostDiagnostics = 100;

let parser: ProrlParser | undefined;

/** The parser's own tree of a row of tokens, whose brackets must be balanced. Never throws. */
export function parseTokens(tokens: IToken[]): SyntaxNode {
  parser ??= new ProrlParser();
  return parser.whole(tokens).root;
}

/**
 * Parses a text. Never throws: whatever cannot be understood is reported and left out of the tree
 * (see ast.ts on holes). `name` is the file's name for spans. `known`: what was parsed before and may
 * be used again; the result is the same without it.
 */
export function parse(name: string, text: string, known?: KnownParts): Parsed {
  const source = makeSource(name, text);
  const lexed = lex(source);
  const fatal =
    lexed.diagnostics.some((d) => d.code === 'P0101' || d.code === 'P0102') && lexed.tokens.length === 0;
  if (fatal) return { file: emptyFile(source), diagnostics: lexed.diagnostics };
  const balanced = balance(source, lexed.tokens);
  if (balanced.tokens.length === 0 && lexed.tokens.length > 0) {
    return { file: emptyFile(source), diagnostics: inOrder([...lexed.diagnostics, ...balanced.diagnostics]) };
  }

  const parts = parseParts(source, balanced.tokens, lexed.comments, known);
  const syntax = parts.flatMap((part) => part.syntax);
  const broken = syntax.length + lexed.diagnostics.length + balanced.diagnostics.length > 0;
  const context = new BuildContext(source, []);
  const file = buildFile(
    context,
    parts.flatMap((part) => part.top ?? []),
    broken,
  );
  const isLost = lostLines(source, lexed.diagnostics);
  const brackets = balanced.diagnostics.filter((d) => !isLost.has(d.primary.span.line));
  const heard = withoutEchoes(syntax, isLost, balanced.damaged, balanced.tokens);
  const built = [...parts.flatMap((part) => part.built), ...context.diagnostics].filter(
    (d) => !isLost.has(d.primary.span.line),
  );
  const all = [...lexed.diagnostics, ...brackets, ...heard, ...built];
  return { file, diagnostics: atMost(inOrder(all)) };
}

/** Parses one import or declaration after the other: each is built, and its parser's tree dropped, before the next. */
function parseParts(
  source: Source,
  tokens: IToken[],
  comments: readonly IToken[],
  known: KnownParts | undefined,
): Part[] {
  parser ??= new ProrlParser();
  const parts: Part[] = [];
  let context: BuildContext | undefined;
  known?.begin(source, tokens);
  for (let at = 0; at < tokens.length;) {
    let part = known?.find(at);
    if (part === undefined) {
      const { root, errors, next } = parser.part(tokens, at);
      context ??= new BuildContext(source, comments);
      const top = buildTopLevel(context, root);
      const syntax = errors.map((error) => explainSyntaxError(source, error));
      part = { top, syntax, built: context.diagnostics.splice(0), count: next - at };
    }
    known?.keep(at, part);
    parts.push(part);
    at += part.count;
  }
  return parts;
}

function emptyFile(source: Source): ast.SourceFile {
  const span = spanAt(source, 0, source.text.length);
  return { kind: 'SourceFile', edition: null, imports: [], declarations: [], span };
}

/** Lines on which characters were lost: brackets and values may be among them. */
function lostLines(source: Source, lexical: readonly Diagnostic[]): ReadonlySet<number> {
  const lost = new Set(['P0101', 'P0103', 'P0104', 'P0105']);
  return new Set(lexical.filter((d) => lost.has(d.code)).map((d) => lineAt(source, d.primary.span.start)));
}

/** Leaves out mistakes that only follow from another: about something lost, or right behind another one. */
function withoutEchoes(
  found: readonly Diagnostic[],
  lines: ReadonlySet<number>,
  damaged: readonly (readonly [number, number])[],
  tokens: readonly IToken[],
): Diagnostic[] {
  const places = new Set<number>();
  let next = -1;
  return found.filter(({ primary: { span } }) => {
    if (lines.has(span.line) || damaged.some(([from, to]) => span.start >= from && span.start <= to))
      return false;
    if (places.has(span.start) || span.start === next) return false;
    places.add(span.start);
    const at = firstAt(tokens, span.start);
    const [here, behind] = [tokens[at], tokens[at + 1]];
    // An echo stands on the line of its cause.
    next =
      here !== undefined &&
      behind !== undefined &&
      behind.startLine === here.startLine &&
      here.startLine === span.line
        ? behind.startOffset
        : -1;
    return true;
  });
}

/** The index of the first token that begins at an offset or behind it. */
function firstAt(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.startOffset >= offset) high = middle;
    else low = middle + 1;
  }
  return low;
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
