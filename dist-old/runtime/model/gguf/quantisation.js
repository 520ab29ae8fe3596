import { float16ToFloat32Bits, fromBfloat16, fromFloat16 } from "../small-floats.js";
/** The types that prorl reads, by GGUF's number. The layouts are those of ggml's `ggml-common.h`. */
export const quantisations = new Map([
    [
        0,
        {
            name: 'F32',
            elements: 1,
            bytes: 4,
            decode: (b) => new Float32Array(b.buffer, b.byteOffset, b.length / 4),
        },
    ],
    [1, { name: 'F16', elements: 1, bytes: 2, decode: (b) => fromFloat16(halves(b)) }],
    [2, { name: 'Q4_0', elements: 32, bytes: 18, decode: byBlock(32, 18, q4_0) }],
    [3, { name: 'Q4_1', elements: 32, bytes: 20, decode: byBlock(32, 20, q4_1) }],
    [8, { name: 'Q8_0', elements: 32, bytes: 34, decode: byBlock(32, 34, q8_0) }],
    [12, { name: 'Q4_K', elements: 256, bytes: 144, decode: byBlock(256, 144, q4_K) }],
    [14, { name: 'Q6_K', elements: 256, bytes: 210, decode: byBlock(256, 210, q6_K) }],
    [30, { name: 'BF16', elements: 1, bytes: 2, decode: (b) => fromBfloat16(halves(b)) }],
]);
function byBlock(elements, bytes, decode) {
    return (blocks) => {
        const count = blocks.length / bytes;
        const out = new Float32Array(count * elements);
        for (let i = 0; i < count; i++)
            decode(blocks, i * bytes, out, i * elements);
        return out;
    };
}
function halves(bytes) {
    return new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
}
const bits = new Uint32Array(1);
const asFloat = new Float32Array(bits.buffer);
function half(b, at) {
    bits[0] = float16ToFloat32Bits(byte(b, at) | (byte(b, at + 1) << 8));
    return asFloat[0];
}
function byte(b, at) {
    return b[at];
}
/** The byte as a number from -128 to 127. */
function signed(b, at) {
    return (byte(b, at) << 24) >> 24;
}
/** scale d; 16 bytes of two nibbles: the low ones first, then the high ones. x = d (q - 8). */
function q4_0(b, at, out, to) {
    const d = half(b, at);
    for (let i = 0; i < 16; i++) {
        const q = byte(b, at + 2 + i);
        out[to + i] = d * ((q & 15) - 8);
        out[to + 16 + i] = d * ((q >> 4) - 8);
    }
}
/** scale d and minimum m; nibbles as in Q4_0. x = d q + m, the product rounded before the sum. */
function q4_1(b, at, out, to) {
    const d = half(b, at);
    const m = half(b, at + 2);
    for (let i = 0; i < 16; i++) {
        const q = byte(b, at + 4 + i);
        out[to + i] = Math.fround(d * (q & 15)) + m;
        out[to + 16 + i] = Math.fround(d * (q >> 4)) + m;
    }
}
/** scale d; 32 signed bytes. x = d q. */
function q8_0(b, at, out, to) {
    const d = half(b, at);
    for (let i = 0; i < 32; i++)
        out[to + i] = d * signed(b, at + 2 + i);
}
/**
 * Eight runs of 32 numbers, each with a scale and a minimum of 6 bits, packed into 12 bytes: those of the first
 * four runs in the low 6 bits of bytes 0-3 and 4-7; of the last four the low 4 bits are in bytes 8-11, low and
 * high nibble, and the high 2 bits at the top of bytes 0-3 and 4-7. x = (d scale) q - (dmin minimum).
 */
function q4_K(b, at, out, to) {
    const d = half(b, at);
    const dmin = half(b, at + 2);
    const packed = at + 4;
    for (let run = 0; run < 8; run++) {
        const low = byte(b, packed + (run % 4));
        const high = byte(b, packed + 4 + (run % 4));
        const both = byte(b, packed + 8 + (run % 4));
        const scale = run < 4 ? low & 63 : (both & 15) | ((low >> 6) << 4);
        const minimum = run < 4 ? high & 63 : (both >> 4) | ((high >> 6) << 4);
        const ds = Math.fround(d * scale);
        const dm = Math.fround(dmin * minimum);
        const shift = (run % 2) * 4;
        const from = at + 16 + (run >> 1) * 32;
        for (let i = 0; i < 32; i++) {
            out[to + run * 32 + i] = Math.fround(ds * ((byte(b, from + i) >> shift) & 15)) - dm;
        }
    }
}
/**
 * 128 bytes of low nibbles, 64 bytes of high pairs of bits, 16 signed scales (one for 16 numbers), d at the end.
 * Each half of 128 numbers takes 64 and 32 of these bytes. x = (d scale) (q - 32).
 */
function q6_K(b, at, out, to) {
    const d = half(b, at + 208);
    for (let n = 0; n < 256; n++) {
        const part = n >> 7;
        const run = (n >> 5) & 3;
        const i = n & 31;
        const low = byte(b, at + part * 64 + (run & 1) * 32 + i) >> ((run >> 1) * 4);
        const high = byte(b, at + 128 + part * 32 + i) >> (run * 2);
        const q = (low & 15) | ((high & 3) << 4);
        out[to + n] = Math.fround(d * signed(b, at + 192 + (n >> 4))) * (q - 32);
    }
}
