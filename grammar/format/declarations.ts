import type { CstNode } from 'chevrotain';
import { child, nodes, token, tokens } from '../build-context.ts';
import { formatBlock } from './blocks.ts';
import { group, hardline, indent, mark, type Doc } from './doc.ts';
import {
  bracketed,
  commaBehind,
  ending,
  formatExpression,
  formatNumber,
  formatRange,
  formatValue,
} from './expressions.ts';
import { hasBlank, isApart, type Wardrobe } from './wardrobe.ts';

/** Formats a whole file. */
export function formatFile(w: Wardrobe, root: CstNode): Doc {
  const out: Doc[] = [];
  let before: CstNode | undefined;
  for (const top of nodes(root, 'topLevel')) {
    const first = w.first(top);
    // Comments that stand apart from what follows them bring their own empty line.
    const apart = before !== undefined && (isApart(first) || (standsAlone(before, top) && !hasBlank(first)));
    const lead: Doc = before === undefined ? '' : [hardline, apart ? hardline : ''];
    out.push(lead, w.above(first), formatTop(w, top));
    before = top;
  }
  const end = w.atEnd();
  if (end.doc.length > 0) out.push(hardline, end.blankBefore ? hardline : '', ...end.doc);
  return out;
}

/** Whether an empty line must stand between two parts of a file: around blocks, and between kinds of parts. */
function standsAlone(before: CstNode, next: CstNode): boolean {
  const kind = (top: CstNode): string => {
    const [rule, [node]] = Object.entries(top.children)[0]! as [string, [CstNode]];
    const tall = child(node, 'block') ?? child(node, 'levels');
    return rule === 'declaration' && tall !== undefined ? 'block' : rule;
  };
  return kind(before) !== kind(next) || kind(next) === 'block';
}

function formatTop(w: Wardrobe, top: CstNode): Doc {
  const [edition, imported, declaration] = ['edition', 'import', 'declaration'].map((n) => child(top, n));
  if (edition !== undefined)
    return [w.token(token(edition, 'Edition')!), ' ', w.token(token(edition, 'Number')!)];
  if (imported !== undefined) return formatImport(w, imported);
  return formatDeclaration(w, declaration!);
}

function formatImport(w: Wardrobe, node: CstNode): Doc {
  const list = child(node, 'importedNames')!;
  return [
    [w.token(token(node, 'Import')!), ' '],
    bracketed(w, list, ['LCurly', 'RCurly'], nodes(list, 'importedName'), formatImportedName, { pad: true }),
    [' ', w.token(token(node, 'From')!), ' ', w.token(token(node, 'String')!)],
  ];
}

function formatImportedName(w: Wardrobe, node: CstNode): Doc {
  const [name, alias] = tokens(node, 'Identifier');
  const as = token(node, 'As');
  return [w.token(name!), as === undefined ? '' : [' ', w.token(as), ' ', w.token(alias!)]];
}

function formatDeclaration(w: Wardrobe, node: CstNode): Doc {
  const exported = token(node, 'Export');
  const word = token(node, 'Word')!;
  const parameters = child(node, 'parameters');
  const type = child(node, 'type');
  const assignment = child(node, 'assignment');
  const block = child(node, 'block');
  const style = { tall: true, mixture: word.image === 'mixture' };
  return [
    exported === undefined ? '' : [w.token(exported), ' '],
    [w.token(word), ' ', w.token((token(node, 'Name') ?? token(node, 'Title'))!)],
    parameters === undefined ? '' : formatParameters(w, parameters),
    type === undefined ? '' : [w.token(token(node, 'Colon')!), ' ', formatType(w, type)],
    assignment === undefined
      ? ''
      : [' ', w.token(token(assignment, 'Equals')!), ' ', formatValue(w, child(node, 'value')!)],
    block === undefined ? '' : [' ', formatBlock(w, block, style)],
    nodes(node, 'domain').map((one): Doc => [
      [' ', w.token(token(one, 'Domain')!), ' '],
      w.token(token(one, 'Identifier')!),
    ]),
    nodes(node, 'levels').map((one): Doc => [' ', w.token(token(one, 'Levels')!), ' ', formatLevels(w, one)]),
  ];
}

/** Each level on a line of its own, without commas. */
function formatLevels(w: Wardrobe, node: CstNode): Doc {
  const [open, close] = [token(node, 'LCurly')!, token(node, 'RCurly')!];
  const commas = tokens(node, 'Comma').toReversed();
  const levels = nodes(node, 'level');
  const rows = levels.map((level, i): Doc => {
    const first = w.first(level);
    const comma = commaBehind(commas, level, levels[i + 1]);
    return [
      hardline,
      i > 0 && isApart(first) ? hardline : '',
      w.above(first),
      formatNumber(w, child(level, 'number')!),
      mark('block'),
      formatBlock(w, child(level, 'block')!),
      w.commentsOf(comma),
    ];
  });
  return [w.token(open), indent([...rows, ...ending(w, close)]), hardline, w.token(close)];
}

function formatParameters(w: Wardrobe, node: CstNode): Doc {
  return bracketed(w, node, ['LParen', 'RParen'], nodes(node, 'parameter'), (_, parameter) => {
    const [type, colon, within, sign] = [
      child(parameter, 'type'),
      token(parameter, 'Colon'),
      token(parameter, 'In'),
      token(parameter, 'Equals'),
    ];
    return [
      w.token(token(parameter, 'Identifier')!),
      type === undefined ? '' : [w.token(colon!), ' ', formatType(w, type)],
      within === undefined ? '' : [' ', w.token(within), ' ', formatRange(w, child(parameter, 'bounds')!)],
      sign === undefined ? '' : [' ', w.token(sign), ' ', formatExpression(w, child(parameter, 'default')!)],
    ];
  });
}

function formatType(w: Wardrobe, node: CstNode): Doc {
  const [less, greater] = [token(node, 'Less'), token(node, 'Greater')];
  const [commas, bars] = [tokens(node, 'Comma'), tokens(node, 'Bar')];
  const given = nodes(node, 'argument').map((n, i): Doc => [
    i === 0 ? '' : [w.token(commas[i - 1]!), ' '],
    formatType(w, n),
  ]);
  const options = tokens(node, 'option').map((t, i): Doc => [' ', w.token(bars[i]!), ' ', w.token(t)]);
  return group([
    w.token(token(node, 'Identifier')!),
    less === undefined ? '' : [w.token(less), given, w.token(greater!)],
    options,
  ]);
}
