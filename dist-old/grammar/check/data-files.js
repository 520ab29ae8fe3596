import { nearestFix, problem, replace, listed } from "../diagnostics/index.js";
/** The columns that a data set's parameters name. */
const named = ['prompt', 'answer', 'worked'];
/**
 * The file of a data set is there, and its first row has the columns that are read. The other rows are read as the
 * run starts; so are Parquet and folders, of which only the path is looked at here.
 */
export const dataFiles = {
    task({ source, module }, check) {
        const path = source.kind === 'dataset' ? source.values.get('path') : undefined;
        if (path?.value.kind !== 'string' || path.span === null)
            return;
        const { value } = path.value;
        const { at, found } = check.dataFile(value, module);
        if ('problem' in found) {
            if (found.problem === 'missing')
                check.report(missing(value, at, path.span));
        }
        else if (/\.jsonl$/i.test(value)) {
            firstRow(found.text, value, source, path.span, check);
        }
    },
};
function missing(path, at, span) {
    return problem('M0213', span, `there is no data "${path}"`, {
        reason: `It was looked for at ${at}.`,
        fix: { title: 'check the path; it starts from the folder of this file', edits: [] },
    });
}
function firstRow(text, path, source, span, check) {
    const lines = text.split('\n');
    const number = lines.findIndex((line) => line.trim() !== '');
    const row = number < 0 ? undefined : parsed(lines[number]);
    if (row === undefined) {
        check.report(problem('M0214', span, `"${path}" has no rows that can be read`, {
            label: number < 0 ? 'the file is empty' : `line ${number + 1} is no JSON object`,
            reason: 'JSONL has one JSON object a line: { "prompt": ..., "answer": ... }.',
        }));
        return;
    }
    for (const parameter of named)
        column(source.values.get(parameter), parameter, Object.keys(row), span, check);
}
function column(named, parameter, columns, path, check) {
    const value = named?.value;
    if (value?.kind !== 'string')
        return;
    // "a.b" names what is in a nested column.
    const outer = value.value.split('.')[0];
    if (columns.includes(value.value) || columns.includes(outer))
        return;
    const written = named?.span ?? null;
    check.report(problem('N0219', written ?? path, `the data has no column "${outer}"`, {
        label: written === null ? `"${parameter}" is read from it where nothing else is said` : '',
        reason: `Its first row has ${listed([...columns], 'and', 12)}.`,
        fix: written === null
            ? { title: `name the column: ${parameter}: "..."`, edits: [] }
            : quoted(written, value.value, columns),
    }));
}
function quoted(span, wrong, columns) {
    const near = nearestFix(span, wrong, columns);
    return near && replace(span, `"${near.edits[0].text}"`, near.title);
}
function parsed(line) {
    try {
        const row = JSON.parse(line);
        return typeof row === 'object' && row !== null && !Array.isArray(row) ? row : undefined;
    }
    catch {
        // What is wrong with it is said by whoever reads on; here it is no row.
        return undefined;
    }
}
