/**
 * The value of a schedule at a place on its axis (steps, tokens, or its metric's reading). A piece holds
 * from its `from` (included) to the next one's; before the first its start value holds, after the last its
 * end value. NaN is before the first.
 */
export function scheduleValue({ pieces }, x) {
    return Number.isNaN(x) ? startOf(pieces) : valueOf(pieces, x);
}
function valueOf(pieces, x) {
    let current;
    for (const piece of pieces) {
        if (piece.from > x)
            break;
        current = piece;
    }
    if (current === undefined)
        return startOf(pieces);
    return current.shape === 'cycle' ? cycleValue(current, x) : rampValue(current, x);
}
function startOf(pieces) {
    const first = pieces[0];
    if (first === undefined)
        throw new RangeError('a schedule needs at least one piece');
    return first.shape === 'cycle' ? startOf(first.pieces) : first.start;
}
function rampValue(ramp, x) {
    const { shape, from, to, start, end } = ramp;
    if (shape === 'constant')
        return start;
    if (to === null)
        throw new RangeError(`a ${shape} piece of a schedule must end somewhere`);
    if (x <= from)
        return start;
    if (x >= to)
        return end;
    const u = (x - from) / (to - from);
    const value = shape === 'linear'
        ? start + u * (end - start)
        : shape === 'cosine'
            ? end + (start - end) * 0.5 * (1 + Math.cos(Math.PI * u))
            : start * (end / start) ** u;
    // Rounding must not carry a value out of its range: a coefficient that falls to 0 never goes below.
    return Math.min(Math.max(value, Math.min(start, end)), Math.max(start, end));
}
/** After its end a cycle stays where its last period left off, the end of a period being no start of another. */
function cycleValue(cycle, x) {
    const ended = cycle.to !== null && x >= cycle.to;
    const elapsed = (ended ? cycle.to : x) - cycle.from;
    if (elapsed === Number.POSITIVE_INFINITY)
        throw new RangeError('an endless cycle has no value at infinity');
    const phase = elapsed % cycle.period;
    return valueOf(cycle.pieces, ended && phase === 0 ? cycle.period : phase);
}
/** The least and the greatest value of a schedule anywhere: its pieces are monotone, so that their ends hold them. */
export function scheduleRange({ pieces }) {
    const ramps = pieces.flatMap((piece) => (piece.shape === 'cycle' ? piece.pieces : [piece]));
    const ends = ramps.flatMap(({ start, end }) => [start, end]);
    return { least: Math.min(...ends), greatest: Math.max(...ends) };
}
/** The greatest value that a schedule takes anywhere. */
export function greatest(schedule) {
    return scheduleRange(schedule).greatest;
}
