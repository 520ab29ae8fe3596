import { child, nodes, token, tokens } from "./build-context.js";
import { problem, replace } from "./diagnostics/index.js";
import { spanAt, spanOf } from "./source.js";
import { cover } from "./span.js";
/** Builds an expression of a node of the rule `expression`; a hole at the end of `at` where there is none. */
export function buildExpression(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const operands = nodes(node, 'conjunction').map((n) => buildConjunction(c, n, c.span(n, at.end)));
    return joined(c, 'or', operands, at);
}
function buildConjunction(c, node, at) {
    const operands = nodes(node, 'condition').map((n) => buildCondition(c, n, c.span(n, at.end)));
    return joined(c, 'and', operands, at);
}
function joined(c, op, operands, at) {
    const [first] = operands;
    if (first === undefined)
        return c.hole(at);
    if (operands.length === 1)
        return first;
    return { kind: 'Logical', op, operands, span: cover(first.span, operands.at(-1).span) };
}
/** A field's value: several expressions with commas between make a list. */
export function buildValue(c, node, at) {
    const elements = node === undefined ? [] : nodes(node, 'expression').map((n) => buildExpression(c, n, c.span(n, at.end)));
    const [first] = elements;
    if (first === undefined)
        return c.hole(at);
    if (elements.length === 1)
        return first;
    return { kind: 'List', elements, span: cover(first.span, elements.at(-1).span) };
}
/** Signs that are taken for others; each is reported. */
const MEANT = { '=': '==', ':=': '==', '=>': '>=', '=<': '<=' };
function buildCondition(c, node, at) {
    let result = buildScheduled(c, child(node, 'left'), at);
    const sign = token(node, 'Sign');
    if (sign !== undefined) {
        const right = buildScheduled(c, child(node, 'right'), spanOf(c.source, sign));
        if (sign.image === '=' || sign.image === ':=')
            equalsSign(c, sign);
        const op = (MEANT[sign.image] ?? sign.image);
        result = { kind: 'Comparison', op, left: result, right, span: cover(result.span, right.span) };
    }
    const word = token(node, 'For');
    if (word !== undefined) {
        const length = buildRange(c, child(node, 'for'), spanOf(c.source, word));
        result = { kind: 'Sustained', condition: result, for: length, span: cover(result.span, length.span) };
    }
    for (const not of tokens(node, 'Not').toReversed()) {
        result = { kind: 'Not', operand: result, span: cover(spanOf(c.source, not), result.span) };
    }
    return result;
}
function equalsSign(c, sign) {
    const span = spanOf(c.source, sign);
    c.report(problem('P0121', span, 'two values are compared by "==", not by "="', {
        reason: '"=" gives a declaration its value.',
        fix: replace(span, '==', 'write "=="'),
    }));
}
function buildScheduled(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const start = buildRange(c, child(node, 'range'), c.span(node, at.end));
    const whole = c.span(node, at.end);
    const part = (word, label) => {
        const found = token(node, word);
        return found === undefined ? null : buildRange(c, child(node, label), spanOf(c.source, found));
    };
    const anchor = part('At', 'at');
    const from = part('From', 'from');
    const until = part('Until', 'until');
    const pieces = nodes(node, 'piece').map((n) => buildPiece(c, n, c.span(n, whole.end)));
    const window = (value) => {
        if (from === null && until === null)
            return value;
        return { kind: 'Windowed', value, from, until, span: cover(value.span, (until ?? from).span) };
    };
    if (pieces.length > 0)
        return { kind: 'Chain', start: window(start), at: anchor, pieces, span: whole };
    if (anchor === null)
        return window(start);
    return window({ kind: 'Chain', start, at: anchor, pieces, span: cover(start.span, anchor.span) });
}
function buildPiece(c, node, at) {
    const by = token(node, 'By');
    const word = token(node, 'To');
    return {
        kind: 'ChainPiece',
        shape: c.name(token(node, 'Identifier'), at),
        to: word === undefined ? null : buildRange(c, child(node, 'to'), spanOf(c.source, word)),
        by: (by?.image ?? 'at'),
        position: buildRange(c, child(node, 'position'), at),
        span: at,
    };
}
/** Builds an expression of a node of the rule `range`. */
export function buildRange(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const [first, second] = nodes(node, 'sum');
    const from = buildSum(c, first, at);
    const dots = token(node, 'DotDot');
    if (dots === undefined)
        return from;
    const to = buildSum(c, second, spanOf(c.source, dots));
    return { kind: 'Range', from, to, span: cover(from.span, to.span) };
}
/** How many signs a calculation may have, those in its brackets included. */
const mostSigns = 64;
const signsIn = new WeakMap();
/** `*` and `/` bind before `+` and `-`; signs of a kind from left to right. */
function buildSum(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const [first, ...others] = nodes(node, 'primary');
    const signs = tokens(node, 'Sign');
    let product = buildPrimary(c, first, at);
    if (signs.length === 0)
        return product;
    let sum;
    signs.forEach((sign, i) => {
        const right = i < mostSigns ? buildPrimary(c, others[i], spanOf(c.source, sign)) : c.hole(at);
        if (sign.image === '*' || sign.image === '/') {
            product = calculation(c, product, sign, right);
        }
        else {
            sum = { left: sum === undefined ? product : calculation(c, sum.left, sum.sign, product), sign };
            product = right;
        }
    });
    const whole = sum === undefined ? product : calculation(c, sum.left, sum.sign, product);
    const count = Math.max(signs.length, signsIn.get(whole) ?? 0);
    if (count <= mostSigns)
        return whole;
    const span = c.span(node, at.end);
    c.report(problem('P0112', span, 'this calculation is too long', {
        label: `more than ${mostSigns} signs`,
        reason: 'A pipeline needs a handful. Give parts of it a name: `let warm = ...`.',
    }));
    return c.hole(span);
}
function calculation(c, left, sign, right) {
    const span = spanOf(c.source, sign);
    const made = {
        kind: 'Arithmetic',
        sign: { kind: 'Sign', text: sign.image, span },
        left,
        right,
        span: cover(left.span, right.span),
    };
    signsIn.set(made, 1 + (signsIn.get(left) ?? 0) + (signsIn.get(right) ?? 0));
    return made;
}
function buildPrimary(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const span = c.span(node, at.end);
    const every = token(node, 'Every');
    if (every !== undefined)
        return { kind: 'Every', period: buildRange(c, child(node, 'range'), span), span };
    const negative = child(node, 'negative');
    if (negative !== undefined) {
        return { kind: 'Negative', operand: buildPrimary(c, child(negative, 'primary'), span), span };
    }
    const number = child(node, 'number');
    const step = token(node, 'Step');
    if (step !== undefined) {
        return {
            kind: 'StepNumber',
            number: number === undefined ? c.hole(span) : buildNumber(c, number, span),
            span,
        };
    }
    if (number !== undefined)
        return buildNumber(c, number, span);
    const text = token(node, 'String');
    if (text !== undefined)
        return buildString(c, text);
    if (token(node, 'True') !== undefined)
        return { kind: 'BooleanLiteral', value: true, span };
    if (token(node, 'False') !== undefined)
        return { kind: 'BooleanLiteral', value: false, span };
    const list = child(node, 'list');
    if (list !== undefined) {
        const elements = nodes(list, 'element').map((n) => buildExpression(c, child(n, 'expression'), c.span(n, span.end)));
        return { kind: 'List', elements, span };
    }
    const reference = child(node, 'reference');
    if (reference !== undefined)
        return buildReference(c, reference, span);
    return buildExpression(c, child(node, 'expression'), span);
}
/** Builds a node of the rule `number`. */
export function buildNumber(c, node, at) {
    const digits = token(node, 'Number');
    if (digits === undefined)
        return c.hole(at);
    const minus = token(node, 'Minus');
    const span = minus === undefined ? spanOf(c.source, digits) : cover(spanOf(c.source, minus), spanOf(c.source, digits));
    const percent = digits.image.endsWith('%');
    const plain = digits.image.replaceAll('_', '').replace('%', '');
    const size = percent ? hundredth(plain) : Number(plain);
    if (!Number.isFinite(size)) {
        c.report(problem('P0108', span, 'this number is too large', {
            reason: 'Numbers are 64-bit floating point: the largest is about 1.8e308.',
            fix: { title: 'write a smaller number', edits: [] },
        }));
        return c.hole(span);
    }
    const value = {
        kind: 'NumberLiteral',
        value: minus === undefined ? size : -size,
        percent,
        span,
    };
    const unit = token(node, 'Unit');
    if (unit === undefined)
        return value;
    return { kind: 'Quantity', value, unit: c.name(unit, span), span: cover(span, spanOf(c.source, unit)) };
}
/** By moving the decimal point, since dividing may round twice: 0.7% is 0.007. */
function hundredth(digits) {
    const [mantissa, exponent = '0'] = digits.toLowerCase().split('e');
    return Number(`${mantissa}e${Number(exponent) - 2}`);
}
/** Builds a path or call of a node of the rule `reference`. */
export function buildReference(c, node, at) {
    if (node === undefined)
        return c.hole(at);
    const span = c.span(node, at.end);
    const callee = buildPath(c, child(node, 'path'), span);
    if (callee === undefined)
        return c.hole(at);
    const list = child(node, 'arguments');
    if (list === undefined)
        return callee;
    const given = nodes(list, 'argument').map((n) => buildArgument(c, n, c.span(n, span.end)));
    return { kind: 'Call', callee, arguments: given, span };
}
function buildArgument(c, node, span) {
    const name = token(node, 'Identifier');
    const value = buildExpression(c, child(node, 'expression'), span);
    return { kind: 'Argument', name: name === undefined ? null : c.name(name, span), value, span };
}
export function buildPath(c, node, at) {
    if (node === undefined)
        return undefined;
    const names = tokens(node, 'Identifier').map((n) => c.name(n, at));
    if (names.length === 0)
        return undefined;
    return { kind: 'Path', names, text: names.map((n) => n.text).join('.'), span: c.span(node, at.end) };
}
/** Resolves the escapes of a string. */
export function buildString(c, found) {
    const span = spanOf(c.source, found);
    const closed = found.tokenType.name === 'UnfinishedString' ? found.image.length : -1;
    const body = found.image.slice(1, closed === -1 ? -1 : closed);
    const value = body.replace(/\\(u\{([0-9a-fA-F]{1,6})\}|[^])/g, (whole, escape, hex, offset) => {
        const plain = hex === undefined ? escapes.get(escape) : codePoint(hex);
        if (plain !== undefined)
            return plain;
        const at = found.startOffset + 1 + offset;
        c.report(problem('P0106', spanAt(c.source, at, at + whole.length), `strings have no escape "${whole}"`, {
            reason: 'The escapes are \\n \\t \\r \\" \\\\ and \\u{1F600}.',
            fix: replace(spanAt(c.source, at, at + 1), '\\\\', 'write "\\\\" for a backslash itself'),
        }));
        return whole;
    });
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
function codePoint(hex) {
    const code = parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
