import { fstatSync } from 'node:fs';
import { ExitCode, ProrlError } from "../../errors.js";
import { checkOverlaps, readBytes, withOpen } from "../file-regions.js";
import { Metadata } from "./metadata.js";
import { quantisations } from "./quantisation.js";
/** Bytes of the fewest that a tensor's and an entry's description take: what bounds their numbers. */
const fewestTensorBytes = 24;
const fewestEntryBytes = 13;
/**
 * Opens a GGUF file. What its header claims is checked against the size of the file before memory is taken for
 * it. Throws ProrlError on anything unsound, and on types of numbers that prorl does not read.
 */
export async function openGguf(file) {
    const damaged = damagedAt(file);
    const size = checkCounts(file, damaged);
    // Loaded when a GGUF file is, since it is slow to load.
    const { gguf } = await import('@huggingface/gguf');
    let header;
    try {
        header = await gguf(file, { allowLocalFile: true });
    }
    catch (cause) {
        throw damaged(`its header cannot be read (${cause.message})`);
    }
    if (!header.littleEndian)
        throw damaged('its numbers are big-endian');
    const entries = checkTensors(header, size, damaged);
    return {
        file,
        metadata: new Metadata({ ...header.metadata }, file),
        shapes: new Map(entries.map(({ name, shape }) => [name, shape])),
        readTensors: () => readTensors(file, entries, damaged),
    };
}
/** The file's size, once the counts at its beginning could be true of a file of that size. */
function checkCounts(file, damaged) {
    return withOpen(file, (descriptor) => {
        const { size } = fstatSync(descriptor);
        if (size < 24)
            throw damaged(`it has ${size} bytes, too few for a header`);
        const start = readBytes(descriptor, 0, 24, damaged);
        if (start.toString('latin1', 0, 4) !== 'GGUF')
            throw damaged('it does not begin with "GGUF"');
        const version = start.readUInt32LE(4);
        if (version !== 2 && version !== 3)
            throw damaged(`it is of version ${version}; prorl reads 2 and 3`);
        const tensors = start.readBigUInt64LE(8);
        const entries = start.readBigUInt64LE(16);
        const least = tensors * BigInt(fewestTensorBytes) + entries * BigInt(fewestEntryBytes);
        if (least > BigInt(size)) {
            throw damaged(`it claims ${tensors} tensors and ${entries} entries of metadata, which do not fit into its ${size} bytes`);
        }
        return size;
    });
}
function checkTensors(header, size, damaged) {
    const dataStart = Number(header.tensorDataOffset);
    const names = new Set();
    const entries = header.tensorInfos.map(({ name, shape, dtype, offset }) => {
        const label = `its tensor "${name.slice(0, 100)}"`;
        if (names.has(name))
            throw damaged(`it holds ${label.slice(4)} twice`);
        names.add(name);
        const quantisation = quantisations.get(dtype);
        if (quantisation === undefined) {
            const known = [...quantisations.values()].map((type) => type.name).join(', ');
            throw damaged(`${label} has GGUF's type ${dtype}; prorl reads ${known}`);
        }
        const lengths = shape.map(Number);
        const elements = lengths.reduce((product, length) => product * length, 1);
        if (lengths.some((length) => length < 1) || (lengths[0] ?? 1) % quantisation.elements !== 0) {
            throw damaged(`${label} has the shape [${lengths.join(', ')}], which ${quantisation.name} cannot hold`);
        }
        const begin = dataStart + Number(offset);
        const end = begin + (elements / quantisation.elements) * quantisation.bytes;
        if (!Number.isSafeInteger(begin) || end > size) {
            throw damaged(`${label} lies at bytes ${begin} to ${end}, but the file has ${size}`);
        }
        return { name, shape: lengths.reverse(), quantisation, begin, end };
    });
    if (dataStart > size)
        throw damaged(`its data begin at byte ${dataStart}, but the file has ${size}`);
    checkOverlaps(entries, damaged);
    return entries;
}
function readTensors(file, entries, damaged) {
    return withOpen(file, (descriptor) => {
        const tensors = new Map();
        for (const { name, shape, quantisation, begin, end } of entries) {
            const bytes = readBytes(descriptor, begin, end - begin, damaged);
            tensors.set(name, { shape, data: quantisation.decode(bytes) });
        }
        return tensors;
    });
}
function damagedAt(file) {
    return (why) => new ProrlError(`The weight file ${file} cannot be used: ${why}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'The file is damaged, cut off or of a kind that prorl does not read; fetch it again, or take the model as safetensors.',
    });
}
