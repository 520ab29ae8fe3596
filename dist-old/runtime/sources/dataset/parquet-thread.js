import { closeSync, openSync, readSync } from 'node:fs';
import { parentPort } from 'node:worker_threads';
import { parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { fingerprintOf } from "./changed.js";
/**
 * The thread in which Parquet is decoded: a file that asks for more memory than there is, or for work without an end,
 * ends this thread, and not prorl.
 */
/** Bytes, uncompressed, of the row groups that are kept decoded. */
const KEPT = 256 * 1024 * 1024;
/** Bytes of one row group, uncompressed. */
const LARGEST_GROUP = 1024 * 1024 * 1024;
/** Rows of one row group: each becomes an object. */
const MOST_ROWS = 10_000_000;
/** How many bytes one packed byte may become in the estimate of the work: what says more is damaged, or is soon read. */
const EXPANSION = 200;
/** A page that says that it unpacks to more than a row group may hold asks for memory that it does not need. */
const bounded = Object.fromEntries(Object.entries(compressors).map(([codec, unpack]) => [
    codec,
    (input, length) => {
        if (!(length >= 0 && length <= LARGEST_GROUP))
            throw new Error(`a page says that it has ${length} bytes`);
        return unpack(input, length);
    },
]));
const files = new Map();
const groups = new Map();
async function open(path) {
    const known = files.get(path);
    if (known !== undefined) {
        const now = fingerprintOf(path);
        if (now.size !== known.seen.size || now.mtimeMs !== known.seen.mtimeMs)
            throw new Error('CHANGED');
        return known;
    }
    const seen = fingerprintOf(path);
    if (seen.size < 12)
        throw new Error('it is too short to be Parquet');
    const buffer = {
        byteLength: seen.size,
        slice: (from, to) => slice(path, seen.size, from, to),
    };
    const metadata = await parquetMetadataAsync(buffer, { geoparquet: false });
    const starts = [0];
    const sizes = [];
    for (const group of metadata.row_groups) {
        const rows = Number(group.num_rows);
        const bytes = Number(group.total_byte_size);
        if (!Number.isSafeInteger(rows) || rows < 0 || rows > MOST_ROWS) {
            throw new Error(`a row group says that it has ${rows} rows; more than ${MOST_ROWS / 1e6} million are not read`);
        }
        if (!(bytes >= 0 && bytes <= LARGEST_GROUP)) {
            throw new Error(`a row group says that it has ${bytes} bytes; more than ${LARGEST_GROUP / 2 ** 30} GiB are not read`);
        }
        for (const { file_path: elsewhere } of group.columns) {
            if (elsewhere !== undefined && elsewhere !== '')
                throw new Error(`its columns lie in another file, ${elsewhere}`);
        }
        starts.push(starts.at(-1) + rows);
        sizes.push(Math.min(bytes, EXPANSION * seen.size));
    }
    if (starts.at(-1) !== Number(metadata.num_rows)) {
        throw new Error(`it says that it has ${metadata.num_rows} rows, and its row groups have ${starts.at(-1)}`);
    }
    const file = { buffer, metadata, seen, starts, bytes: sizes };
    files.set(path, file);
    return file;
}
/** Rows from `from` to before `to`, all of one row group, as plain JSON. */
async function read(path, from, to, columns) {
    const { buffer, metadata, starts } = await open(path);
    const group = starts.findLastIndex((start) => start <= from);
    const [start, end] = [starts[group], starts[group + 1]];
    const key = JSON.stringify([path, group, columns]);
    let kept = groups.get(key);
    if (kept === undefined) {
        const rows = await parquetReadObjects({
            file: buffer,
            metadata,
            rowStart: start,
            rowEnd: end,
            compressors: bounded,
            ...(columns === null ? {} : { columns }),
        });
        if (rows.length !== end - start)
            throw new Error(`row group ${group + 1} has ${rows.length} rows instead of ${end - start}`);
        kept = { rows, bytes: Number(metadata.row_groups[group].total_byte_size) };
    }
    // The one used last stands last; the first ones make room.
    groups.delete(key);
    groups.set(key, kept);
    let total = [...groups.values()].reduce((sum, one) => sum + one.bytes, 0);
    for (const [other, { bytes }] of groups) {
        if (total <= KEPT || other === key)
            break;
        groups.delete(other);
        total -= bytes;
    }
    return kept.rows.slice(from - start, to - start).map((row) => plain(row));
}
/** A value as JSON can hold it: whole numbers of more than 53 bits as texts, dates as ISO 8601, bytes as base64. */
function plain(value) {
    if (typeof value === 'bigint') {
        return value >= Number.MIN_SAFE_INTEGER && value <= Number.MAX_SAFE_INTEGER ? Number(value) : `${value}`;
    }
    if (typeof value === 'number')
        return Number.isFinite(value) ? value : null;
    if (typeof value !== 'object' || value === null)
        return value ?? null;
    if (value instanceof Date)
        return Number.isNaN(value.getTime()) ? null : value.toISOString();
    if (value instanceof Uint8Array)
        return Buffer.from(value).toString('base64');
    if (ArrayBuffer.isView(value))
        return [...value].map(plain);
    if (Array.isArray(value))
        return value.map(plain);
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
/** A part of a file; one that is not whole there is an error. */
function slice(path, size, from, to = size) {
    if (!(from >= 0 && to >= from && to <= size)) {
        throw new Error(`it names the bytes ${from} to ${to}, and has ${size}`);
    }
    const bytes = new Uint8Array(to - from);
    const file = openSync(path, 'r');
    try {
        let done = 0;
        while (done < bytes.length) {
            const got = readSync(file, bytes, done, bytes.length - done, from + done);
            if (got === 0)
                throw new Error('CHANGED');
            done += got;
        }
    }
    finally {
        closeSync(file);
    }
    return bytes.buffer;
}
async function answer(request) {
    const { id } = request;
    try {
        if (request.kind === 'open') {
            files.delete(request.path);
            for (const key of groups.keys()) {
                if (JSON.parse(key)[0] === request.path)
                    groups.delete(key);
            }
            const { metadata, starts, bytes } = await open(request.path);
            const names = (metadata.schema[0]?.num_children ?? 0) > 0 ? topLevel(metadata) : [];
            return { id, starts, columns: names, bytes };
        }
        const { path, from, to, columns } = request;
        return { id, rows: await read(path, from, to, columns) };
    }
    catch (cause) {
        return { id, failure: cause instanceof Error ? cause.message : String(cause) };
    }
}
/** The names of the outermost columns: the schema is a tree, written depth first. */
function topLevel({ schema }) {
    const names = [];
    let at = 1;
    const skip = () => {
        const children = schema[at++]?.num_children ?? 0;
        for (let i = 0; i < children && at < schema.length; i++)
            skip();
    };
    while (at < schema.length) {
        names.push(schema[at].name);
        skip();
    }
    return names;
}
parentPort.on('message', (request) => {
    void answer(request).then((reply) => parentPort.postMessage(reply));
});
