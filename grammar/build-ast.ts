import type * as ast from './ast.ts';
import type { BuildContext } from './build-context.ts';
import { buildDeclaration } from './build-declaration.ts';
import { buildString } from './build-expression.ts';
import { problem, replace } from './diagnostics/index.ts';
import { spanAt, spanOf } from './source.ts';
import { after, type Span } from './span.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** The editions that this version reads, newest first. */
export const editions: readonly number[] = [2026];

/** What stands at the top level of a file. */
export type TopLevel = ast.Edition | ast.Import | ast.Declaration;

/** Builds what the parser found at one place of the top level; undefined where nothing was understood. */
export function buildTopLevel(c: BuildContext, root: SyntaxNode): TopLevel | undefined {
  const top = root.child('topLevel');
  if (top === undefined) return undefined;
  const editionNode = top.child('edition');
  if (editionNode !== undefined) return buildEdition(c, editionNode);
  const importNode = top.child('import');
  if (importNode !== undefined) return buildImport(c, importNode);
  const declarationNode = top.child('declaration');
  if (declarationNode === undefined) return undefined;
  const damaged = top.recoveredNode === true || declarationNode.recoveredNode === true;
  return buildDeclaration(c, declarationNode, damaged);
}

/** Puts a file's tree together. `broken`: there are mistakes that are reported already. */
export function buildFile(c: BuildContext, parts: readonly TopLevel[], broken: boolean): ast.SourceFile {
  const imports: ast.Import[] = [];
  const declarations: ast.Declaration[] = [];
  let edition: ast.Edition | null = null;
  for (const part of parts) {
    if (part.kind === 'Import') imports.push(part);
    else if (part.kind !== 'Edition') declarations.push(part);
    else {
      if (edition !== null) c.report(secondEdition(part, edition));
      else if (imports.length + declarations.length > 0) c.report(lateEdition(part));
      edition ??= part;
    }
  }
  if (edition === null && !(broken && declarations.length === 0)) c.report(noEdition(c));
  const span = spanAt(c.source, 0, c.source.text.length);
  return { kind: 'SourceFile', edition, imports, declarations, span };
}

function buildEdition(c: BuildContext, node: SyntaxNode): ast.Edition {
  const span = c.span(node);
  const digits = node.token('Number');
  if (digits === undefined) return { kind: 'Edition', year: null, span };
  const year = Number(digits.image);
  if (editions.includes(year)) return { kind: 'Edition', year, span };
  const [newest = 0] = editions;
  c.report(
    problem('P0131', spanOf(c.source, digits), `there is no edition ${digits.image}`, {
      reason:
        year > newest
          ? `This version of prorl knows the editions ${editions.join(', ')}. A newer version may know more.`
          : `The editions are ${editions.join(', ')}.`,
      fix: replace(spanOf(c.source, digits), String(newest), `write "${newest}"`),
    }),
  );
  return { kind: 'Edition', year: null, span };
}

function noEdition(c: BuildContext): ReturnType<typeof problem> {
  const start = c.source.text.startsWith('\ufeff') ? 1 : 0;
  const [newest = 0] = editions;
  return problem('P0130', spanAt(c.source, start, start), 'this file does not say its edition', {
    label: `"edition ${newest}" is expected here`,
    reason:
      'The edition fixes what a file means, so that it still means the same when the language moves on.',
    fix: replace(
      spanAt(c.source, start, start),
      `edition ${newest}\n\n`,
      `begin the file with "edition ${newest}"`,
    ),
  });
}

function secondEdition(found: ast.Edition, first: ast.Edition): ReturnType<typeof problem> {
  return problem('P0126', found.span, 'the edition is given twice', {
    secondary: [{ span: first.span, text: 'first here' }],
    fix: replace(found.span, '', 'remove the second one'),
  });
}

function lateEdition(found: ast.Edition): ReturnType<typeof problem> {
  return problem('P0132', found.span, 'the edition stands at the top of the file', {
    reason: 'It says how everything after it is read.',
    fix: { title: 'move it to the first line', edits: [] },
  });
}

function buildImport(c: BuildContext, node: SyntaxNode): ast.Import {
  const span = c.span(node);
  const list = node.child('importedNames');
  const bare = node.child('importedName');
  const names = (list === undefined ? (bare === undefined ? [] : [bare]) : list.nodes('importedName')).map(
    (n) => buildImportedName(c, n, span),
  );
  if (bare !== undefined && bare.token('Identifier') !== undefined) {
    const at = c.span(bare);
    const text = c.source.text.slice(at.start, at.end);
    c.report(
      problem('P0127', at, 'the names of an import stand in braces', {
        fix: {
          title: `write "{ ${text} }"`,
          edits: [
            { span: { ...at, end: at.start, endLine: at.line, endColumn: at.column }, text: '{ ' },
            { span: after(at), text: ' }' },
          ],
        },
      }),
    );
  }
  const from = node.token('String');
  return { kind: 'Import', names, from: from === undefined ? c.hole(span) : buildString(c, from), span };
}

function buildImportedName(c: BuildContext, node: SyntaxNode, at: Span): ast.ImportedName {
  const span = c.span(node, at.end);
  const [name, alias] = node.tokens('Identifier').map((one) => c.name(one, span));
  const first = name ?? c.name(undefined, span);
  return { kind: 'ImportedName', name: first, alias: alias ?? first, span };
}
