import type { IToken } from 'chevrotain';
import type * as ast from './ast.ts';
import type { BuildContext } from './build-context.ts';
import { problem, replace } from './diagnostics/index.ts';
import { spanAt, spanOf } from './source.ts';
import { cover, type Span } from './span.ts';
import { SyntaxNode } from './syntax-node.ts';

/** Builds an expression of a node of the rule `expression`; a hole at the end of `at` where there is none. */
export function buildExpression(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  if (node === undefined) return c.hole(at);
  const lone = lonePrimary(node);
  if (lone !== undefined) return buildPrimary(c, lone, at);
  const operands = node.nodes('conjunction').map((n) => buildConjunction(c, n, c.span(n, at.end)));
  return joined(c, 'or', operands, at);
}

/**
 * The node of the rule `primary` that is all that stands under a node of an expression: nearly every expression is
 * one number or name, and the rules between say nothing then.
 */
function lonePrimary(node: SyntaxNode): SyntaxNode | undefined {
  let at = node;
  while (at.name !== 'primary') {
    const { only } = at;
    if (!(only instanceof SyntaxNode)) return undefined;
    at = only;
  }
  return at.start < 0 ? undefined : at;
}

function buildConjunction(c: BuildContext, node: SyntaxNode, at: Span): ast.Expression {
  const operands = node.nodes('condition').map((n) => buildCondition(c, n, c.span(n, at.end)));
  return joined(c, 'and', operands, at);
}

function joined(
  c: BuildContext,
  op: 'and' | 'or',
  operands: readonly ast.Expression[],
  at: Span,
): ast.Expression {
  const [first] = operands;
  if (first === undefined) return c.hole(at);
  if (operands.length === 1) return first;
  return { kind: 'Logical', op, operands, span: cover(first.span, operands.at(-1)!.span) };
}

/** A field's value: several expressions with commas between make a list. */
export function buildValue(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  const elements =
    node === undefined ? [] : node.nodes('expression').map((n) => buildExpression(c, n, c.span(n, at.end)));
  const [first] = elements;
  if (first === undefined) return c.hole(at);
  if (elements.length === 1) return first;
  return { kind: 'List', elements, span: cover(first.span, elements.at(-1)!.span) };
}

/** Signs that are taken for others; each is reported. */
const MEANT: Readonly<Record<string, string>> = { '=': '==', ':=': '==', '=>': '>=', '=<': '<=' };

function buildCondition(c: BuildContext, node: SyntaxNode, at: Span): ast.Expression {
  let result = buildScheduled(c, node.child('left'), at);
  const sign = node.token('Sign');
  if (sign !== undefined) {
    const right = buildScheduled(c, node.child('right'), spanOf(c.source, sign));
    if (sign.image === '=' || sign.image === ':=') equalsSign(c, sign);
    const op = (MEANT[sign.image] ?? sign.image) as ast.Comparison['op'];
    result = { kind: 'Comparison', op, left: result, right, span: cover(result.span, right.span) };
  }
  const word = node.token('For');
  if (word !== undefined) {
    const length = buildRange(c, node.child('for'), spanOf(c.source, word));
    result = { kind: 'Sustained', condition: result, for: length, span: cover(result.span, length.span) };
  }
  const nots = node.tokens('Not');
  if (nots.length > mostSigns) {
    const span = c.span(node, at.end);
    c.report(
      problem('P0112', span, 'this condition is too long', {
        label: `more than ${mostSigns} times "not"`,
        reason: 'Two "not" are as good as none.',
        fix: { title: 'write one "not", or none', edits: [] },
      }),
    );
    return c.hole(span);
  }
  for (const not of nots.toReversed()) {
    result = { kind: 'Not', operand: result, span: cover(spanOf(c.source, not), result.span) };
  }
  return result;
}

function equalsSign(c: BuildContext, sign: IToken): void {
  const span = spanOf(c.source, sign);
  c.report(
    problem('P0121', span, 'two values are compared by "==", not by "="', {
      reason: '"=" gives a declaration its value.',
      fix: replace(span, '==', 'write "=="'),
    }),
  );
}

function buildScheduled(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  if (node === undefined) return c.hole(at);
  const start = buildRange(c, node.child('range'), c.span(node, at.end));
  const whole = c.span(node, at.end);
  const part = (word: string, label: string): ast.Expression | null => {
    const found = node.token(word);
    return found === undefined ? null : buildRange(c, node.child(label), spanOf(c.source, found));
  };
  const anchor = part('At', 'at');
  const from = part('From', 'from');
  const until = part('Until', 'until');
  const pieces = node.nodes('piece').map((n) => buildPiece(c, n, c.span(n, whole.end)));
  const window = (value: ast.Expression): ast.Expression => {
    if (from === null && until === null) return value;
    return { kind: 'Windowed', value, from, until, span: cover(value.span, (until ?? from)!.span) };
  };
  if (pieces.length > 0) return { kind: 'Chain', start: window(start), at: anchor, pieces, span: whole };
  if (anchor === null) return window(start);
  return window({ kind: 'Chain', start, at: anchor, pieces, span: cover(start.span, anchor.span) });
}

function buildPiece(c: BuildContext, node: SyntaxNode, at: Span): ast.ChainPiece {
  const by = node.token('By');
  const word = node.token('To');
  return {
    kind: 'ChainPiece',
    shape: c.name(node.token('Identifier'), at),
    to: word === undefined ? null : buildRange(c, node.child('to'), spanOf(c.source, word)),
    by: (by?.image ?? 'at') as ast.ChainPiece['by'],
    position: buildRange(c, node.child('position'), at),
    span: at,
  };
}

/** Builds an expression of a node of the rule `range`. */
export function buildRange(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  if (node === undefined) return c.hole(at);
  const lone = lonePrimary(node);
  if (lone !== undefined) return buildPrimary(c, lone, at);
  const [first, second] = node.nodes('sum');
  const from = buildSum(c, first, at);
  const dots = node.token('DotDot');
  if (dots === undefined) return from;
  const to = buildSum(c, second, spanOf(c.source, dots));
  return { kind: 'Range', from, to, span: cover(from.span, to.span) };
}

/** How many signs a calculation may have, those in its brackets included, and how many "not" a condition. */
const mostSigns = 64;
const signsIn = new WeakMap<ast.Expression, number>();

/** `*` and `/` bind before `+` and `-`; signs of a kind from left to right. */
function buildSum(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  if (node === undefined) return c.hole(at);
  const [first, ...others] = node.nodes('primary');
  const signs = node.tokens('Sign');
  let product = buildPrimary(c, first, at);
  if (signs.length === 0) return product;
  let sum: { left: ast.Expression; sign: IToken } | undefined;
  signs.forEach((sign, i) => {
    const right = i < mostSigns ? buildPrimary(c, others[i], spanOf(c.source, sign)) : c.hole(at);
    if (sign.image === '*' || sign.image === '/') {
      product = calculation(c, product, sign, right);
    } else {
      sum = { left: sum === undefined ? product : calculation(c, sum.left, sum.sign, product), sign };
      product = right;
    }
  });
  const whole = sum === undefined ? product : calculation(c, sum.left, sum.sign, product);
  const count = Math.max(signs.length, signsIn.get(whole) ?? 0);
  if (count <= mostSigns) return whole;
  const span = c.span(node, at.end);
  c.report(
    problem('P0112', span, 'this calculation is too long', {
      label: `more than ${mostSigns} signs`,
      reason: 'A pipeline needs a handful. Give parts of it a name: `let warm = ...`.',
    }),
  );
  return c.hole(span);
}

function calculation(
  c: BuildContext,
  left: ast.Expression,
  sign: IToken,
  right: ast.Expression,
): ast.Arithmetic {
  const span = spanOf(c.source, sign);
  const made: ast.Arithmetic = {
    kind: 'Arithmetic',
    sign: { kind: 'Sign', text: sign.image as ast.Sign['text'], span },
    left,
    right,
    span: cover(left.span, right.span),
  };
  signsIn.set(made, 1 + (signsIn.get(left) ?? 0) + (signsIn.get(right) ?? 0));
  return made;
}

function buildPrimary(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Expression {
  if (node === undefined) return c.hole(at);
  const span = c.span(node, at.end);
  const every = node.token('Every');
  if (every !== undefined) return { kind: 'Every', period: buildRange(c, node.child('range'), span), span };
  const negative = node.child('negative');
  if (negative !== undefined) {
    return { kind: 'Negative', operand: buildPrimary(c, negative.child('primary'), span), span };
  }
  const number = node.child('number');
  const step = node.token('Step');
  if (step !== undefined) {
    return {
      kind: 'StepNumber',
      number: number === undefined ? c.hole(span) : buildNumber(c, number, span),
      span,
    };
  }
  if (number !== undefined) return buildNumber(c, number, span);
  const text = node.token('String');
  if (text !== undefined) return buildString(c, text);
  if (node.token('True') !== undefined) return { kind: 'BooleanLiteral', value: true, span };
  if (node.token('False') !== undefined) return { kind: 'BooleanLiteral', value: false, span };
  const list = node.child('list');
  if (list !== undefined) {
    const elements = list
      .nodes('element')
      .map((n) => buildExpression(c, n.child('expression'), c.span(n, span.end)));
    return { kind: 'List', elements, span };
  }
  const reference = node.child('reference');
  if (reference !== undefined) return buildReference(c, reference, span);
  return buildExpression(c, node.child('expression'), span);
}

/** Builds a node of the rule `number`. */
export function buildNumber(
  c: BuildContext,
  node: SyntaxNode,
  at: Span,
): ast.NumberLiteral | ast.Quantity | ast.Missing {
  const digits = node.token('Number');
  if (digits === undefined) return c.hole(at);
  const minus = node.token('Minus');
  const span =
    minus === undefined ? spanOf(c.source, digits) : cover(spanOf(c.source, minus), spanOf(c.source, digits));
  const percent = digits.image.endsWith('%');
  const plain = digits.image.replaceAll('_', '').replace('%', '');
  const size = percent ? hundredth(plain) : Number(plain);
  if (!Number.isFinite(size)) {
    c.report(
      problem('P0108', span, 'this number is too large', {
        reason: 'Numbers are 64-bit floating point: the largest is about 1.8e308.',
        fix: { title: 'write a smaller number', edits: [] },
      }),
    );
    return c.hole(span);
  }
  const value: ast.NumberLiteral = {
    kind: 'NumberLiteral',
    value: minus === undefined ? size : -size,
    percent,
    span,
  };
  const unit = node.token('Unit');
  if (unit === undefined) return value;
  return { kind: 'Quantity', value, unit: c.name(unit, span), span: cover(span, spanOf(c.source, unit)) };
}

/** By moving the decimal point, since dividing may round twice: 0.7% is 0.007. */
function hundredth(digits: string): number {
  const [mantissa, exponent = '0'] = digits.toLowerCase().split('e');
  return Number(`${mantissa}e${Number(exponent) - 2}`);
}

/** Builds a path or call of a node of the rule `reference`. */
export function buildReference(
  c: BuildContext,
  node: SyntaxNode | undefined,
  at: Span,
): ast.Path | ast.Call | ast.Missing {
  if (node === undefined) return c.hole(at);
  const span = c.span(node, at.end);
  const callee = buildPath(c, node.child('path'), span);
  if (callee === undefined) return c.hole(at);
  const list = node.child('arguments');
  if (list === undefined) return callee;
  const given = list.nodes('argument').map((n) => buildArgument(c, n, c.span(n, span.end)));
  return { kind: 'Call', callee, arguments: given, span };
}

function buildArgument(c: BuildContext, node: SyntaxNode, span: Span): ast.Argument {
  const name = node.token('Identifier');
  const value = buildExpression(c, node.child('expression'), span);
  return { kind: 'Argument', name: name === undefined ? null : c.name(name, span), value, span };
}

export function buildPath(c: BuildContext, node: SyntaxNode | undefined, at: Span): ast.Path | undefined {
  if (node === undefined) return undefined;
  const names = node.tokens('Identifier').map((n) => c.name(n, at));
  if (names.length === 0) return undefined;
  return { kind: 'Path', names, text: names.map((n) => n.text).join('.'), span: c.span(node, at.end) };
}

/** Resolves the escapes of a string. */
export function buildString(c: BuildContext, found: IToken): ast.StringLiteral {
  const span = spanOf(c.source, found);
  const closed = found.tokenType.name === 'UnfinishedString' ? found.image.length : -1;
  const body = found.image.slice(1, closed === -1 ? -1 : closed);
  const value = body.replace(
    /\\(u\{([0-9a-fA-F]{1,6})\}|[^])/g,
    (whole, escape: string, hex: string | undefined, offset: number) => {
      const plain = hex === undefined ? escapes.get(escape) : codePoint(hex);
      if (plain !== undefined) return plain;
      const at = found.startOffset + 1 + offset;
      c.report(
        problem('P0106', spanAt(c.source, at, at + whole.length), `strings have no escape "${whole}"`, {
          reason: 'The escapes are \\n \\t \\r \\" \\\\ and \\u{1F600}.',
          fix: replace(spanAt(c.source, at, at + 1), '\\\\', 'write "\\\\" for a backslash itself'),
        }),
      );
      return whole;
    },
  );
  return { kind: 'StringLiteral', value, span };
}

const escapes = new Map([
  ['n', '\n'],
  ['t', '\t'],
  ['r', '\r'],
  ['"', '"'],
  ["'", "'"],
  ['\\', '\\'],
]);

function codePoint(hex: string): string | undefined {
  const code = parseInt(hex, 16);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
