import { child, nodes, token, tokens } from "../build-context.js";
import { tokenMatcher } from "../chevrotain.js";
import { Comma, Identifier, LCurly, LParen, LSquare, RCurly, RParen, RSquare } from "../tokens.js";
import { breaksLine, leadOf } from "./comments.js";
import { closing, elementline, group, hardline, indent, join, line, mark, softline, whenFlat, wideline, } from "./doc.js";
import { formatExpression, formatPath, formatRange, formatReference, formatValue, hanging, } from "./expressions.js";
const small = { tall: false, mixture: false };
/** Formats a block; see format.ts for its layout. */
export function formatBlock(w, node, style = small) {
    const [open, close] = [token(node, 'LCurly'), token(node, 'RCurly')];
    const commas = tokens(node, 'Comma');
    const rows = nodes(node, 'item').map((item) => {
        const [rule, [found]] = Object.entries(item.children)[0];
        return { node: found, rule };
    });
    for (const comma of commas)
        w.drop(comma);
    if (rows.length === 0) {
        const isBare = w.gap(close).comments.length === 0;
        return group([w.token(open), closing(isBare ? softline : elementline), w.token(close)]);
    }
    const isTall = style.tall || !rows.every((row, i) => goesOnALine(w, row, rows[i - 1]));
    const between = isTall ? hardline : elementline;
    const body = [];
    for (let i = 0; i < rows.length;) {
        const apart = i > 0 && leadOf(w.gap(rows[i].node)).isApart ? hardline : '';
        let end = i + 1;
        if (style.tall && !style.mixture)
            while (standTogether(w, rows[end - 1], rows[end]))
                end++;
        const parts = rows.slice(i, end).map((row) => formatItem(w, row, style));
        body.push(i === 0 ? '' : [isTall ? '' : whenFlat(','), between, apart]);
        body.push(parts.length === 1 ? parts : group(join(wideline, parts)));
        i = end;
    }
    return group([w.token(open), indent([between, ...body]), closing(between), w.token(close)]);
}
/** Whether an item may stand on one line with others, a comma between them, and mean the same. */
function goesOnALine(w, { node, rule }, before) {
    if (!['field', 'section', 'flag', 'scaleClause'].includes(rule))
        return false;
    if (before === undefined)
        return true;
    if (leadOf(w.gap(node)).hasBlank)
        return false;
    // `when: x, rollback` would be a list.
    return !(rule === 'flag' && before.rule !== 'flag' && endsInName(w, before.node));
}
function endsInName(w, node) {
    const last = w.all(node).at(-1);
    return last !== undefined && tokenMatcher(last, Identifier);
}
/** Fields that the author put on one line stay on it, if that takes no comma. */
function standTogether(w, row, next) {
    if (next === undefined || row.rule !== 'field' || next.rule !== 'field')
        return false;
    const gap = w.gap(next.node);
    return !gap.hasLineEnd && !gap.comments.some(breaksLine) && !hasBareComma(w.all(row.node));
}
/** A comma outside of all brackets: of a list or a schedule. */
function hasBareComma(row) {
    let depth = 0;
    return row.some(({ tokenType }) => {
        if ([LParen, LSquare, LCurly].some((type) => type === tokenType))
            depth++;
        if ([RParen, RSquare, RCurly].some((type) => type === tokenType))
            depth--;
        return depth === 0 && tokenType === Comma;
    });
}
function formatItem(w, { node, rule }, style) {
    const word = (name) => w.token(token(node, name));
    const expression = () => formatExpression(w, child(node, 'expression'));
    const block = () => {
        const found = child(node, 'block');
        return found === undefined ? '' : [' ', formatBlock(w, found)];
    };
    switch (rule) {
        case 'field':
            return [
                word('Identifier'),
                word('Colon'),
                style.mixture ? mark('value') : ' ',
                formatValue(w, child(node, 'value')),
            ];
        case 'section':
            return [word('Identifier'), mark('block'), formatBlock(w, child(node, 'block'))];
        case 'entry':
            return [
                formatReference(w, child(node, 'reference')),
                word('Colon'),
                style.mixture ? mark('value') : ' ',
                formatValue(w, child(node, 'value')),
            ];
        case 'flag':
            return word('Identifier');
        case 'keepClause':
            return [word('Keep'), ' ', word('Identifier'), ' ', word('Where'), ' ', expression()];
        case 'resetClause':
            return formatReset(w, node);
        case 'guardClause':
            return [word('Guard'), ' ', word('When'), ' ', expression(), block()];
        case 'scaleClause':
            return [word('Scale'), ' ', word('Identifier'), ' ', word('By'), ' ', expression()];
        case 'evaluateClause': {
            const every = token(node, 'Every');
            const suite = formatReference(w, child(node, 'reference'));
            return [
                word('Evaluate'),
                ' ',
                suite,
                every === undefined ? '' : [' ', w.token(every), ' ', formatRange(w, child(node, 'range'))],
            ];
        }
        case 'auditClause':
            return [
                [word('Audit'), ' ', formatReference(w, child(node, 'reference'))],
                [' ', word('Against'), ' ', formatReference(w, child(node, 'against')), block()],
            ];
        case 'checkpointClause':
            return formatCheckpoint(w, node);
        case 'runClause':
            return formatRun(w, node);
        case 'givenClause': {
            const values = nodes(node, 'givenValue').map((n) => formatGivenValue(w, n));
            const [commas, thens] = [tokens(node, 'Comma'), tokens(node, 'Then')];
            const later = values
                .slice(1)
                .map((value, i) => [w.token(commas[i]), line, w.token(thens[i]), ' ', value]);
            return hanging([
                [word('Given'), ' ', formatPath(w, child(node, 'path')), ' ', word('Equals'), ' ', values[0]],
                ...later,
            ]);
        }
        default:
            return formatExpect(w, node);
    }
}
function formatReset(w, node) {
    const commas = tokens(node, 'Comma');
    const targets = tokens(node, 'Target').map((t, i) => [
        i === 0 ? '' : [w.token(commas[i - 1]), ' '],
        w.token(t),
    ]);
    const [to, by, at] = [token(node, 'To'), token(node, 'By'), token(node, 'At')];
    const block = child(node, 'block');
    return [
        [w.token(token(node, 'Reset')), ' ', targets],
        to === undefined ? '' : [' ', w.token(to), ' ', w.token(token(node, 'Source'))],
        by === undefined ? '' : [' ', w.token(by), ' ', formatReference(w, child(node, 'reference'))],
        at === undefined
            ? [' ', w.token(token(node, 'When')), ' ', formatExpression(w, child(node, 'expression'))]
            : [' ', w.token(at), ' ', w.token(token(node, 'Moment'))],
        block === undefined ? '' : [' ', formatBlock(w, block)],
    ];
}
function formatCheckpoint(w, node) {
    const commas = tokens(node, 'Comma');
    const parts = nodes(node, 'checkpointPart').map((part) => {
        const kept = child(part, 'kept');
        if (kept === undefined)
            return [w.token(token(part, 'Every')), ' ', formatRange(w, child(part, 'range'))];
        const last = token(kept, 'Last');
        const which = last !== undefined
            ? [w.token(last), ' ', formatRange(w, child(kept, 'range'))]
            : [
                w.token(token(kept, 'Best')),
                ' ',
                w.token(token(kept, 'By')),
                ' ',
                formatReference(w, child(kept, 'reference')),
            ];
        return [w.token(token(part, 'Keep')), ' ', which];
    });
    const word = w.token(token(node, 'Checkpoint'));
    const [first, ...rest] = parts;
    // Without a first part there is still a comma before the others.
    const offset = commas.length - rest.length;
    if (first === undefined)
        return word;
    return hanging([
        [word, offset > 0 ? w.token(commas[0]) : '', ' ', first],
        ...rest.map((part, i) => [w.token(commas[i + offset]), line, part]),
    ]);
}
function formatRun(w, node) {
    const [run, withWord, until, length] = ['Run', 'With', 'Until', 'For'].map((name) => token(node, name));
    const stage = formatReference(w, child(node, 'reference'));
    return [
        [w.token(run), ' ', stage],
        withWord === undefined ? '' : [' ', w.token(withWord), ' ', formatBlock(w, child(node, 'block'))],
        until === undefined ? '' : [' ', w.token(until), ' ', formatExpression(w, child(node, 'expression'))],
        length === undefined ? '' : [' ', w.token(length), ' ', formatRange(w, child(node, 'range'))],
    ];
}
function formatGivenValue(w, node) {
    const from = token(node, 'From');
    const value = formatRange(w, child(node, 'value'));
    return from === undefined ? value : [value, ' ', w.token(from), ' ', formatRange(w, child(node, 'from'))];
}
function formatExpect(w, node) {
    const [never, at] = [token(node, 'Never'), token(node, 'At')];
    const commas = tokens(node, 'Comma');
    const places = nodes(node, 'range').map((n) => formatRange(w, n));
    const head = [w.token(token(node, 'Expect')), ' ', w.token(token(node, 'Identifier')), ' '];
    if (at === undefined)
        return [head, w.token(never)];
    return hanging([
        [head, w.token(at), ' ', places[0]],
        ...places.slice(1).map((place, i) => [w.token(commas[i]), line, place]),
    ]);
}
