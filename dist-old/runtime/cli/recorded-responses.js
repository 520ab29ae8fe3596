import { readFileSync } from 'node:fs';
import { closest, distance } from 'fastest-levenshtein';
import { ExitCode, ProrlError } from "../errors.js";
const texts = ['task', 'prompt', 'answer', 'response'];
const optional = {
    step: 'number',
    tokens: 'number',
    score: 'number',
    reward: 'number',
    truncated: 'boolean',
    correct: 'boolean',
};
/**
 * Reads a JSONL file of responses. Throws a ProrlError with the line and the field where one is missing or of the
 * wrong type.
 */
export function readResponses(file, tasks) {
    const lines = readText(file).split(/\r?\n/);
    const found = [];
    for (const [i, text] of lines.entries()) {
        if (text.trim() === '')
            continue;
        found.push(readLine(text, `${file}, line ${i + 1}`, i + 1, tasks));
    }
    if (found.length > 0)
        return found;
    throw unfit(`${file} holds no responses.`, 'Each line is a JSON object with task, prompt, answer and response.');
}
function readLine(text, where, line, tasks) {
    let record;
    try {
        record = JSON.parse(text);
    }
    catch (cause) {
        throw unfit(`${where}: this is not JSON: ${cause.message}.`, 'Write one JSON object a line.');
    }
    if (typeof record !== 'object' || record === null || Array.isArray(record)) {
        throw unfit(`${where}: this is no JSON object.`, 'Write one JSON object a line.');
    }
    const given = record;
    for (const name of texts) {
        if (typeof given[name] === 'string')
            continue;
        const what = given[name] === undefined ? 'is missing' : `is ${typeName(given[name])}, not a text`;
        const near = given[name] === undefined ? nearest(name, Object.keys(given)) : undefined;
        throw unfit(`${where}: the field "${name}" ${what}.`, near === undefined
            ? `A response has the fields ${texts.join(', ')}, and may have data, ${Object.keys(optional).join(', ')}.`
            : `Did you mean it by "${near}"?`);
    }
    for (const [name, type] of Object.entries(optional)) {
        const value = given[name];
        if (value === undefined || typeof value === type)
            continue;
        throw unfit(`${where}: the field "${name}" is ${typeName(value)}, not a ${type}.`, 'Mend it, or leave it out.');
    }
    const task = given['task'];
    if (!tasks.includes(task)) {
        const near = nearest(task, tasks);
        throw unfit(`${where}: the field "task" names "${task}", which the stage does not train on.`, near === undefined ? `Its tasks are ${tasks.join(', ')}.` : `Did you mean "${near}"?`);
    }
    return { ...given, line };
}
function nearest(name, among) {
    const near = among.length === 0 ? undefined : closest(name, [...among]);
    return near !== undefined && distance(name, near) <= Math.max(1, Math.floor(name.length / 3))
        ? near
        : undefined;
}
function typeName(value) {
    return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
function readText(file) {
    try {
        return readFileSync(file, 'utf8');
    }
    catch (cause) {
        const { code } = cause;
        const why = code === 'ENOENT' ? 'there is no such file' : cause.message;
        throw unfit(`Cannot read ${file}: ${why}.`, 'Name a JSONL file of responses, such as the samples.jsonl that `prorl run --samples 4` keeps.', cause);
    }
}
function unfit(message, hint, cause) {
    return new ProrlError(message, { exitCode: ExitCode.usage, hint, cause });
}
