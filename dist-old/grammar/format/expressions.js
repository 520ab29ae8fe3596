import { child, nodes, token, tokens } from "../build-context.js";
import { closing, elementline, group, indent, join, line, softline, whenBroken } from "./doc.js";
/** A field's value: one expression, or several with commas between. */
export const formatValue = (w, node) => hanging(separated(w, node, nodes(node, 'expression'), formatExpression));
export const formatExpression = (w, node) => operands(w, tokens(node, 'Or'), nodes(node, 'conjunction').map((n) => formatConjunction(w, n)));
const formatConjunction = (w, node) => operands(w, tokens(node, 'And'), nodes(node, 'condition').map((n) => formatCondition(w, n)));
const formatCondition = (w, node) => {
    const sign = token(node, 'Sign');
    const length = token(node, 'For');
    return [
        tokens(node, 'Not').map((t) => [w.token(t), ' ']),
        formatScheduled(w, child(node, 'left')),
        sign === undefined ? '' : [' ', w.token(sign), ' ', formatScheduled(w, child(node, 'right'))],
        length === undefined ? '' : [' ', w.token(length), ' ', formatRange(w, child(node, 'for'))],
    ];
};
const formatScheduled = (w, node) => {
    const part = (word, label) => {
        const found = token(node, word);
        return found === undefined ? '' : [' ', w.token(found), ' ', formatRange(w, child(node, label))];
    };
    const start = [
        formatRange(w, child(node, 'range')),
        part('At', 'at'),
        part('From', 'from'),
        part('Until', 'until'),
    ];
    const commas = tokens(node, 'Comma');
    const pieces = nodes(node, 'piece').map((n, i) => [w.token(commas[i]), line, formatPiece(w, n)]);
    return hanging([start, ...pieces]);
};
const formatPiece = (w, node) => {
    const to = token(node, 'To');
    return [
        w.token(token(node, 'Identifier')),
        to === undefined ? '' : [' ', w.token(to), ' ', formatRange(w, child(node, 'to'))],
        [' ', w.token(token(node, 'By')), ' ', formatRange(w, child(node, 'position'))],
    ];
};
export const formatRange = (w, node) => {
    const dots = token(node, 'DotDot');
    const [from, to] = nodes(node, 'sum').map((n) => formatSum(w, n));
    return dots === undefined ? from : [from, w.token(dots), to];
};
/** Signs have a space around them; brackets that change nothing are left out. */
const formatSum = (w, node) => {
    const primaries = nodes(node, 'primary');
    const signs = tokens(node, 'Sign');
    return primaries.map((one, i) => {
        const shown = formatOperand(w, one, signs[i - 1], signs[i], primaries.length === 1);
        return i === 0 ? shown : [' ', w.token(signs[i - 1]), ' ', shown];
    });
};
/** A part of a calculation with the signs before and behind it. */
function formatOperand(w, node, before, behind, alone) {
    const inner = alone ? undefined : sumInBrackets(node);
    if (inner === undefined)
        return formatPrimary(w, node);
    const [open, close] = [token(node, 'LParen'), token(node, 'RParen')];
    const binds = tokens(inner, 'Sign').map(({ image }) => image);
    const tight = [before, behind].some((sign) => sign?.image === '*' || sign?.image === '/');
    // On the left brackets say nothing new; on the right they say what comes first.
    const needed = binds.length > 0 &&
        (before === undefined
            ? tight && binds.some((sign) => sign === '+' || sign === '-')
            : tight || binds.some((sign) => sign === '+' || sign === '-'));
    // `every` takes all that follows it.
    const isGreedy = nodes(inner, 'primary').some((one) => token(one, 'Every') !== undefined);
    if (needed || isGreedy)
        return formatPrimary(w, node);
    w.drop(open);
    w.drop(close);
    return formatSum(w, inner);
}
/** The calculation or value that stands in brackets, if nothing else does. */
function sumInBrackets(node) {
    const only = (parent, name) => parent !== undefined && Object.values(parent.children).flat().length === 1
        ? child(parent, name)
        : undefined;
    if (token(node, 'LParen') === undefined)
        return undefined;
    const conjunction = only(child(node, 'expression'), 'conjunction');
    const scheduled = only(only(conjunction, 'condition'), 'left');
    return only(only(scheduled, 'range'), 'sum');
}
const formatPrimary = (w, node) => {
    const open = token(node, 'LParen');
    if (open !== undefined) {
        const close = token(node, 'RParen');
        const inner = child(node, 'expression');
        const body = indent([softline, formatExpression(w, inner)]);
        return group([w.token(open), body, closing(softline), w.token(close)]);
    }
    const word = token(node, 'Every') ?? token(node, 'Step');
    const literal = token(node, 'String') ?? token(node, 'True') ?? token(node, 'False');
    const parts = [];
    if (word !== undefined)
        parts.push(w.token(word), ' ');
    if (literal !== undefined)
        parts.push(w.token(literal));
    const inner = [
        ['number', formatNumber],
        ['negative', formatNegative],
        ['range', formatRange],
        ['list', formatList],
        ['reference', formatReference],
    ];
    for (const [rule, format] of inner) {
        const found = child(node, rule);
        if (found !== undefined)
            parts.push(format(w, found));
    }
    return parts;
};
export const formatNumber = (w, node) => {
    const minus = token(node, 'Minus');
    const unit = token(node, 'Unit');
    return [
        minus === undefined ? '' : w.token(minus),
        w.token(token(node, 'Number')),
        unit === undefined ? '' : [' ', w.token(unit)],
    ];
};
const formatNegative = (w, node) => [
    w.token(token(node, 'Minus')),
    formatPrimary(w, child(node, 'primary')),
];
const formatList = (w, node) => bracketed(w, node, ['LSquare', 'RSquare'], nodes(node, 'element'), (_, n) => formatExpression(w, child(n, 'expression')));
export const formatReference = (w, node) => {
    const list = child(node, 'arguments');
    return [
        formatPath(w, child(node, 'path')),
        list === undefined
            ? ''
            : bracketed(w, list, ['LParen', 'RParen'], nodes(list, 'argument'), formatArgument),
    ];
};
export const formatPath = (w, node) => {
    const dots = tokens(node, 'Dot');
    return tokens(node, 'Identifier').map((name, i) => [i === 0 ? '' : w.token(dots[i - 1]), w.token(name)]);
};
const formatArgument = (w, node) => {
    const name = token(node, 'Identifier');
    const value = formatExpression(w, child(node, 'expression'));
    return name === undefined ? value : [w.token(name), w.token(token(node, 'Colon')), ' ', value];
};
// ---- rows
/** A text whose further lines stand in from the first. */
export function hanging(parts) {
    return parts.length < 2 ? parts : group(indent(parts));
}
/** Elements with the commas between them that the source has; lines may end behind the commas. */
export function separated(w, node, elements, format) {
    const commas = tokens(node, 'Comma');
    return elements.map((n, i) => (i === 0 ? format(w, n) : [w.token(commas[i - 1]), line, format(w, n)]));
}
function operands(w, signs, docs) {
    return hanging(docs.map((doc, i) => (i === 0 ? doc : [line, w.token(signs[i - 1]), ' ', doc])));
}
/**
 * A list in brackets: on one line, or each element on a line of its own with a comma behind it.
 * `pad`: spaces inside the brackets of a list on one line.
 */
export function bracketed(w, node, [opener, closer], elements, format, { pad = false } = {}) {
    const [open, close] = [token(node, opener), token(node, closer)];
    const commas = tokens(node, 'Comma');
    if (elements.length === 0) {
        for (const comma of commas)
            w.drop(comma);
        return group([w.token(open), closing(softline), w.token(close)]);
    }
    // The layout decides on a comma behind the last.
    for (const comma of commas.slice(elements.length - 1))
        w.drop(comma);
    const edge = pad ? elementline : softline;
    const rows = elements.map((element, i) => [
        format(w, element),
        i < elements.length - 1 ? w.token(commas[i]) : whenBroken(','),
    ]);
    return group([w.token(open), indent([edge, ...join(elementline, rows)]), closing(edge), w.token(close)]);
}
