import { closeSync, openSync, readSync } from 'node:fs';
import { openJsonl } from "./jsonl.js";
/** Endings of text files that are not JSONL, each with what to do about it. */
const OTHERS = {
    csv: 'Write it as JSONL or Parquet, such as by pandas: read_csv(...).to_json("data.jsonl", orient="records", lines=True).',
    tsv: 'Write it as JSONL or Parquet, such as by pandas: read_csv(..., sep="\\t").to_json("data.jsonl", orient="records", lines=True).',
    arrow: 'Write it as Parquet: Dataset.to_parquet("data.parquet").',
};
/** What files begin with, by their form. */
const MAGIC = [
    ['gzip', [0x1f, 0x8b], 'Rows are drawn from anywhere in it, so it must lie unpacked: `gunzip -k FILE`.'],
    [
        'Zstandard',
        [0x28, 0xb5, 0x2f, 0xfd],
        'Rows are drawn from anywhere in it, so it must lie unpacked: `unzstd FILE`.',
    ],
    ['zip', [0x50, 0x4b, 0x03, 0x04], 'Unpack it first: `unzip FILE`.'],
];
/** Reads a file through, whatever its form. A file without a single row is complained about too. */
export async function openTable({ path, shown }, from) {
    const { parquet, columns, complaints, visit } = from;
    const refuse = (why, hint) => {
        complaints.add({ file: shown }, why, hint, true);
        throw new Error('a complaint is raised');
    };
    try {
        const head = headOf(path);
        const ending = path.slice(path.lastIndexOf('.') + 1).toLowerCase();
        if (head.length === 0)
            return refuse('it is empty', 'Fetch it again, or leave it out.');
        for (const [form, bytes, hint] of MAGIC) {
            if (bytes.every((byte, i) => head[i] === byte))
                return refuse(`it is packed by ${form}`, hint.replace('FILE', shown));
        }
        const other = OTHERS[ending];
        if (other !== undefined)
            return refuse(`.${ending} files are not read`, other);
        const isParquet = ending === 'parquet' || head.toString('latin1') === 'PAR1';
        const table = isParquet
            ? await parquet.open(path, shown, columns, complaints, visit)
            : await openJsonl(path, shown, complaints, visit);
        if (table.rows === 0) {
            complaints.raise();
            return refuse('it has no rows', 'Fetch it again, or leave it out.');
        }
        return table;
    }
    catch (cause) {
        const { code, syscall } = cause;
        if (code === undefined || syscall === undefined)
            throw cause;
        return refuse(`it cannot be read (${code})`, 'See who may read it: `ls -l` shows that.');
    }
}
function headOf(path) {
    const file = openSync(path, 'r');
    try {
        const head = Buffer.alloc(4);
        return head.subarray(0, readSync(file, head, 0, 4, 0));
    }
    finally {
        closeSync(file);
    }
}
