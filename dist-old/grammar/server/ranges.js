import { makeSource, spanAt } from "../source.js";
/** The protocol counts lines and columns from 0; both count UTF-16 units. */
export function rangeOf(span) {
    return {
        start: { line: span.line - 1, character: span.column - 1 },
        end: { line: span.endLine - 1, character: span.endColumn - 1 },
    };
}
/** The offset of a position, brought inside the text. */
export function offsetAt(source, position) {
    const start = source.lineStarts[position.line];
    if (start === undefined)
        return position.line < 0 ? 0 : source.text.length;
    const next = source.lineStarts[position.line + 1] ?? source.text.length + 1;
    return Math.min(start + Math.max(position.character, 0), Math.max(next - 1, start));
}
export function holds(span, offset) {
    return offset >= span.start && offset <= span.end;
}
export function rangeAt(source, from, to) {
    return rangeOf(spanAt(source, from, to));
}
export { makeSource };
