import { keyOf } from "./meaning.js";
import { occurrenceAt } from "./occurrence-at.js";
import { rangeOf } from "./ranges.js";
/** Every place where a name stands, in all files around. */
export function occurrencesOfKey(session, file, key) {
    const home = key.slice(0, key.lastIndexOf('#'));
    const files = new Set([...session.filesAround(file), home]);
    return [...files].flatMap((one) => session.view(one)?.occurrences.filter((o) => keyOf(o.meaning) === key) ?? []);
}
export function references(session, view, offset, withDeclaration) {
    const found = occurrenceAt(view, offset);
    const key = found && keyOf(found.meaning);
    if (!key)
        return [];
    return occurrencesOfKey(session, view.file, key)
        .filter((one) => withDeclaration || !one.definition)
        .map((one) => ({ uri: session.uriOf(one.span.file), range: rangeOf(one.span) }));
}
/** The same name in the same file. */
export function highlights(view, offset) {
    const found = occurrenceAt(view, offset);
    const key = found && keyOf(found.meaning);
    if (!key)
        return [];
    return view.occurrences
        .filter((one) => keyOf(one.meaning) === key)
        .map((one) => ({ range: rangeOf(one.span), kind: one.definition ? 3 : 2 }));
}
