import { format } from "../format/index.js";
import { rangeAt } from "./ranges.js";
/** The one change that lays the file out; none where it has syntax errors or is laid out already. */
export function formatting(session, view) {
    const { source } = view;
    const laidOut = format(view.file, source.text);
    if (laidOut.text === null) {
        session.host.log(`${view.file} has syntax errors: it is not formatted.`);
        return [];
    }
    const { text } = laidOut;
    if (text === source.text)
        return [];
    let start = 0;
    const shorter = Math.min(text.length, source.text.length);
    while (start < shorter && text[start] === source.text[start])
        start++;
    // A change never begins or ends inside a CR LF.
    while (start > 0 && source.text[start - 1] === '\r')
        start--;
    let end = 0;
    while (end < shorter - start && text.at(-1 - end) === source.text.at(-1 - end))
        end++;
    if (source.text[source.text.length - end - 1] === '\r' && end > 0)
        end--;
    return [
        {
            range: rangeAt(source, start, source.text.length - end),
            newText: text.slice(start, text.length - end),
        },
    ];
}
