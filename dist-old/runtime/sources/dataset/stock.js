import { createHash } from 'node:crypto';
import { splitOf } from "../../tasks/draw.js";
import { Complaints } from "./complaints.js";
import { findDataFiles } from "./data-files.js";
import { Numbers } from "./numbers.js";
import { openTable } from "./open-table.js";
import { ColumnProblem, outerColumns, readColumns } from "./row.js";
/** Training problems whose prompts are tried against the model's context. */
const LONGEST = 32;
/**
 * All data sets are split by this name: whatever a task is called, a row that one task of a pipeline keeps for suites
 * is not in the training of another.
 */
const SPLIT_BY = 'dataset';
/**
 * Reads a data set through once: every row is checked, and it is settled which are trained on and which are held out.
 * Kept are the places of the rows and a hash of each prompt, about forty bytes a row.
 * Throws a ProrlError that names file, row and column.
 */
export async function readStock(reference, locate, parquet) {
    const complaints = new Complaints(reference.name);
    const files = findDataFiles(reference, locate, complaints);
    const { columns, heldout } = reference;
    const places = { train: newPlaces(), heldout: newPlaces() };
    const [trained, held] = [new Numbers(), new Set()];
    const longest = new Longest(LONGEST);
    const tables = [];
    const records = [];
    let dropped = 0;
    const readAll = async (list, splitFor) => {
        for (const file of list) {
            const table = tables.length;
            let place = 0;
            const visit = (row, number) => {
                const asked = checkedColumns(row, number);
                const here = place++;
                if (asked === null)
                    return;
                const key = keyOf(asked.prompt);
                const split = splitFor(asked.prompt, key);
                if (split === null) {
                    dropped += 1;
                    return;
                }
                if (split === 'train') {
                    longest.offer(places.train.row.length, asked.prompt.length);
                    trained.push(key);
                }
                else
                    held.add(key);
                places[split].table.push(table);
                places[split].row.push(here);
            };
            const checkedColumns = (row, number) => {
                try {
                    return readColumns(row, columns);
                }
                catch (cause) {
                    if (!(cause instanceof ColumnProblem))
                        throw cause;
                    const where = { file: file.shown, row: number, column: cause.column };
                    complaints.add(where, cause.message, cause.hint, cause.missing && place === 0);
                    return null;
                }
            };
            const read = await openTable(file, { parquet, columns: outerColumns(columns), complaints, visit });
            tables.push(read);
            const { rows, bytes, sha256 } = read;
            records.push({ path: file.shown, rows, bytes, sha256 });
        }
    };
    if (files.heldout !== null) {
        await readAll(files.heldout, () => 'heldout');
        await readAll(files.rows, (_, key) => (held.has(key) ? null : 'train'));
    }
    else if (heldout?.rows === 'all')
        await readAll(files.rows, () => 'heldout');
    else
        await readAll(files.rows, (prompt) => splitOf(SPLIT_BY, prompt));
    complaints.raise();
    if (places.train.row.length === 0 && files.heldout !== null) {
        complaints.add({ file: reference.path }, `all ${dropped} rows are held out too: none is left to train on`, 'Hold out other rows than those that are trained on.', true);
    }
    const sorted = Float64Array.from({ length: trained.length }, (_, i) => trained.at(i)).sort();
    const problem = async (split, n) => {
        const { table, row } = places[split];
        const data = await tables[table.at(n)].read(row.at(n));
        const { prompt, answer } = readColumns(data, columns);
        const { instruction } = reference;
        return {
            prompt: instruction === null ? prompt : `${prompt}\n${instruction}`,
            answer: answer ?? '',
            data,
        };
    };
    return {
        files: records,
        dropped,
        stock: {
            size: (split) => places[split].row.length,
            problem,
            longest: longest.numbers(),
            keyOf: ({ data }) => readColumns(data, columns).prompt,
            trainsOn: (prompt) => contains(sorted, keyOf(prompt)),
        },
    };
}
function newPlaces() {
    return { table: new Numbers(), row: new Numbers() };
}
/** 53 bits of the SHA-256 of a prompt: of a million prompts two are taken for one with a probability of 1 in 18,000. */
function keyOf(prompt) {
    const digest = createHash('sha256').update(prompt).digest();
    return (digest.readUInt32BE(0) >>> 11) * 2 ** 32 + digest.readUInt32BE(4);
}
function contains(sorted, value) {
    let [from, to] = [0, sorted.length];
    while (from < to) {
        const middle = (from + to) >>> 1;
        if (sorted[middle] < value)
            from = middle + 1;
        else
            to = middle;
    }
    return sorted[from] === value;
}
/** The numbers with the greatest lengths among those offered. */
class Longest {
    most;
    kept = [];
    constructor(most) {
        this.most = most;
    }
    offer(n, length) {
        if (this.kept.length === this.most && length <= this.kept.at(-1).length)
            return;
        this.kept = [...this.kept, { n, length }].sort((a, b) => b.length - a.length).slice(0, this.most);
    }
    numbers() {
        return this.kept.map(({ n }) => n);
    }
}
