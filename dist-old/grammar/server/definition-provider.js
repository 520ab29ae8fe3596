import { definitionOf } from "./meaning.js";
import { occurrenceAt } from "./occurrence-at.js";
import { rangeOf } from "./ranges.js";
/** Where the name at an offset is declared; for the string of an import, its files. */
export function definition(session, view, offset) {
    const meaning = occurrenceAt(view, offset)?.meaning;
    if (meaning === undefined)
        return [];
    const start = { line: 0, character: 0 };
    if (meaning.kind === 'module') {
        return meaning.files.map((file) => ({ uri: session.uriOf(file), range: { start, end: start } }));
    }
    const span = definitionOf(meaning);
    return span === null ? [] : [{ uri: session.uriOf(span.file), range: rangeOf(span) }];
}
