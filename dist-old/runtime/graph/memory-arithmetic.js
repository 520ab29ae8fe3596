import { parametersOf } from "./decoder-shape.js";
import { memoryNeeds, rowBytes, sequenceBytes } from "./memory.js";
/** What a run holds while it does so much at once, line by line; the last line is the peak. */
export function memoryLines(shape, load, limits) {
    const needs = memoryNeeds(shape, load, limits);
    const rows = Math.min(limits.rows, load.rows);
    const sequences = Math.min(limits.sequences, load.sequences);
    const weights = `4 bytes x ${(parametersOf(shape) / 1e6).toFixed(1)}M weights`;
    const times = (bytes) => `${bytes / (4 * parametersOf(shape))} x ${weights}`;
    return [
        { what: 'process', how: 'Node and the native backend', bytes: needs.process },
        { what: 'policy', how: weights, bytes: needs.policy },
        ...(load.reference ? [{ what: 'reference', how: weights, bytes: needs.reference }] : []),
        { what: 'AdamW moments', how: times(needs.moments), bytes: needs.moments },
        { what: 'gradients', how: times(needs.gradients), bytes: needs.gradients },
        {
            what: 'activations',
            how: `${rows} tokens at once x ${memoryText(rowBytes(shape, load))}`,
            bytes: needs.activations,
        },
        {
            what: 'decoding',
            how: `${sequences} ${sequences === 1 ? 'sequence' : 'sequences'} at once x ${memoryText(sequenceBytes(shape, load))}`,
            bytes: needs.decoding,
        },
        { what: 'peak memory', how: 'with the greater of update and decoding', bytes: needs.peak },
    ];
}
/** Bytes for people: `840 MiB`, `5.2 GiB`. */
export function memoryText(bytes) {
    const [unit, size] = [
        ['GiB', 2 ** 30],
        ['MiB', 2 ** 20],
        ['KiB', 2 ** 10],
    ].find(([, size]) => bytes >= size) ?? ['bytes', 1];
    const value = bytes / size;
    return `${value >= 100 || size === 1 ? Math.round(value) : Number(value.toPrecision(2))} ${unit}`;
}
