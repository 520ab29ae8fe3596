/** float16 and bfloat16, which JavaScript has no arrays of, made float32: exact, and NaN stays NaN. */
/** IEEE 754 binary16 numbers, as their bits. */
export function fromFloat16(halves) {
    const bits = new Uint32Array(halves.length);
    for (let i = 0; i < halves.length; i++)
        bits[i] = float16ToFloat32Bits(halves[i]);
    return new Float32Array(bits.buffer);
}
/** bfloat16 numbers, as their bits: the upper half of a float32. */
export function fromBfloat16(halves) {
    const bits = new Uint32Array(halves.length);
    for (let i = 0; i < halves.length; i++)
        bits[i] = halves[i] << 16;
    return new Float32Array(bits.buffer);
}
/** IEEE 754 binary16 to binary32, bit for bit: subnormals, infinities and NaN included. */
export function float16ToFloat32Bits(half) {
    const sign = (half & 0x8000) << 16;
    const exponent = (half >> 10) & 0x1f;
    let fraction = half & 0x3ff;
    if (exponent === 0x1f)
        return sign | 0x7f800000 | (fraction << 13);
    if (exponent !== 0)
        return sign | ((exponent + 112) << 23) | (fraction << 13);
    if (fraction === 0)
        return sign;
    // A subnormal half is a normal float: shift until the leading one is in place.
    let shift = 0;
    while ((fraction & 0x400) === 0) {
        fraction <<= 1;
        shift++;
    }
    return sign | ((113 - shift) << 23) | ((fraction & 0x3ff) << 13);
}
