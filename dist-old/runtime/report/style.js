import pc from 'picocolors';
/** Colours for a terminal that shows them, or none. */
export function style(color) {
    return pc.createColors(color);
}
const escapes = new RegExp('\\u001b\\[[0-9;]*m', 'g');
/** Columns that a text takes, colours aside. Reports use only characters of width one. */
export function width(text) {
    return [...text.replace(escapes, '')].length;
}
/** Fills a text with spaces up to some columns; colours do not count. */
export function pad(text, columns, side = 'left') {
    const space = ' '.repeat(Math.max(0, columns - width(text)));
    return side === 'left' ? text + space : space + text;
}
/** Cuts a text at so many columns and marks the cut with an ellipsis; colours stay whole. */
export function truncate(text, columns) {
    if (width(text) <= columns)
        return text;
    let seen = 0;
    let cut = '';
    let colored = false;
    for (const part of text.split(/(\u001b\[[0-9;]*m)/)) {
        if (part.startsWith('\u001b')) {
            cut += part;
            colored = true;
            continue;
        }
        for (const character of part) {
            if (seen === columns - 1)
                return `${cut}…${colored ? '\u001b[0m' : ''}`;
            cut += character;
            seen += 1;
        }
    }
    return cut;
}
