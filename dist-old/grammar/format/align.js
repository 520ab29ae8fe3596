import { columns } from "./columns.js";
/*
 * A mark stands in the laid-out text as a NUL (which no source has) and a letter. Neighbouring lines
 * with the same mark and indentation are brought to one column, unless a line grows too long by that.
 */
const letters = { value: 'v', block: 'b', comment: 'c' };
export function signOf(mark) {
    return `\0${letters[mark]}`;
}
/** Comments at the ends of lines are not moved behind this column to align. */
const farthestComment = 60;
/** Turns the marks into spaces. */
export function align(text, width) {
    let lines = text.split('\n');
    const isComment = (line) => /^ *\/\//.test(line);
    lines = alignMark(lines, width, {
        sign: signOf('value'),
        gap: ' ',
        takesPart: (line) => !/^ *[)\]}]/.test(line),
        isPassed: isComment,
    });
    lines = alignMark(lines, width, {
        sign: signOf('block'),
        gap: ' ',
        takesPart: (line) => /\}(?:\0c.*)?$/.test(line),
        isPassed: isComment,
    });
    lines = alignMark(lines, width, {
        sign: signOf('comment'),
        gap: '  ',
        farthest: farthestComment,
        isPassed: (line) => line.trim() !== '',
    });
    return lines.map((line) => line.trimEnd()).join('\n');
}
/** A line that cannot be aligned without growing too long stands alone, and the others align without it. */
function alignMark(lines, width, rule) {
    const { sign, gap, farthest = width, takesPart = () => true, isPassed } = rule;
    const out = [...lines];
    let run = [];
    const close = () => {
        const parts = run.map((i) => split(out[i], sign));
        const longest = Math.max(0, ...parts.map(([, after]) => columns(after.split('\0')[0])));
        const limit = Math.min(farthest, width - gap.length - longest);
        const column = Math.max(0, ...parts.map(([before]) => columns(before)).filter((one) => one <= limit));
        run.forEach((i, n) => {
            const [before, after] = parts[n];
            out[i] = before + ' '.repeat(Math.max(0, column - columns(before))) + gap + after;
        });
        run = [];
    };
    lines.forEach((line, i) => {
        if (!line.includes(sign)) {
            if (!isPassed(line))
                close();
        }
        else if (takesPart(line)) {
            const inner = sign !== signOf('comment') && run.length > 0 && indentOf(line) !== indentOf(lines[run[0]]);
            if (inner)
                close();
            run.push(i);
        }
        else {
            close();
            out[i] = line.replaceAll(sign, gap);
        }
    });
    close();
    return out;
}
function split(line, sign) {
    const at = line.indexOf(sign);
    return [line.slice(0, at), line.slice(at + sign.length).replaceAll(sign, ' ')];
}
function indentOf(line) {
    return line.length - line.trimStart().length;
}
