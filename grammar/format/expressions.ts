import type { IToken } from 'chevrotain';
import { closing, elementline, group, indent, join, line, softline, whenBroken, type Doc } from './doc.ts';
import type { Words } from './words.ts';
import type { SyntaxNode } from '../syntax-node.ts';

type Printer = (w: Words, node: SyntaxNode) => Doc;

/** A field's value: one expression, or several with commas between. */
export const formatValue: Printer = (w, node) =>
  hanging(separated(w, node, node.nodes('expression'), formatExpression));

export const formatExpression: Printer = (w, node) =>
  operands(
    w,
    node.tokens('Or'),
    node.nodes('conjunction').map((n) => formatConjunction(w, n)),
  );

const formatConjunction: Printer = (w, node) =>
  operands(
    w,
    node.tokens('And'),
    node.nodes('condition').map((n) => formatCondition(w, n)),
  );

const formatCondition: Printer = (w, node) => {
  const sign = node.token('Sign');
  const length = node.token('For');
  return [
    node.tokens('Not').map((t) => [w.token(t), ' ']),
    formatScheduled(w, node.child('left')!),
    sign === undefined ? '' : [' ', w.token(sign), ' ', formatScheduled(w, node.child('right')!)],
    length === undefined ? '' : [' ', w.token(length), ' ', formatRange(w, node.child('for')!)],
  ];
};

const formatScheduled: Printer = (w, node) => {
  const part = (word: string, label: string): Doc => {
    const found = node.token(word);
    return found === undefined ? '' : [' ', w.token(found), ' ', formatRange(w, node.child(label)!)];
  };
  const start = [
    formatRange(w, node.child('range')!),
    part('At', 'at'),
    part('From', 'from'),
    part('Until', 'until'),
  ];
  const commas = node.tokens('Comma');
  const pieces = node.nodes('piece').map((n, i): Doc => [w.token(commas[i]!), line, formatPiece(w, n)]);
  return hanging([start, ...pieces]);
};

const formatPiece: Printer = (w, node) => {
  const to = node.token('To');
  return [
    w.token(node.token('Identifier')!),
    to === undefined ? '' : [' ', w.token(to), ' ', formatRange(w, node.child('to')!)],
    [' ', w.token(node.token('By')!), ' ', formatRange(w, node.child('position')!)],
  ];
};

export const formatRange: Printer = (w, node) => {
  const dots = node.token('DotDot');
  const [from, to] = node.nodes('sum').map((n) => formatSum(w, n));
  return dots === undefined ? from! : [from!, w.token(dots), to!];
};

/** Signs have a space around them; brackets that change nothing are left out. */
const formatSum: Printer = (w, node) => {
  const primaries = node.nodes('primary');
  const signs = node.tokens('Sign');
  return primaries.map((one, i): Doc => {
    const shown = formatOperand(w, one, signs[i - 1], signs[i], primaries.length === 1);
    return i === 0 ? shown : [' ', w.token(signs[i - 1]!), ' ', shown];
  });
};

/** A part of a calculation with the signs before and behind it. */
function formatOperand(
  w: Words,
  node: SyntaxNode,
  before: IToken | undefined,
  behind: IToken | undefined,
  alone: boolean,
): Doc {
  const inner = alone ? undefined : sumInBrackets(node);
  if (inner === undefined) return formatPrimary(w, node);
  const [open, close] = [node.token('LParen')!, node.token('RParen')!];
  const binds = inner.tokens('Sign').map(({ image }) => image);
  const tight = [before, behind].some((sign) => sign?.image === '*' || sign?.image === '/');
  // On the left brackets say nothing new; on the right they say what comes first.
  const needed =
    binds.length > 0 &&
    (before === undefined
      ? tight && binds.some((sign) => sign === '+' || sign === '-')
      : tight || binds.some((sign) => sign === '+' || sign === '-'));
  // `every` takes all that follows it.
  const isGreedy = inner.nodes('primary').some((one) => one.token('Every') !== undefined);
  if (needed || isGreedy) return formatPrimary(w, node);
  w.drop(open);
  w.drop(close);
  return formatSum(w, inner);
}

/** The calculation or value that stands in brackets, if nothing else does. */
function sumInBrackets(node: SyntaxNode): SyntaxNode | undefined {
  const only = (parent: SyntaxNode | undefined, name: string): SyntaxNode | undefined =>
    parent?.only === undefined ? undefined : parent.child(name);
  if (node.token('LParen') === undefined) return undefined;
  const conjunction = only(node.child('expression'), 'conjunction');
  const scheduled = only(only(conjunction, 'condition'), 'left');
  return only(only(scheduled, 'range'), 'sum');
}

const formatPrimary: Printer = (w, node) => {
  const open = node.token('LParen');
  if (open !== undefined) {
    const close = node.token('RParen')!;
    const inner = node.child('expression')!;
    const body = indent([softline, formatExpression(w, inner)]);
    return group([w.token(open), body, closing(softline), w.token(close)]);
  }
  const word = node.token('Every') ?? node.token('Step');
  const literal = node.token('String') ?? node.token('True') ?? node.token('False');
  const parts: Doc[] = [];
  if (word !== undefined) parts.push(w.token(word), ' ');
  if (literal !== undefined) parts.push(w.token(literal));
  const inner: readonly (readonly [string, Printer])[] = [
    ['number', formatNumber],
    ['negative', formatNegative],
    ['range', formatRange],
    ['list', formatList],
    ['reference', formatReference],
  ];
  for (const [rule, format] of inner) {
    const found = node.child(rule);
    if (found !== undefined) parts.push(format(w, found));
  }
  return parts;
};

export const formatNumber: Printer = (w, node) => {
  const minus = node.token('Minus');
  const unit = node.token('Unit');
  return [
    minus === undefined ? '' : w.token(minus),
    w.token(node.token('Number')!),
    unit === undefined ? '' : [' ', w.token(unit)],
  ];
};

const formatNegative: Printer = (w, node) => [
  w.token(node.token('Minus')!),
  formatPrimary(w, node.child('primary')!),
];

const formatList: Printer = (w, node) =>
  bracketed(w, node, ['LSquare', 'RSquare'], node.nodes('element'), (_, n) =>
    formatExpression(w, n.child('expression')!),
  );

export const formatReference: Printer = (w, node) => {
  const list = node.child('arguments');
  return [
    formatPath(w, node.child('path')!),
    list === undefined
      ? ''
      : bracketed(w, list, ['LParen', 'RParen'], list.nodes('argument'), formatArgument),
  ];
};

export const formatPath: Printer = (w, node) => {
  const dots = node.tokens('Dot');
  return node.tokens('Identifier').map((name, i) => [i === 0 ? '' : w.token(dots[i - 1]!), w.token(name)]);
};

const formatArgument: Printer = (w, node) => {
  const name = node.token('Identifier');
  const value = formatExpression(w, node.child('expression')!);
  return name === undefined ? value : [w.token(name), w.token(node.token('Colon')!), ' ', value];
};

// ---- rows

/** A text whose further lines stand in from the first. */
export function hanging(parts: readonly Doc[]): Doc {
  return parts.length < 2 ? parts : group(indent(parts));
}

/** Elements with the commas between them that the source has; lines may end behind the commas. */
export function separated(
  w: Words,
  node: SyntaxNode,
  elements: readonly SyntaxNode[],
  format: Printer,
): Doc[] {
  const commas = node.tokens('Comma');
  return elements.map((n, i) => (i === 0 ? format(w, n) : [w.token(commas[i - 1]!), line, format(w, n)]));
}

function operands(w: Words, signs: readonly IToken[], docs: readonly Doc[]): Doc {
  return hanging(docs.map((doc, i) => (i === 0 ? doc : [line, w.token(signs[i - 1]!), ' ', doc])));
}

/**
 * A list in brackets: on one line, or each element on a line of its own with a comma behind it.
 * `pad`: spaces inside the brackets of a list on one line.
 */
export function bracketed(
  w: Words,
  node: SyntaxNode,
  [opener, closer]: readonly [string, string],
  elements: readonly SyntaxNode[],
  format: Printer,
  { pad = false } = {},
): Doc {
  const [open, close] = [node.token(opener)!, node.token(closer)!];
  const commas = node.tokens('Comma');
  if (elements.length === 0) {
    for (const comma of commas) w.drop(comma);
    return group([w.token(open), closing(softline), w.token(close)]);
  }
  // The layout decides on a comma behind the last.
  for (const comma of commas.slice(elements.length - 1)) w.drop(comma);
  const edge = pad ? elementline : softline;
  const rows = elements.map((element, i): Doc => [
    format(w, element),
    i < elements.length - 1 ? w.token(commas[i]!) : whenBroken(','),
  ]);
  return group([w.token(open), indent([edge, ...join(elementline, rows)]), closing(edge), w.token(close)]);
}
