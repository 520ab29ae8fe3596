/** Whether two syntax trees are the same, their places aside. */
export function sameTree(a, b) {
    if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
        return Object.is(a, b);
    if (Array.isArray(a) || Array.isArray(b)) {
        return (Array.isArray(a) &&
            Array.isArray(b) &&
            a.length === b.length &&
            a.every((one, i) => sameTree(one, b[i])));
    }
    const keys = Object.keys(a).filter((key) => key !== 'span');
    return (keys.length === Object.keys(b).filter((key) => key !== 'span').length &&
        keys.every((key) => sameTree(a[key], b[key])));
}
