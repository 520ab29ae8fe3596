export function heading({ name, version }) {
    return version === null ? name : `${name} ${version}`;
}
/** `Range in 2..12`; empty where neither is written. */
export function typeOf({ type, bounds }) {
    return [type, bounds === null ? null : `in ${bounds}`].filter((part) => part !== null).join(' ');
}
/** `terms: 2..3, digits: 1..2`. */
export function levelWords(level) {
    const words = Object.entries(level).map(([name, value]) => `${name}: ${value}`);
    return words.length === 0 ? 'the defaults' : words.join(', ');
}
