import { t } from "../type.js";
import { CATALOGUE } from "./catalogue.js";
/** The whole paper's names, where the package has another. */
const RENAMED = { palindrome: 'palindrome_generation' };
let read;
/** The data sets of reasoning-gym by name, each with its fields. Read when a file first names one. */
export function gymDatasets() {
    return (read ??= new Map(CATALOGUE.trim().split('\n').map(readLine)));
}
/** The name in the package of a task that the ProRL paper names otherwise. */
export function gymRenamed(name) {
    return Object.hasOwn(RENAMED, name) ? RENAMED[name] : undefined;
}
function readLine(line) {
    const colon = line.indexOf(':');
    const written = line.slice(colon + 1).trim();
    const fields = written === '' ? [] : written.split(', ');
    return [
        line.slice(0, colon),
        new Map(fields.map((one) => {
            const [name = '', kind = ''] = one.split(' ');
            return [name, fieldOf(kind)];
        })),
    ];
}
function fieldOf(kind) {
    switch (kind) {
        case 'whole':
            return { kind: 'one', type: whole };
        case 'number':
            return { kind: 'one', type: t.number };
        case 'flag':
            return { kind: 'one', type: t.boolean };
        case 'text':
            return { kind: 'one', type: t.string };
        case 'list':
            return { kind: 'list' };
        case '-':
            return null;
        default:
            return { kind: 'choice', of: kind.split('|') };
    }
}
/** Coordinates and the like may be below zero. */
const whole = {
    kind: 'number',
    name: 'Whole',
    bounds: {
        least: Number.MIN_SAFE_INTEGER,
        most: Number.MAX_SAFE_INTEGER,
        open: false,
        words: 'a whole number',
    },
};
