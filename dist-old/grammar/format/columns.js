import { widthOf } from "../diagnostics/width.js";
/** Columns of a text that has no line breaks. */
export function columns(text) {
    if (/^[\x20-\x7e]*$/.test(text))
        return text.length;
    let sum = 0;
    for (const character of text)
        sum += widthOf(character);
    return sum;
}
