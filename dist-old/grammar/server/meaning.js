/** One key for all occurrences of a name, across files and loads; null for what the language brings along. */
export function keyOf(meaning) {
    if (meaning.kind === 'declaration')
        return at(meaning.declaration.name.span);
    if (meaning.kind === 'parameter')
        return at(meaning.parameter.name.span);
    return null;
}
/** Where a name gets its meaning. */
export function definitionOf(meaning) {
    if (meaning.kind === 'declaration')
        return meaning.declaration.name.span;
    if (meaning.kind === 'parameter')
        return meaning.parameter.name.span;
    if (meaning.kind === 'levels')
        return meaning.declaration.levels?.span ?? null;
    return null;
}
function at(span) {
    return `${span.file}#${span.start}`;
}
