import { pad, width } from "./style.js";
import { wrap } from "./wrap.js";
/** What `prorl doctor` shows: each backend, whether it works here, why not and the command that mends it. */
export function doctorLines(machine, backends, picked, command, columns, s) {
    const lines = rows(backends, command, columns, s);
    const choice = picked === null
        ? s.red('No backend works here, so that nothing can be trained.')
        : `${s.bold(picked)} is picked where --backend is not given.`;
    const head = `${s.bold('prorl')} ${machine.prorl}  ${s.dim(`node ${machine.node}, ${machine.platform} ${machine.arch}`)}`;
    return [head, '', ...lines, '', choice].map((line) => (width(line) === 0 ? '' : line));
}
/** Which languages solutions may be written in here, and what contains them. */
export function sandboxLines(sandboxes, command, columns, s) {
    return [s.bold('sandbox for solutions in'), '', ...rows(sandboxes, command, columns, s)];
}
/** Which packages are there that tasks pose their problems by. */
export function packageLines(packages, command, columns, s) {
    return [s.bold('packages for tasks'), '', ...rows(packages, command, columns, s)];
}
/** What works with a tick, what does not with why and what mends it. */
function rows(all, command, columns, s) {
    const names = Math.max(...all.map(({ name }) => name.length));
    const indent = names + 5;
    return all.flatMap((row) => {
        const text = wrap(row.works ? row.detail : row.why, columns - indent);
        const mark = row.works ? s.green('✓') : s.dim('✗');
        const name = pad(row.works ? s.bold(row.name) : s.dim(row.name), names);
        const mend = row.works || row.mend === undefined ? [] : [`${s.dim('mend:')} ${s.cyan(shown(row.mend, command))}`];
        const all = [...text.map((line) => (row.works ? line : s.dim(line))), ...mend];
        return all.map((line, i) => (i === 0 ? `${mark} ${name}   ${line}` : `${' '.repeat(indent)}${line}`));
    });
}
/** A command of prorl in the form in which it can be typed here. */
function shown(mend, command) {
    return mend.startsWith('prorl ') ? command + mend.slice('prorl'.length) : mend;
}
