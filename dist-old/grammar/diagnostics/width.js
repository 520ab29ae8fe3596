/** Columns that a character takes on a terminal: 0, 1 or 2. */
export function widthOf(character) {
    const code = character.codePointAt(0) ?? 0;
    if (/^[\p{Mn}\p{Me}\p{Cf}]$/u.test(character))
        return 0;
    return wide.some(([from, to]) => code >= from && code <= to) ? 2 : 1;
}
/** Ranges of characters that are two columns wide: East Asian scripts and pictographs. */
const wide = [
    [0x1100, 0x115f],
    [0x2e80, 0x303e],
    [0x3041, 0xa4cf],
    [0xac00, 0xd7a3],
    [0xf900, 0xfaff],
    [0xfe30, 0xfe6f],
    [0xff00, 0xff60],
    [0xffe0, 0xffe6],
    [0x1f300, 0x1f64f],
    [0x1f900, 0x1f9ff],
    [0x20000, 0x3fffd],
];
/** Tabs become spaces up to the next multiple of four; control characters become visible signs. */
export function shown(line) {
    let text = '';
    let column = 0;
    const columns = [];
    for (const character of line) {
        for (let i = 0; i < character.length; i++)
            columns.push(column);
        if (character === '\t') {
            const spaces = 4 - (column % 4);
            text += ' '.repeat(spaces);
            column += spaces;
        }
        else {
            const visible = visibly(character);
            text += visible;
            column += widthOf(visible);
        }
    }
    columns.push(column);
    return { text, columns };
}
/** The columns `from` up to `to` of a shown text; marks without a width are left out, half a wide character is a space. */
export function columnsOf(text, from, to) {
    let out = '';
    let column = 0;
    for (const character of text) {
        if (column >= to)
            break;
        const width = widthOf(character);
        const next = column + width;
        if (width > 0 && column >= from && next <= to)
            out += character;
        else if (width === 2 && next > from)
            out += ' ';
        column = next;
    }
    return out;
}
function visibly(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 32)
        return String.fromCodePoint(0x2400 + code);
    if (code === 127)
        return '\u2421';
    // Characters that turn the direction of writing, or lone halves of a pair, would garble the line.
    const garbles = (code >= 0x80 && code < 0xa0) || /[\u200e\u200f\u202a-\u202e\u2066-\u2069\p{Cs}]/u.test(character);
    return garbles ? '\ufffd' : character;
}
/** Breaks a text into lines of at most `width` columns at its spaces. */
export function wrap(text, width) {
    const lines = [];
    for (const paragraph of text.split('\n')) {
        let line = '';
        for (const word of paragraph.split(' ')) {
            if (line !== '' && line.length + 1 + word.length > width) {
                lines.push(line);
                line = word;
            }
            else {
                line = line === '' ? word : `${line} ${word}`;
            }
        }
        lines.push(line);
    }
    return lines;
}
