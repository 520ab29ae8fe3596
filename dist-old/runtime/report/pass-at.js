import { percent, points } from "./format.js";
/** The names `pass@K` among some figures, by ascending K. */
export function passNames(figures) {
    return Object.keys(figures)
        .filter((name) => /^pass@\d+$/.test(name))
        .sort((a, b) => Number(a.slice(5)) - Number(b.slice(5)));
}
/** `pass@1 48.2% (+18.1)` for each k: the figure, and its change against the base in points. */
export function passAt(figures, base, s) {
    return passNames(figures).map((name) => {
        const value = percent(figures[name]);
        const change = base && base !== figures ? ` (${coloredChange(base[name], figures[name], s)})` : '';
        return `${s.dim(name)} ${value}${change}`;
    });
}
/** A change in points, green where it is a gain and red where it is a loss of a point or more. */
export function coloredChange(from, to, s) {
    const text = points(from, to);
    const by = Number(text);
    if (!Number.isFinite(by))
        return s.dim(text);
    if (by >= 1)
        return s.green(text);
    return by <= -1 ? s.red(text) : s.dim(text);
}
