import { holds } from "./ranges.js";
/** The name at an offset, the smallest where several overlap; a cursor right behind a name is on it too. */
export function occurrenceAt(view, offset) {
    let found;
    for (const one of view.occurrences) {
        if (one.span.start > offset)
            break;
        if (!holds(one.span, offset))
            continue;
        const size = one.span.end - one.span.start;
        if (found === undefined || size <= found.span.end - found.span.start || found.span.end === offset)
            found = one;
    }
    return found;
}
