import pc from 'picocolors';
import { codes } from "../diagnostics/codes.js";
import { wrap } from "../diagnostics/width.js";
import { explainPage } from "./explain.js";
/** A page as a person reads it. Ends without a line break. */
export function renderPage(code, { color = false, width = 100 } = {}) {
    const paint = pc.createColors(color);
    const { meaning, why, wrong, right } = explainPage(code);
    const paragraph = (text) => wrap(text, Math.min(width, 90)).join('\n');
    return [
        paint.bold(`${code}: ${codes[code]}`),
        paragraph(meaning),
        paragraph(why),
        `${paint.red('Wrong:')}\n\n${shown(wrong)}`,
        `${paint.green('Right:')}\n\n${shown(right)}`,
        ...(isPart(wrong) || isPart(right)
            ? [paint.dim('Names that an example does not declare stand elsewhere in the file.')]
            : []),
    ].join('\n\n');
}
/** Whether an example is put into the common program, and uses something of it. */
function isPart({ text, whole }) {
    if (whole === true || text.startsWith('edition '))
        return false;
    return ['sums', 'heldout', 'drifted', 'explore', 'nano', 'grpo'].some((name) => text.includes(name) && !new RegExp(`^\\w+ ${name}\\b`, 'm').test(text));
}
function shown({ text, files = {}, pipeline }) {
    const parts = Object.entries(files)
        .filter(([name, content]) => content !== '' && !name.startsWith('node_modules/'))
        .map(([name, content]) => `// ${name}\n${content.trimEnd()}\n\n// main.prorl\n`);
    const command = pipeline === undefined ? '' : `// prorl plan main.prorl --pipeline ${pipeline}\n`;
    const lines = `${parts.join('\n')}${command}${text}`.split('\n');
    return lines.map((line) => (line === '' ? '' : `    ${visible(line)}`)).join('\n');
}
/** Control characters as signs. */
function visible(line) {
    return line.replace(/[\x00-\x1f]/g, (c) => String.fromCodePoint(0x2400 + c.charCodeAt(0)));
}
