import { count } from "./format.js";
import { pad, truncate, width } from "./style.js";
import { wrap } from "./wrap.js";
/** One line a task, by domain: its name, its levels and the first sentence of its doc comment. */
export function taskListLines(tasks, columns, s) {
    const names = Math.max(0, ...tasks.map(({ name }) => width(name)));
    const domains = [...new Set(tasks.map(({ domain }) => domain))].sort((a, b) => (a ?? '\uffff') < (b ?? '\uffff') ? -1 : 1);
    return domains.flatMap((domain, i) => {
        const own = tasks.filter((task) => task.domain === domain);
        const lines = own.map((task) => {
            const levels = task.levels.length === 0 ? '' : `${count(task.levels.length)} levels`;
            const about = task.doc === '' ? settingWords(task) : firstSentence(task.doc);
            const line = `  ${pad(task.name, names)}  ${pad(levels, 9)}  ${s.dim(about)}`;
            return truncate(line.trimEnd(), columns);
        });
        return [...(i === 0 ? [] : ['']), s.bold(domain ?? 'no domain'), ...lines];
    });
}
/** All there is to know of a task, with the problems that were posed. */
export function taskLines(task, columns, s) {
    const about = [task.domain, task.mixture === null ? null : `in the mixture ${task.mixture}`];
    const settings = task.settings.map(({ name, type, value, doc }) => [
        name,
        [type, value === null ? 'required' : `= ${value}`].filter((part) => part !== null).join(' '),
        doc,
    ]);
    const levels = task.levels.map((level, i) => [
        String(task.firstLevel + i),
        Object.entries(level)
            .map(([name, value]) => `${name}: ${value}`)
            .join(', ') || 'the defaults',
    ]);
    const samples = (task.samples ?? []).flatMap(({ level, prompt, answer, solution }) => [
        '',
        ...block('problem', level === null ? prompt : `${prompt}${s.dim(`  (level ${level})`)}`, s),
        ...(solution === null ? [] : block('solution', solution, s)),
        ...block('answer', answer, s),
    ]);
    return [
        `${s.bold(task.name)}  ${s.dim(about.filter((part) => part !== null).join(', '))}`.trimEnd(),
        ...(task.doc === '' ? [] : wrap(task.doc.replace(/\s+/g, ' '), columns).map((line) => `  ${line}`)),
        ...section('settings', settings, columns, s),
        ...section('levels', levels, columns, s),
        ...samples,
    ];
}
function section(title, rows, columns, s) {
    if (rows.length === 0)
        return [];
    const widths = [0, 1].map((at) => Math.max(...rows.map((row) => width(row[at] ?? ''))));
    const lines = rows.map(([name = '', value = '', doc = '']) => truncate(`  ${pad(name, widths[0] ?? 0)}  ${pad(value, widths[1] ?? 0)}  ${s.dim(doc)}`.trimEnd(), columns));
    return ['', s.dim(title), ...lines];
}
/** A text of one or more lines behind its label. */
function block(label, text, s) {
    return text.split('\n').map((line, i) => `  ${s.dim(pad(i === 0 ? label : '', 8))}  ${line}`.trimEnd());
}
function settingWords({ settings }) {
    return settings.map(({ name, value }) => `${name} ${value ?? '?'}`).join(', ');
}
function firstSentence(doc) {
    return (/^[^]*?[.?!](?=\s|$)/.exec(doc)?.[0] ?? doc).replace(/\s+/g, ' ');
}
