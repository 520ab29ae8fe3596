import * as t from "../tokens.js";
const closing = new Set(['}', ')', ']']);
/** After these an item goes on in the next line. */
const goesOn = new Set([
    ',',
    '=',
    ':',
    '..',
    '.',
    '>',
    '>=',
    '<',
    '<=',
    '==',
    '!=',
    '|',
    '-',
    '+',
    '*',
    '/',
    'and',
    'or',
    'not',
    'when',
    'with',
    'by',
    'to',
    'until',
    'for',
    'every',
    'over',
    'at',
]);
export function cursorAt(view, offset) {
    const { tokens, comments } = view.lexed;
    const stack = [{ opener: '{', head: [], item: [], place: 0, named: new Set() }];
    let word;
    let previous;
    for (const token of tokens) {
        const end = (token.endOffset ?? token.startOffset) + 1;
        if (token.startOffset >= offset)
            break;
        const isWord = t.Identifier === token.tokenType || /^[A-Za-z_]/.test(token.image);
        if (end >= offset && (isWord || token.image.startsWith('"') || token.image.startsWith("'"))) {
            if (isWord || end > offset || token.tokenType === t.UnfinishedString) {
                word = token;
                break;
            }
        }
        take(stack, token, previous);
        previous = token;
    }
    const top = stack[stack.length - 1];
    const quoted = word !== undefined && /^["']/.test(word.image);
    const start = word === undefined ? offset : quoted ? word.startOffset + 1 : word.startOffset;
    const line = lineOf(view, offset);
    const fresh = previous !== undefined && (previous.endLine ?? 1) < line && startsItem(top, previous, word, stack.length);
    return {
        offset,
        frames: stack.slice(1).map(({ opener, head }) => ({ opener, head })),
        item: fresh ? [] : top.item,
        place: top.place,
        word: view.source.text.slice(start, offset),
        start,
        string: quoted ? view.source.text.slice(start, offset) : null,
        inComment: comments.some((one) => one.startOffset < offset && inside(one, offset)),
        named: top.named,
    };
}
function inside(comment, offset) {
    const end = (comment.endOffset ?? comment.startOffset) + 1;
    return offset < end || (offset === end && !comment.image.endsWith('*/'));
}
function lineOf(view, offset) {
    let line = 0;
    const { lineStarts } = view.source;
    while (line + 1 < lineStarts.length && lineStarts[line + 1] <= offset)
        line++;
    return line + 1;
}
function take(stack, token, previous) {
    let top = stack[stack.length - 1];
    const { image } = token;
    if (closing.has(image)) {
        if (stack.length > 1)
            stack.pop();
        top = stack[stack.length - 1];
        top.item.push(token);
        return;
    }
    if (previous !== undefined &&
        (previous.endLine ?? 1) < (token.startLine ?? 1) &&
        startsItem(top, previous, token, stack.length)) {
        top.item = [];
    }
    if (image === ',') {
        top.place += 1;
        if (stack.length === 1)
            return;
        // The commas of clauses and of schedules do not end them; whatever follows one may also be a new item.
        if (top.opener !== '{' || !/^(checkpoint|reset|given|report|expect)$/.test(top.item[0]?.image ?? ''))
            top.item = [];
        else
            top.item.push(token);
        return;
    }
    if (image === ':' && top.item.length > 0) {
        const name = top.item[top.item.length - 1];
        top.named.add(name.image);
        // `problems: 64   samples: 16`: a second field on the line.
        if (stack.length > 1 && top.opener === '{' && top.item.length > 1)
            top.item = [name];
    }
    top.item.push(token);
    if (image === '{' || image === '(' || image === '[') {
        top.item.pop();
        stack.push({ opener: image, head: [...top.item], item: [], place: 0, named: new Set() });
        top.item.push(token);
    }
}
/** Whether what comes on a new line begins an item of its own. */
function startsItem(top, previous, next, depth) {
    if (top.opener !== '{')
        return false;
    if (next !== undefined && (next.image === 'and' || next.image === 'or' || next.image === '{'))
        return false;
    if (depth === 1 && next !== undefined)
        return (next.startColumn ?? 1) === 1;
    return !goesOn.has(previous.image);
}
