import { closest, distance } from 'fastest-levenshtein';
import { chatText } from "./chat.js";
/** Characters of a text; longer ones are taken for a mistake. */
const LONGEST = 1024 * 1024;
/** Columns that a message names. */
const NAMED = 12;
/** Why a row cannot be used. */
export class ColumnProblem extends Error {
    column;
    hint;
    /** The column is not there at all: the mapping is wrong, not the row. */
    missing;
    constructor(column, why, hint, missing = false) {
        super(why);
        this.column = column;
        this.hint = hint;
        this.missing = missing;
    }
}
/** Reads the columns of a row that the pipeline names. Throws ColumnProblem. */
export function readColumns(row, columns) {
    return {
        prompt: promptOf(valueAt(row, columns.prompt, 'prompt'), columns.prompt),
        answer: columns.answer === null ? null : textOf(valueAt(row, columns.answer, 'answer'), columns.answer),
        worked: columns.worked === null ? null : textOf(valueAt(row, columns.worked, 'worked'), columns.worked),
    };
}
/** The columns of the file itself that hold what the pipeline names. */
export function outerColumns({ prompt, answer, worked }) {
    return [prompt, answer, worked].filter((one) => one !== null);
}
/** A column by its name, or by a dotted path into a nested one: `reward_model.ground_truth`, `answers.0`. */
function valueAt(row, path, role) {
    if (Object.hasOwn(row, path))
        return row[path];
    let value = row;
    const walked = [];
    for (const part of path.split('.')) {
        if (typeof value !== 'object' || value === null) {
            throw new ColumnProblem(path, `"${walked.join('.')}" is ${show(value)}: it has no "${part}" in it`, `Name a column that holds the ${role} as it is.`);
        }
        if (!Object.hasOwn(value, part))
            throw missing(path, walked, part, value, role);
        walked.push(part);
        value = value[part];
    }
    return value;
}
function missing(path, walked, part, value, role) {
    const names = Object.keys(value);
    const inside = walked.length === 0 ? '' : ` in "${walked.join('.')}"`;
    const near = names.length === 0 ? undefined : closest(part, names);
    const close = near !== undefined && distance(part, near) <= Math.max(1, Math.floor(part.length / 3));
    const list = names.slice(0, NAMED).join(', ') + (names.length > NAMED ? ', ...' : '');
    const has = Array.isArray(value)
        ? `It is a list of ${value.length}, the first is 0.`
        : names.length === 0
            ? 'It has none at all.'
            : `There are ${list}.`;
    const found = close ? `Did you mean ${role}: "${[...walked, near].join('.')}"? ` : '';
    const hint = `${found}${has}${close ? '' : ` Say which holds the ${role}: dataset("...", ${role}: "COLUMN").`}`;
    return new ColumnProblem(path, `there is no "${part}"${inside}`, hint, true);
}
function promptOf(value, column) {
    if (!Array.isArray(value))
        return textOf(value, column);
    const read = chatText(value);
    if ('why' in read) {
        throw new ColumnProblem(column, read.why, 'A prompt is a text, or a list of messages { "role": ..., "content": ... }.');
    }
    return textOf(read.text, column);
}
function textOf(value, column) {
    switch (typeof value) {
        case 'string':
            if (value.trim() === '')
                throw new ColumnProblem(column, 'it is empty', 'Fill it in, or take the row out.');
            if (value.length > LONGEST) {
                throw new ColumnProblem(column, `it has ${value.length} characters, more than ${LONGEST}`, 'Shorten it, or take the row out.');
            }
            return value;
        case 'number':
            if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
                throw new ColumnProblem(column, 'it is a whole number of so many digits that some were lost', 'Write the number in quotes, as a text: then all its digits count.');
            }
            return String(value);
        case 'boolean':
            return String(value);
        default:
            throw new ColumnProblem(column, `it is ${show(value)}, not a text`, value === null || value === undefined
                ? 'Fill it in, or take the row out.'
                : `Name what is in it, such as "${column}.${Array.isArray(value) ? '0' : (Object.keys(value)[0] ?? 'value')}". Where the verifier reads the whole row, write answer: none.`);
    }
}
function show(value) {
    if (value === null || value === undefined)
        return 'nothing (null)';
    if (Array.isArray(value))
        return 'a list';
    return typeof value === 'object' ? 'an object' : JSON.stringify(value).slice(0, 60);
}
