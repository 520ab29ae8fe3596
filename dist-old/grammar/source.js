export function makeSource(file, text) {
    const lineStarts = [0];
    for (let i = 0; i < text.length; i++) {
        const c = text.charCodeAt(i);
        if (c === 10 || (c === 13 && text.charCodeAt(i + 1) !== 10))
            lineStarts.push(i + 1);
    }
    return { file, text, lineStarts };
}
/** The line (from 1) that holds an offset. */
export function lineAt(source, offset) {
    let low = 0;
    let high = source.lineStarts.length - 1;
    while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((source.lineStarts[middle] ?? 0) <= offset)
            low = middle;
        else
            high = middle - 1;
    }
    return low + 1;
}
/** The text of a line (from 1) without its end. */
export function lineText(source, line) {
    const start = source.lineStarts[line - 1] ?? source.text.length;
    const next = source.lineStarts[line] ?? source.text.length;
    return source.text.slice(start, next).replace(/[\r\n]+$/, '');
}
/** The span between two offsets, which are brought inside the text. */
export function spanAt(source, from, to) {
    const start = Math.min(Math.max(from, 0), source.text.length);
    const end = Math.min(Math.max(to, start), source.text.length);
    const line = lineAt(source, start);
    const endLine = lineAt(source, end);
    return {
        file: source.file,
        start,
        end,
        line,
        column: start - (source.lineStarts[line - 1] ?? 0) + 1,
        endLine,
        endColumn: end - (source.lineStarts[endLine - 1] ?? 0) + 1,
    };
}
/** A token's span. Tokens that recovery made up have no place: they must not come here (see `isReal`). */
export function spanOf(source, token) {
    return spanAt(source, token.startOffset, (token.endOffset ?? token.startOffset - 1) + 1);
}
/** Whether a token stands in the text (recovery and the bracket pass make up others). */
export function isReal(token) {
    return token.startOffset >= 0 && token.image !== '';
}
