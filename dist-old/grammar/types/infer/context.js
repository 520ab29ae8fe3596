/** Whether a declaration needs itself; the first to ask about a circle has to report it. */
export function closesCircle(cx, declaration) {
    const at = cx.trail.indexOf(declaration);
    if (at < 0)
        return 'no';
    const circle = cx.trail.slice(at);
    const again = circle.some((one) => cx.circles.has(one));
    for (const one of circle)
        cx.circles.add(one);
    return again ? 'again' : 'first';
}
/** Evaluates to a number or an open value; undefined where a problem was reported. */
export function numberOf(cx, expression, type, reading) {
    const value = cx.evaluate(expression, type, reading);
    return value?.kind === 'number' || value?.kind === 'open' ? value : undefined;
}
