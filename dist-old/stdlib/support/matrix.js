/** `[1 2;3 4]`: rows divided by semicolons. */
export function writeMatrix(matrix) {
    return `[${matrix.map((row) => row.join(' ')).join(';')}]`;
}
/** Reads a matrix of whole numbers, as `writeMatrix` writes it, with commas for spaces if one likes. */
export function readMatrix(text) {
    const inner = /^\[([^[\]]*)\]$/.exec(text.trim())?.[1];
    if (inner === undefined)
        return undefined;
    const rows = inner.split(';').map((row) => row.trim().split(/ ?, ?| /));
    if (!rows.every((row) => row.every((entry) => /^[+-]?\d{1,15}$/.test(entry))))
        return undefined;
    return rows.map((row) => row.map(Number));
}
/** The share of entries that are the same; 0 where one is no matrix or their sizes differ. */
export function shareOfEntries(given, expected) {
    const [a, b] = [readMatrix(given), readMatrix(expected)];
    if (a === undefined || b === undefined || a.length !== b.length)
        return 0;
    if (!a.every((row, i) => row.length === b[i]?.length))
        return 0;
    const entries = b.flatMap((row, i) => row.map((entry, j) => entry === a[i]?.[j]));
    return entries.filter(Boolean).length / entries.length;
}
/** Whether both texts are the same matrix. */
export function sameMatrix(given, expected) {
    return shareOfEntries(given, expected) === 1;
}
