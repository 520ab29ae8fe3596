/** A bar of some columns filled to a fraction: what is done and what is left, to be coloured apart. */
export function bar(fraction, columns) {
    const clamped = Math.min(1, Math.max(0, Number.isFinite(fraction) ? fraction : 0));
    const halves = Math.round(clamped * columns * 2);
    const full = Math.floor(halves / 2);
    const half = halves % 2;
    return { done: '━'.repeat(full) + '╸'.repeat(half), left: '─'.repeat(columns - full - half) };
}
