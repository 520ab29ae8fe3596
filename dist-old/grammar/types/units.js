/** The units in which the language counts. A count without its unit is an error, except in a field of the unit's own name. */
export const units = [
    'steps',
    'tokens',
    'samples',
    'prompts',
    'problems',
    'evaluations',
    'updates',
    'seconds',
];
const forms = new Map(units.flatMap((unit) => [
    [unit, unit],
    [unit.slice(0, -1), unit],
]));
/** The unit that a word stands for, singular or plural; undefined for a word that is none. */
export function unitOf(word) {
    return forms.get(word);
}
/** `1 step`, `25 steps`. */
export function counted(count, unit) {
    return `${count} ${count === 1 ? unit.slice(0, -1) : unit}`;
}
