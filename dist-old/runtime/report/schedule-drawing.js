import { curve } from "./curve.js";
import { count, number } from "./format.js";
/** Whether the schedule is the same number for ever. */
export function isConstant({ pieces }) {
    const ramps = pieces.flatMap((piece) => (piece.shape === 'cycle' ? piece.pieces : [piece]));
    const first = ramps[0]?.start;
    return ramps.every(({ start, end }) => start === first && end === first);
}
/**
 * Draws a schedule by values at equal distances over a span of steps, the first read at its start.
 * One that is read against tokens or a metric is drawn from 0 to its last piece's end.
 */
export function drawSchedule(schedule, valueAt, span, columns, rows) {
    const first = schedule.pieces[0];
    if (isConstant(schedule)) {
        const only = first?.shape === 'cycle' ? first.pieces[0] : first;
        return { summary: number(only?.start), rows: [], marks: '' };
    }
    const start = schedule.over === 'steps' ? span.from : 0;
    const bound = schedule.over === 'steps' ? span.to : null;
    const end = Math.max(start + 1, bound ?? lastKnot(schedule));
    const values = Array.from({ length: columns }, (_, i) => valueAt(start + ((end - start) * i) / (columns - 1)));
    const knots = knotsOf(schedule, start, end);
    const path = knots.map((x) => number(valueAt(x))).filter((text, i, all) => text !== all[i - 1]);
    const unit = typeof schedule.over === 'string' ? schedule.over : schedule.over.metric;
    const at = (x) => (schedule.over === 'tokens' ? count(x) : number(x));
    const marks = knots.map((x) => `${number(valueAt(x))} at ${at(x)}`);
    return {
        summary: path.join(' → '),
        rows: path.length === 1 ? [] : curve(values, rows),
        marks: `${marks.join(' · ')} ${unit}`,
    };
}
function lastKnot({ pieces }) {
    return Math.max(...pieces.map(({ from, to }) => to ?? from));
}
/** Where pieces begin and end between two points, these included; of a cycle its first period. At most eight. */
function knotsOf({ pieces }, start, end) {
    const knots = pieces.flatMap((piece) => {
        const inner = piece.shape === 'cycle'
            ? piece.pieces.flatMap(({ from, to }) => [piece.from + from, piece.from + (to ?? piece.period)])
            : [];
        return [piece.from, ...inner, ...(piece.to === null ? [] : [piece.to])];
    });
    const inside = [...new Set([start, ...knots, end])]
        .filter((x) => x >= start && x <= end)
        .sort((a, b) => a - b);
    return inside.length <= 8 ? inside : [...inside.slice(0, 7), end];
}
