const levels = [...' ▁▂▃▄▅▆▇█'];
/**
 * A curve drawn over several rows, each column a block character: `heights` from top to bottom.
 * The least value still shows as the lowest block, so that a curve is never invisible.
 */
export function curve(values, rows) {
    const finite = values.filter(Number.isFinite);
    const low = Math.min(...finite);
    const span = Math.max(...finite) - low;
    const steps = rows * 8;
    const heights = values.map((value) => {
        if (!Number.isFinite(value))
            return 0;
        return span === 0 ? 1 : 1 + Math.round(((value - low) / span) * (steps - 1));
    });
    return Array.from({ length: rows }, (_, row) => {
        const floor = (rows - 1 - row) * 8;
        return heights
            .map((height) => levels[Math.min(8, Math.max(0, height - floor))] ?? ' ')
            .join('')
            .trimEnd();
    });
}
