const levels = [...'▁▂▃▄▅▆▇█'];
/**
 * A curve in one line of characters, from its least value to its greatest. Long curves are averaged into
 * `columns` bins. What is not finite leaves a gap.
 */
export function sparkline(values, columns) {
    const bins = shrink(values, columns);
    const finite = bins.filter(Number.isFinite);
    const low = Math.min(...finite);
    const span = Math.max(...finite) - low;
    return bins
        .map((value) => {
        if (!Number.isFinite(value))
            return ' ';
        const level = span === 0 ? 0 : Math.round(((value - low) / span) * (levels.length - 1));
        return levels[level] ?? ' ';
    })
        .join('');
}
/** At most `columns` values, each the mean of the finite ones in its part of the curve (NaN where there are none). */
export function shrink(values, columns) {
    if (values.length <= columns)
        return [...values];
    return Array.from({ length: columns }, (_, bin) => {
        const from = Math.floor((bin * values.length) / columns);
        const to = Math.floor(((bin + 1) * values.length) / columns);
        const part = values.slice(from, to).filter(Number.isFinite);
        return part.length === 0 ? NaN : part.reduce((sum, value) => sum + value, 0) / part.length;
    });
}
/** A curve that is read at fewer than `columns` steps, each value held until the next, so that curves share their axis. */
export function spread({ steps, values }, columns) {
    const first = steps[0] ?? 0;
    const last = steps.at(-1) ?? 0;
    if (values.length >= columns || last === first)
        return [...values];
    let at = 0;
    return Array.from({ length: columns }, (_, column) => {
        const x = first + ((last - first) * column) / (columns - 1);
        while ((steps[at + 1] ?? Infinity) <= x)
            at += 1;
        return values[at] ?? NaN;
    });
}
