/** The smallest span over both; they must lie in one file. */
export function cover(first, last) {
    const [a, b] = first.start <= last.start ? [first, last] : [last, first];
    const end = a.end >= b.end ? a : b;
    return {
        file: a.file,
        start: a.start,
        end: end.end,
        line: a.line,
        column: a.column,
        endLine: end.endLine,
        endColumn: end.endColumn,
    };
}
/** An empty span just behind another: where something is missing. */
export function after(span) {
    return { ...span, start: span.end, line: span.endLine, column: span.endColumn };
}
