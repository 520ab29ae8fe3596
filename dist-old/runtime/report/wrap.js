import { width } from "./style.js";
/** Breaks a text at spaces into lines of at most so many columns; a longer word keeps a line of its own. */
export function wrap(text, columns) {
    const lines = [];
    let line = '';
    for (const word of text.split(/\s+/)) {
        if (line !== '' && width(line) + 1 + width(word) > columns) {
            lines.push(line);
            line = word;
        }
        else {
            line = line === '' ? word : `${line} ${word}`;
        }
    }
    return [...lines, line];
}
