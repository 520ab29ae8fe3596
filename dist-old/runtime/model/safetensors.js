import { fstatSync } from 'node:fs';
import { ExitCode, ProrlError } from "../errors.js";
import { checkOverlaps, isCount, readBytes, withOpen } from "./file-regions.js";
import { writeAtomically } from "./files.js";
import { fromBfloat16, fromFloat16 } from "./small-floats.js";
/** Headers of real models are a few hundred kilobytes; the format itself allows 100 MB. */
const maxHeaderBytes = 100_000_000;
const bytesOf = { F32: 4, F16: 2, BF16: 2 };
/**
 * Reads a safetensors file: 8 bytes of little-endian header length, a JSON header, the data.
 * float16 and bfloat16 become float32. Everything the header claims is checked against the size of the file
 * before memory is taken. Throws ProrlError on anything unsound.
 */
export function readSafetensors(file) {
    return withOpen(file, (descriptor) => {
        const size = fstatSync(descriptor).size;
        const { entries, dataStart } = readHeader(descriptor, size, file);
        const tensors = new Map();
        for (const entry of entries) {
            const bytes = readBytes(descriptor, dataStart + entry.begin, entry.end - entry.begin, (why) => damaged(file, why));
            tensors.set(entry.name, { shape: entry.shape, data: toFloat32(bytes, entry.dtype) });
        }
        return tensors;
    });
}
/** Writes tensors as float32, all or nothing: a temporary file that is renamed when it is whole. */
export function writeSafetensors(file, tensors, metadata = { format: 'pt' }) {
    writeAtomically(file, encodeSafetensors(tensors, metadata));
}
/** The bytes of a safetensors file of float32 tensors, in parts that follow one another; the data is not copied. */
export function encodeSafetensors(tensors, metadata = { format: 'pt' }) {
    const header = { __metadata__: metadata };
    let offset = 0;
    for (const [name, { shape, data }] of tensors) {
        header[name] = { dtype: 'F32', shape, data_offsets: [offset, offset + data.byteLength] };
        offset += data.byteLength;
    }
    const json = JSON.stringify(header);
    // Spaces at the end of the header align the data to 8 bytes.
    const padded = Buffer.from(json.padEnd(json.length + ((8 - (Buffer.byteLength(json) % 8)) % 8), ' '));
    const length = Buffer.alloc(8);
    length.writeBigUInt64LE(BigInt(padded.length));
    const parts = [length, padded];
    for (const { data } of tensors.values()) {
        parts.push(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    }
    return parts;
}
function readHeader(descriptor, size, file) {
    if (size < 8)
        throw damaged(file, `it has ${size} bytes, too few for a header`);
    const claimed = readBytes(descriptor, 0, 8, (why) => damaged(file, why)).readBigUInt64LE();
    if (claimed > BigInt(size - 8)) {
        throw damaged(file, `its header claims ${claimed} bytes, but the file has ${size}`);
    }
    if (claimed > BigInt(maxHeaderBytes)) {
        throw damaged(file, `its header claims ${claimed} bytes; more than ${maxHeaderBytes} is not allowed`);
    }
    const headerBytes = Number(claimed);
    let json;
    try {
        json = JSON.parse(readBytes(descriptor, 8, headerBytes, (why) => damaged(file, why)).toString('utf8'));
    }
    catch (cause) {
        throw damaged(file, `its header is not JSON (${cause.message})`);
    }
    if (typeof json !== 'object' || json === null || Array.isArray(json)) {
        throw damaged(file, 'its header is not a JSON object');
    }
    const dataBytes = size - 8 - headerBytes;
    const entries = Object.entries(json)
        .filter(([name]) => name !== '__metadata__')
        .map(([name, value]) => checkEntry(name, value, dataBytes, file));
    checkOverlaps(entries, (why) => damaged(file, why));
    return { entries, dataStart: 8 + headerBytes };
}
function checkEntry(name, value, dataBytes, file) {
    const { dtype, shape, data_offsets: offsets } = (value ?? {});
    const label = `its tensor "${name.slice(0, 100)}"`;
    const bytes = typeof dtype === 'string' && Object.hasOwn(bytesOf, dtype) ? bytesOf[dtype] : undefined;
    if (bytes === undefined) {
        throw damaged(file, `${label} has the type ${JSON.stringify(dtype)}; prorl reads F32, F16 and BF16`);
    }
    if (!Array.isArray(shape) || !shape.every(isCount))
        throw damaged(file, `${label} has no sound shape`);
    if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
        throw damaged(file, `${label} has no sound data_offsets`);
    }
    const [begin, end] = offsets;
    if (begin > end || end > dataBytes) {
        throw damaged(file, `${label} lies at bytes ${begin} to ${end}, but there are ${dataBytes} bytes of data`);
    }
    const needed = shape.reduce((product, length) => product * length, bytes);
    if (needed !== end - begin) {
        throw damaged(file, `${label} of shape [${shape.join(', ')}] needs ${needed} bytes, but is given ${end - begin}`);
    }
    return { name, dtype: dtype, shape, begin, end };
}
function damaged(file, why) {
    return new ProrlError(`The weight file ${file} cannot be used: ${why}.`, {
        exitCode: ExitCode.pipeline,
        hint: 'The file is damaged or not a safetensors file of floats; fetch or write it again.',
    });
}
function toFloat32(bytes, dtype) {
    if (dtype === 'F32')
        return new Float32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 4);
    const halves = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.byteLength / 2);
    return dtype === 'BF16' ? fromBfloat16(halves) : fromFloat16(halves);
}
