import { child, nodes, token, tokens } from "../build-context.js";
import { formatBlock } from "./blocks.js";
import { closing, group, hardline, indent, mark } from "./doc.js";
import { bracketed, formatExpression, formatNumber, formatRange, formatValue } from "./expressions.js";
import { leadOf, sidesOfLineEnd } from "./comments.js";
/** Formats a whole file. */
export function formatFile(w, root) {
    const out = [];
    let before;
    for (const top of nodes(root, 'topLevel')) {
        const { isApart, hasBlank } = leadOf(w.gap(top));
        // Comments that stand apart from what follows them bring their own empty line.
        const apart = before !== undefined && (isApart || (standsAlone(before, top) && !hasBlank));
        const lead = before === undefined ? '' : [hardline, apart ? hardline : ''];
        out.push(lead, formatTop(w, top));
        before = top;
    }
    const end = w.gap('end');
    if (sidesOfLineEnd(end).above.length > 0)
        out.push(hardline, leadOf(end).isApart ? hardline : '');
    return [out, w.end()];
}
/** Whether an empty line must stand between two parts of a file: around blocks, and between kinds of parts. */
function standsAlone(before, next) {
    const kind = (top) => {
        const [rule, [node]] = Object.entries(top.children)[0];
        const tall = child(node, 'block') ?? child(node, 'levels');
        return rule === 'declaration' && tall !== undefined ? 'block' : rule;
    };
    return kind(before) !== kind(next) || kind(next) === 'block';
}
function formatTop(w, top) {
    const [edition, imported, declaration] = ['edition', 'import', 'declaration'].map((n) => child(top, n));
    if (edition !== undefined)
        return [w.token(token(edition, 'Edition')), ' ', w.token(token(edition, 'Number'))];
    if (imported !== undefined)
        return formatImport(w, imported);
    return formatDeclaration(w, declaration);
}
function formatImport(w, node) {
    const list = child(node, 'importedNames');
    return [
        [w.token(token(node, 'Import')), ' '],
        bracketed(w, list, ['LCurly', 'RCurly'], nodes(list, 'importedName'), formatImportedName, { pad: true }),
        [' ', w.token(token(node, 'From')), ' ', w.token(token(node, 'String'))],
    ];
}
function formatImportedName(w, node) {
    const [name, alias] = tokens(node, 'Identifier');
    const as = token(node, 'As');
    return [w.token(name), as === undefined ? '' : [' ', w.token(as), ' ', w.token(alias)]];
}
function formatDeclaration(w, node) {
    const exported = token(node, 'Export');
    const word = token(node, 'Word');
    const parameters = child(node, 'parameters');
    const type = child(node, 'type');
    const assignment = child(node, 'assignment');
    const block = child(node, 'block');
    const style = { tall: true, mixture: word.image === 'mixture' };
    return [
        exported === undefined ? '' : [w.token(exported), ' '],
        [w.token(word), ' ', w.token((token(node, 'Name') ?? token(node, 'Title')))],
        parameters === undefined ? '' : formatParameters(w, parameters),
        type === undefined ? '' : [w.token(token(node, 'Colon')), ' ', formatType(w, type)],
        assignment === undefined
            ? ''
            : [' ', w.token(token(assignment, 'Equals')), ' ', formatValue(w, child(node, 'value'))],
        block === undefined ? '' : [' ', formatBlock(w, block, style)],
        [...nodes(node, 'domain'), ...nodes(node, 'levels')]
            .toSorted((a, b) => a.location.startOffset - b.location.startOffset)
            .map((one) => [' ', one.name === 'domain' ? formatDomain(w, one) : formatLevels(w, one)]),
    ];
}
function formatDomain(w, node) {
    return [w.token(token(node, 'Domain')), ' ', w.token(token(node, 'Identifier'))];
}
/** Each level on a line of its own, without commas. */
function formatLevels(w, node) {
    const [open, close] = [token(node, 'LCurly'), token(node, 'RCurly')];
    for (const comma of tokens(node, 'Comma'))
        w.drop(comma);
    const levels = nodes(node, 'level');
    const rows = levels.map((level, i) => [
        hardline,
        i > 0 && leadOf(w.gap(level)).isApart ? hardline : '',
        formatNumber(w, child(level, 'number')),
        mark('block'),
        formatBlock(w, child(level, 'block')),
    ]);
    return [
        w.token(token(node, 'Levels')),
        ' ',
        w.token(open),
        indent(rows),
        closing(hardline),
        w.token(close),
    ];
}
function formatParameters(w, node) {
    return bracketed(w, node, ['LParen', 'RParen'], nodes(node, 'parameter'), (_, parameter) => {
        const [type, colon, within, sign] = [
            child(parameter, 'type'),
            token(parameter, 'Colon'),
            token(parameter, 'In'),
            token(parameter, 'Equals'),
        ];
        return [
            w.token(token(parameter, 'Identifier')),
            type === undefined ? '' : [w.token(colon), ' ', formatType(w, type)],
            within === undefined ? '' : [' ', w.token(within), ' ', formatRange(w, child(parameter, 'bounds'))],
            sign === undefined ? '' : [' ', w.token(sign), ' ', formatExpression(w, child(parameter, 'default'))],
        ];
    });
}
function formatType(w, node) {
    const [less, greater] = [token(node, 'Less'), token(node, 'Greater')];
    const [commas, bars] = [tokens(node, 'Comma'), tokens(node, 'Bar')];
    const given = nodes(node, 'argument').map((n, i) => [
        i === 0 ? '' : [w.token(commas[i - 1]), ' '],
        formatType(w, n),
    ]);
    const options = tokens(node, 'option').map((t, i) => [' ', w.token(bars[i]), ' ', w.token(t)]);
    return group([
        w.token(token(node, 'Identifier')),
        less === undefined ? '' : [w.token(less), given, w.token(greater)],
        options,
    ]);
}
