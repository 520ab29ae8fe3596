import { createHash } from 'node:crypto';
import { closeSync, createReadStream, fstatSync, openSync, readSync } from 'node:fs';
import { changedUnderway, fingerprintOf } from "./changed.js";
import { Numbers } from "./numbers.js";
/** Bytes of one line. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** Bytes that are read at once. */
const CHUNK = 1024 * 1024;
/** Objects and lists within one another. */
const DEEPEST = 100;
const [LF, CR] = [0x0a, 0x0d];
/**
 * Reads a file of one JSON object a line, once and without holding it: where each line begins is kept, sixteen bytes
 * a row. Empty lines are passed over. `shown`: the file's name in messages.
 */
export async function openJsonl(path, shown, complaints, visit) {
    const seen = fingerprintOf(path);
    const starts = new Numbers();
    const lengths = new Numbers();
    const hash = createHash('sha256');
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    let line = 0;
    let bytes = 0;
    let begun = [];
    let start = 0;
    const take = (given) => {
        line += 1;
        const first = start;
        start += given.length + 1;
        const skip = line === 1 && given.subarray(0, 3).equals(BOM) ? 3 : 0;
        const end = given.at(-1) === CR ? given.length - 1 : given.length;
        const read = readLine(given.subarray(skip, end), decoder);
        if (read === null)
            return;
        if ('why' in read) {
            complaints.add({ file: shown, row: line }, read.why, read.hint, line === 1);
            return;
        }
        starts.push(first + skip);
        lengths.push(end - skip);
        visit(read.row, line);
    };
    for await (const chunk of createReadStream(path, { highWaterMark: CHUNK })) {
        hash.update(chunk);
        bytes += chunk.length;
        let from = 0;
        for (let at = chunk.indexOf(LF); at >= 0; at = chunk.indexOf(LF, from)) {
            const part = chunk.subarray(from, at);
            take(begun.length === 0 ? part : Buffer.concat([...begun, part]));
            begun = [];
            from = at + 1;
        }
        if (from < chunk.length)
            begun.push(Buffer.from(chunk.subarray(from)));
        if (bytes - start > LONGEST_LINE) {
            complaints.add({ file: shown, row: line + 1 }, `the line is longer than ${LONGEST_LINE / 1024 / 1024} MiB`, 'JSONL has one row a line; a file that is one long line is not JSONL.', true);
        }
    }
    if (begun.length > 0)
        take(Buffer.concat(begun));
    return {
        rows: starts.length,
        bytes,
        sha256: hash.digest('hex'),
        read: (place) => {
            const text = readPart(path, shown, seen, starts.at(place), lengths.at(place));
            return Promise.resolve(JSON.parse(text));
        },
    };
}
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** One line as a row; null where it is empty. */
function readLine(bytes, decoder) {
    let text;
    try {
        text = decoder.decode(bytes);
    }
    catch {
        return { why: 'it is not UTF-8', hint: 'Write the file again as UTF-8.' };
    }
    if (text.trim() === '')
        return null;
    let row;
    try {
        row = JSON.parse(text);
    }
    catch (cause) {
        if (text.trimStart().startsWith('['))
            return { why: 'a JSON array begins here', hint: ARRAY };
        return { why: `it is not JSON: ${cause.message}`, hint: 'JSONL has one JSON object a line.' };
    }
    if (Array.isArray(row))
        return { why: 'it is a JSON array, not an object', hint: ARRAY };
    if (typeof row !== 'object' || row === null) {
        return { why: 'it is not a JSON object', hint: 'JSONL has one JSON object a line.' };
    }
    if (depthOver(row, DEEPEST)) {
        return { why: `it is nested more than ${DEEPEST} deep`, hint: 'Flatten it, or take the row out.' };
    }
    return { row: row };
}
const ARRAY = `JSONL has one JSON object a line; \`jq -c '.[]'\` makes it of an array.`;
function depthOver(value, left) {
    if (typeof value !== 'object' || value === null)
        return false;
    return left === 0 || Object.values(value).some((one) => depthOver(one, left - 1));
}
/** A part of a file that must still be the one that was read through. */
function readPart(path, shown, seen, start, length) {
    let file;
    try {
        file = openSync(path, 'r');
    }
    catch (cause) {
        throw changedUnderway(shown, cause);
    }
    try {
        const { size, mtimeMs } = fstatSync(file);
        if (size !== seen.size || mtimeMs !== seen.mtimeMs)
            throw changedUnderway(shown);
        const bytes = Buffer.allocUnsafe(length);
        let done = 0;
        while (done < length) {
            const read = readSync(file, bytes, done, length - done, start + done);
            if (read === 0)
                throw changedUnderway(shown);
            done += read;
        }
        return bytes.toString('utf8');
    }
    finally {
        closeSync(file);
    }
}
