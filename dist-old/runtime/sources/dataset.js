import { createHash } from 'node:crypto';
import { ExitCode, ProrlError } from "../errors.js";
import { ParquetReader } from "./dataset/parquet.js";
import { readColumns } from "./dataset/row.js";
import { readStock } from "./dataset/stock.js";
import { pathOf } from "./opened.js";
/**
 * Reads the data of `task NAME = dataset(...)` through, and opens its verifier. Problems are drawn evenly and with
 * replacement from the rows of a split, whose order does not matter; each takes one number of the stream that it is
 * drawn by. A problem's `data` is its whole row.
 */
export async function openDataset(reference, around, openVerifier) {
    const { name, columns } = reference;
    const parquet = new ParquetReader();
    try {
        const locate = (path) => pathOf(path, reference.library, around);
        const { stock, files, dropped } = await readStock(reference, locate, parquet);
        const verifier = await openVerifier(reference.verifier, around);
        const data = {
            task: name,
            path: reference.path,
            train: stock.size('train'),
            heldout: stock.size('heldout'),
            dropped,
            sha256: fingerprint(files),
            files,
        };
        return {
            name,
            stock,
            data,
            generate: (_, random) => {
                const size = stock.size('train');
                if (size === 0)
                    throw nothingToTrainOn(name);
                return stock.problem('train', random.int(0, size - 1));
            },
            verify: (problem, response, signal, limit) => verifier.verify(problem, response, signal, limit),
            ...(columns.worked !== null && {
                solve: (problem) => readColumns(problem.data, columns).worked,
            }),
            close: async () => {
                await Promise.all([parquet.close(), verifier.close?.()]);
            },
        };
    }
    catch (cause) {
        await parquet.close();
        throw cause;
    }
}
/** Of all files in order: their content, not where they lie. */
function fingerprint(files) {
    return createHash('sha256')
        .update(JSON.stringify(files.map(({ sha256 }) => sha256)))
        .digest('hex');
}
function nothingToTrainOn(name) {
    return new ProrlError(`All rows of the task ${name} are held out: it is for suites alone.`, {
        exitCode: ExitCode.pipeline,
        hint: 'Leave `heldout: "all"` out, or train on another task.',
    });
}
