import { createHash } from 'node:crypto';
import { closeSync, createReadStream, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeSync, } from 'node:fs';
import { dirname } from 'node:path';
/** What was downloaded is not what the hub says that it is. */
export class WrongContent extends Error {
}
/** Interruptions of one file in a row that are gone on from before it is given up. */
const attempts = 4;
/**
 * Downloads a file to `target`, or goes on with what an earlier call left there. `open` gives the content from a
 * byte on. The file gets its name once its size and checksum are right. Throws WrongContent where they are not, and
 * what `open` or the stream threw where it broke off too often; what came till then is kept for the next call.
 */
export async function downloadBlob(file, target, open) {
    if (existsSync(target))
        return;
    const partial = `${target}.prorl-incomplete`;
    mkdirSync(dirname(target), { recursive: true });
    for (let attempt = 1;; attempt++) {
        const before = sizeOf(partial);
        try {
            if (before < file.size)
                await append(partial, await open(before), file.size - before);
            else if (before === 0)
                await append(partial, new Blob([]).stream(), 0);
            if (sizeOf(partial) >= file.size)
                break;
            throw new Error(`the connection closed at byte ${sizeOf(partial)} of ${file.size}`);
        }
        catch (cause) {
            if (cause instanceof WrongContent)
                rmSync(partial, { force: true });
            // An attempt that brought something on is not counted against the file.
            if (cause instanceof WrongContent || (attempt >= attempts && sizeOf(partial) === before))
                throw cause;
            if (attempt >= attempts * 25)
                throw cause;
        }
    }
    const found = await checksumOf(partial, file);
    if (found !== file.checksum.hex) {
        rmSync(partial, { force: true });
        throw new WrongContent(`its checksum is ${found}, but the hub says ${file.checksum.hex}`);
    }
    renameSync(partial, target);
}
async function append(partial, content, most) {
    const descriptor = openSync(partial, 'a');
    let written = 0;
    try {
        for await (const chunk of content) {
            written += chunk.length;
            if (written > most)
                throw new WrongContent('more bytes came than the hub says that it has');
            for (let done = 0; done < chunk.length;)
                done += writeSync(descriptor, chunk, done);
        }
        fsyncSync(descriptor);
    }
    finally {
        closeSync(descriptor);
    }
}
async function checksumOf(path, { checksum, size }) {
    const hash = createHash(checksum.kind === 'git' ? 'sha1' : 'sha256');
    if (checksum.kind === 'git')
        hash.update(`blob ${size}\0`);
    for await (const chunk of createReadStream(path))
        hash.update(chunk);
    return hash.digest('hex');
}
function sizeOf(path) {
    return existsSync(path) ? statSync(path).size : 0;
}
