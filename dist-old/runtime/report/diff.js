import { describeSchedule } from "../graph/describe.js";
import { number, plural } from "./format.js";
import { drawSchedule, isConstant } from "./schedule-drawing.js";
import { pad, truncate, width } from "./style.js";
import { triggerWords } from "./trigger-words.js";
import { wrap } from "./wrap.js";
/** Differences as text: `-` gone, `+` new, `~` changed; schedules are drawn on both sides. */
export function diffLines({ before, after, differences }, valueAt, columns, s) {
    if (differences.length === 0) {
        const same = before.graph === after.graph ? 'the same graph' : 'different graphs of one meaning';
        return [`${before.file} and ${after.file} mean the same ${s.dim(`(${same})`)}`];
    }
    const sections = [...new Set(differences.map(sectionOf))].map((section) => {
        const rows = differences.filter((one) => sectionOf(one) === section);
        const names = Math.max(...rows.map((one) => width(nameOf(one))));
        return [s.bold(section), ...rows.flatMap((one) => rowLines(one, names, valueAt, columns, s))];
    });
    return [
        `${s.dim('-')} ${before.file}  ${s.dim(before.pipeline)}`,
        `${s.dim('+')} ${after.file}  ${s.dim(after.pipeline)}`,
        ...sections.flatMap((lines) => ['', ...lines]),
        '',
        plural(differences.length, 'difference'),
    ];
}
function sectionOf({ subject, name }) {
    switch (subject) {
        case 'stage':
            return `stage ${name ?? ''}`;
        case 'node': {
            const stage = name?.includes('.') ? name.slice(0, name.indexOf('.')) : null;
            return stage === null ? 'pipeline' : `stage ${stage}`;
        }
        case 'mixture':
        case 'suite':
        case 'library':
            return `${subject} ${name ?? ''}`;
        case 'edge':
            return 'edges';
        default:
            return 'pipeline';
    }
}
function nameOf({ subject, name, setting, kind }) {
    const node = subject === 'node' && name !== null ? name.slice(name.indexOf('.') + 1) : null;
    if (node !== null)
        return setting === null ? node : `${node}.${setting}`;
    if (subject === 'model')
        return `model.${setting ?? ''}`;
    return setting ?? (kind === 'changed' || subject !== 'edge' ? subject : (name ?? ''));
}
const marks = { added: '+', removed: '-', changed: '~', renamed: '~', moved: '~' };
function rowLines(difference, names, valueAt, columns, s) {
    const { kind, before, after } = difference;
    const colour = { '+': s.green, '-': s.red, '~': s.yellow }[marks[kind]];
    const sides = [before, after]
        .filter((side) => side.kind !== 'none')
        .map((side) => valueText(side, difference));
    const text = { renamed: 'renamed ', moved: 'moved from place ', added: '', removed: '', changed: '' }[kind];
    const joined = kind === 'moved' ? sides.join(' to ') : sides.join(' ⇒ ');
    const name = `  ${colour(marks[kind])} ${pad(nameOf(difference), names)}  ${text}`;
    const fits = width(name) + width(joined) <= columns;
    return [
        ...(fits
            ? [`${name}${joined}`.trimEnd()]
            : [name.trimEnd(), ...longSides(before, after, difference, columns)]),
        ...curves(before, '-', valueAt, columns, s),
        ...curves(after, '+', valueAt, columns, s),
    ];
}
/** Both sides below the name, each on as many lines as it needs. */
function longSides(before, after, difference, columns) {
    return [
        { mark: '-', side: before },
        { mark: '+', side: after },
    ].flatMap(({ mark, side }) => side.kind === 'none'
        ? []
        : wrap(valueText(side, difference), columns - 8).map((line, i) => `      ${i === 0 ? mark : ' '} ${line}`));
}
function valueText(side, { setting, subject, kind }) {
    switch (side.kind) {
        case 'none':
            return 'none';
        case 'schedule':
            return isConstant(side.schedule) ? number(startOf(side.schedule)) : describeSchedule(side.schedule);
        case 'trigger':
            return `when ${triggerWords(side.trigger)}`.replace(/^when /, setting === 'until' ? '' : 'when ');
        case 'value':
            if (setting === null && kind !== 'moved' && kind !== 'renamed')
                return subject === 'edge' ? '' : wholeText(subject, kind);
            return plainText(side.value);
    }
}
function wholeText(subject, kind) {
    return subject === 'edge' ? '' : kind;
}
function startOf({ pieces: [first] }) {
    return first?.shape === 'cycle' ? first.pieces[0]?.start : first?.start;
}
function plainText(value) {
    if (typeof value === 'number')
        return number(value);
    if (typeof value === 'string')
        return value;
    if (value === null || value === undefined)
        return 'none';
    if (Array.isArray(value))
        return value.map(plainText).join(', ');
    return typeof value === 'object' ? Object.values(value).map(plainText).join(' ') : String(value);
}
function curves(side, mark, valueAt, columns, s) {
    if (side.kind !== 'schedule' || isConstant(side.schedule))
        return [];
    const { schedule } = side;
    const ends = schedule.pieces.flatMap((piece) => piece.to !== null ? [piece.to] : piece.shape === 'cycle' ? [piece.from + 2 * piece.period] : [piece.from]);
    const span = { from: 0, to: Math.max(1, ...ends) };
    const drawing = drawSchedule(schedule, (x) => valueAt(schedule, x), span, Math.min(48, columns - 10), 1);
    return [
        ...drawing.rows.map((row) => truncate(`      ${mark} ${s.cyan(row)}`, columns)),
        s.dim(truncate(`        ${drawing.marks}`, columns)),
    ];
}
