import { formatBlock } from './blocks.ts';
import { closing, group, hardline, indent, mark, type Doc } from './doc.ts';
import { bracketed, formatExpression, formatNumber, formatRange, formatValue } from './expressions.ts';
import { leadOf, sidesOfLineEnd } from './comments.ts';
import type { Words } from './words.ts';
import type { SyntaxNode } from '../syntax-node.ts';

/** Formats a whole file. */
export function formatFile(w: Words, root: SyntaxNode): Doc {
  const out: Doc[] = [];
  let before: SyntaxNode | undefined;
  for (const top of root.nodes('topLevel')) {
    const { isApart, hasBlank } = leadOf(w.gap(top));
    // Comments that stand apart from what follows them bring their own empty line.
    const apart = before !== undefined && (isApart || (standsAlone(before, top) && !hasBlank));
    const lead: Doc = before === undefined ? '' : [hardline, apart ? hardline : ''];
    out.push(lead, formatTop(w, top));
    before = top;
  }
  const end = w.gap('end');
  if (sidesOfLineEnd(end).above.length > 0) out.push(hardline, leadOf(end).isApart ? hardline : '');
  return [out, w.end()];
}

/** Whether an empty line must stand between two parts of a file: around blocks, and between kinds of parts. */
function standsAlone(before: SyntaxNode, next: SyntaxNode): boolean {
  const kind = (top: SyntaxNode): string => {
    const [[rule, node]] = [...top] as [[string, SyntaxNode]];
    const tall = node.child('block') ?? node.child('levels');
    return rule === 'declaration' && tall !== undefined ? 'block' : rule;
  };
  return kind(before) !== kind(next) || kind(next) === 'block';
}

function formatTop(w: Words, top: SyntaxNode): Doc {
  const [edition, imported, declaration] = ['edition', 'import', 'declaration'].map((n) => top.child(n));
  if (edition !== undefined)
    return [w.token(edition.token('Edition')!), ' ', w.token(edition.token('Number')!)];
  if (imported !== undefined) return formatImport(w, imported);
  return formatDeclaration(w, declaration!);
}

function formatImport(w: Words, node: SyntaxNode): Doc {
  const list = node.child('importedNames')!;
  return [
    [w.token(node.token('Import')!), ' '],
    bracketed(w, list, ['LCurly', 'RCurly'], list.nodes('importedName'), formatImportedName, { pad: true }),
    [' ', w.token(node.token('From')!), ' ', w.token(node.token('String')!)],
  ];
}

function formatImportedName(w: Words, node: SyntaxNode): Doc {
  const [name, alias] = node.tokens('Identifier');
  const as = node.token('As');
  return [w.token(name!), as === undefined ? '' : [' ', w.token(as), ' ', w.token(alias!)]];
}

function formatDeclaration(w: Words, node: SyntaxNode): Doc {
  const exported = node.token('Export');
  const word = node.token('Word')!;
  const parameters = node.child('parameters');
  const type = node.child('type');
  const assignment = node.child('assignment');
  const block = node.child('block');
  const style = { tall: true, mixture: word.image === 'mixture' };
  return [
    exported === undefined ? '' : [w.token(exported), ' '],
    [w.token(word), ' ', w.token((node.token('Name') ?? node.token('Title'))!)],
    parameters === undefined ? '' : formatParameters(w, parameters),
    type === undefined ? '' : [w.token(node.token('Colon')!), ' ', formatType(w, type)],
    assignment === undefined
      ? ''
      : [' ', w.token(assignment.token('Equals')!), ' ', formatValue(w, node.child('value')!)],
    block === undefined ? '' : [' ', formatBlock(w, block, style)],
    [...node.nodes('domain'), ...node.nodes('levels')]
      .toSorted((a, b) => a.start - b.start)
      .map((one) => [' ', one.name === 'domain' ? formatDomain(w, one) : formatLevels(w, one)]),
  ];
}

function formatDomain(w: Words, node: SyntaxNode): Doc {
  return [w.token(node.token('Domain')!), ' ', w.token(node.token('Identifier')!)];
}

/** Each level on a line of its own, without commas. */
function formatLevels(w: Words, node: SyntaxNode): Doc {
  const [open, close] = [node.token('LCurly')!, node.token('RCurly')!];
  for (const comma of node.tokens('Comma')) w.drop(comma);
  const levels = node.nodes('level');
  const rows = levels.map((level, i): Doc => [
    hardline,
    i > 0 && leadOf(w.gap(level)).isApart ? hardline : '',
    formatNumber(w, level.child('number')!),
    mark('block'),
    formatBlock(w, level.child('block')!),
  ]);
  return [
    w.token(node.token('Levels')!),
    ' ',
    w.token(open),
    indent(rows),
    closing(hardline),
    w.token(close),
  ];
}

function formatParameters(w: Words, node: SyntaxNode): Doc {
  return bracketed(w, node, ['LParen', 'RParen'], node.nodes('parameter'), (_, parameter) => {
    const [type, colon, within, sign] = [
      parameter.child('type'),
      parameter.token('Colon'),
      parameter.token('In'),
      parameter.token('Equals'),
    ];
    return [
      w.token(parameter.token('Identifier')!),
      type === undefined ? '' : [w.token(colon!), ' ', formatType(w, type)],
      within === undefined ? '' : [' ', w.token(within), ' ', formatRange(w, parameter.child('bounds')!)],
      sign === undefined ? '' : [' ', w.token(sign), ' ', formatExpression(w, parameter.child('default')!)],
    ];
  });
}

function formatType(w: Words, node: SyntaxNode): Doc {
  const [less, greater] = [node.token('Less'), node.token('Greater')];
  const [commas, bars] = [node.tokens('Comma'), node.tokens('Bar')];
  const given = node
    .nodes('argument')
    .map((n, i): Doc => [i === 0 ? '' : [w.token(commas[i - 1]!), ' '], formatType(w, n)]);
  const options = node.tokens('option').map((t, i): Doc => [' ', w.token(bars[i]!), ' ', w.token(t)]);
  return group([
    w.token(node.token('Identifier')!),
    less === undefined ? '' : [w.token(less), given, w.token(greater!)],
    options,
  ]);
}
