import { rangeOf } from "./ranges.js";
/** The fixes of all diagnostics that touch a range. A fix that only a person can make is in the message instead. */
export function codeActions(session, file, diagnostics, range, show) {
    return diagnostics.flatMap((one) => {
        const { fix } = one;
        if (one.primary.span.file !== file || fix === undefined || fix.edits.length === 0)
            return [];
        if (!touches(rangeOf(one.primary.span), range))
            return [];
        const changes = {};
        for (const { span, text } of fix.edits) {
            (changes[session.uriOf(span.file)] ??= []).push({ range: rangeOf(span), newText: text });
        }
        return [
            {
                title: actionTitle(one, fix.title),
                kind: 'quickfix',
                diagnostics: [show(one)],
                isPreferred: true,
                edit: { changes },
            },
        ];
    });
}
/** `did you mean "x"?` asks; a menu says what will be done. */
function actionTitle({ fix }, title) {
    const [only] = fix?.edits ?? [];
    const asked = /^did you mean "(.*)"\?$/.exec(title);
    const named = asked && only ? `change it to "${asked[1]}"` : title;
    return named.charAt(0).toUpperCase() + named.slice(1);
}
function touches(a, b) {
    return !before(a.end, b.start) && !before(b.end, a.start);
}
function before(a, b) {
    return a.line < b.line || (a.line === b.line && a.character < b.character);
}
