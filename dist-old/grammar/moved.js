/**
 * A tree, or diagnostics, at another place of the file: every span so many UTF-16 units and so many
 * lines further on. Columns stay, so that this holds only where the text stays in its columns.
 * What does not move is not copied.
 */
export function moved(tree, offset, lines) {
    return offset === 0 && lines === 0 ? tree : copy(tree, offset, lines);
}
function copy(value, offset, lines) {
    if (Array.isArray(value))
        return value.map((one) => part(one, offset, lines));
    if ('endColumn' in value)
        return movedSpan(value, offset, lines);
    const made = {};
    for (const key in value)
        made[key] = part(value[key], offset, lines);
    // An imported name without "as" has one node for both (see ast.ts).
    if (made['kind'] === 'ImportedName' && Reflect.get(value, 'alias') === Reflect.get(value, 'name')) {
        made['alias'] = made['name'];
    }
    return made;
}
function part(value, offset, lines) {
    return typeof value === 'object' && value !== null ? copy(value, offset, lines) : value;
}
function movedSpan(span, offset, lines) {
    return {
        file: span.file,
        start: span.start + offset,
        end: span.end + offset,
        line: span.line + lines,
        column: span.column,
        endLine: span.endLine + lines,
        endColumn: span.endColumn,
    };
}
