/** The levels that an entry may be drawn at; an entry without levels is a level of its own. */
export function levelsOf({ levels }) {
    if (levels === null)
        return { first: 1, last: 1 };
    return { first: levels.from, last: levels.from + levels.settings.length - 1 };
}
export function startStanding(levels) {
    return { level: levels.first, recent: [] };
}
/** The mean pass rate over the window; null while the level was not tried as often as that. */
export function passRate({ window }, { recent }) {
    if (recent.length < window)
        return null;
    return recent.reduce((sum, rate) => sum + rate, 0) / recent.length;
}
/**
 * Takes what a prompt came to. A full window above the band raises the level by one, one below it lowers it
 * by one, as far as there are levels; the new level begins with an empty window, so that it is kept for at
 * least a window of prompts. A prompt that was posed at another level than the present one says nothing.
 */
export function advance(curriculum, levels, standing, outcome) {
    if (outcome.level !== standing.level)
        return standing;
    const recent = [...standing.recent, outcome.passRate].slice(-curriculum.window);
    const next = { level: standing.level, recent };
    const rate = passRate(curriculum, next);
    if (rate === null)
        return next;
    if (rate > curriculum.keep.to && next.level < levels.last)
        return { level: next.level + 1, recent: [] };
    if (rate < curriculum.keep.from && next.level > levels.first)
        return { level: next.level - 1, recent: [] };
    return next;
}
/**
 * What an entry's weight is multiplied by: the curriculum's floor where its pass rate lies outside the band
 * and no level is left to move to, else 1. Such prompts teach little: their groups are all right or all wrong.
 */
export function weightFactor(curriculum, levels, standing) {
    const rate = passRate(curriculum, standing);
    if (rate === null)
        return 1;
    const { from, to } = curriculum.keep;
    const spent = rate > to && standing.level === levels.last;
    const beyond = rate < from && standing.level === levels.first;
    return spent || beyond ? curriculum.floor : 1;
}
