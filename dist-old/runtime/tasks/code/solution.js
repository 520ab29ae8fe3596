import { afterReasoning } from "../answer.js";
/**
 * The code of a response. Reasoning up to the last `</think>` does not count. Of the rest it is the text between
 * `<answer>` tags where they are; of that the last fenced block; without a fence, all of it. Undefined where
 * nothing is left, or where a `<think>` was never closed. Linear in the length of the response.
 */
export function readSolution(response) {
    const said = afterReasoning(response);
    if (said === undefined)
        return undefined;
    const code = lastFence(inAnswer(said) ?? said);
    return code.trim() === '' ? undefined : code;
}
function inAnswer(text) {
    const close = text.lastIndexOf('</answer>');
    const open = text.lastIndexOf('<answer>', close);
    return close < 0 || open < 0 ? undefined : text.slice(open + '<answer>'.length, close);
}
/** A line that opens or closes a block; an opening one may name a language. */
const FENCE = /^[ \t]*(```+|~~~+)[ \t]*([^\s`]*)[ \t]*$/;
/** The last fenced block; one that is never closed runs to the end. The text itself where there is none. */
function lastFence(text) {
    let last;
    let open;
    for (const line of text.split('\n')) {
        const [, mark = '', language = ''] = FENCE.exec(line.replace(/\r$/, '')) ?? [];
        if (open === undefined) {
            if (mark !== '')
                open = { mark, lines: [] };
        }
        else if (mark !== '' && language === '' && mark.startsWith(open.mark)) {
            last = open.lines;
            open = undefined;
        }
        else {
            open.lines.push(line);
        }
    }
    return (open?.lines ?? last)?.join('\n') ?? text;
}
