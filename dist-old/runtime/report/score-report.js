const CLOSE = 1e-9;
/** Whether a recorded figure says otherwise; floating point is not held against it. */
export function disagrees(recorded, now) {
    if (recorded === null)
        return false;
    if (typeof recorded === 'boolean' || typeof now === 'boolean')
        return recorded !== now;
    return Math.abs(recorded - now) > CLOSE;
}
export function summarise(responses) {
    const of = (some) => {
        const mean = (value) => some.reduce((sum, one) => sum + value(one), 0) / Math.max(1, some.length);
        return {
            responses: some.length,
            score: mean((one) => one.score),
            correct: mean((one) => (one.correct ? 1 : 0)),
            reward: mean((one) => one.reward),
            differ: some.filter((one) => one.differs).length,
        };
    };
    const tasks = [...new Set(responses.map((one) => one.task))].sort();
    return {
        all: of(responses),
        ...Object.fromEntries(tasks.map((task) => [task, of(responses.filter((one) => one.task === task))])),
    };
}
