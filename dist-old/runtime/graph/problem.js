import { closest, distance } from 'fastest-levenshtein';
/** A JSON pointer from its parts. */
export function pointer(...parts) {
    return parts.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
/** `Did you mean 'kl.mean'?`, or, where nothing is near, the names that there are. */
export function suggest(wrong, names) {
    if (names.length === 0)
        return 'There is none.';
    const near = nearest(wrong, names, 1)[0];
    if (near !== undefined)
        return `Did you mean '${near}'?`;
    const shown = names.slice(0, 12).join(', ');
    return `There ${names.length === 1 ? 'is' : 'are'}: ${shown}${names.length > 12 ? `, and ${names.length - 12} more` : ''}.`;
}
/** Up to `most` names within about one edit for every three characters, nearest first. */
export function nearest(wrong, names, most) {
    const rest = [...names];
    const found = [];
    while (found.length < most && rest.length > 0) {
        const near = closest(wrong, rest);
        if (distance(wrong, near) > Math.max(2, Math.ceil(wrong.length / 3)))
            break;
        found.push(near);
        rest.splice(rest.indexOf(near), 1);
    }
    return found;
}
