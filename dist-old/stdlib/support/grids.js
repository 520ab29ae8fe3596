/** A grid of signs drawn evenly, its height and width each from the range. */
export function drawGrid(side, signs, random) {
    const [height, width] = [random.int(side.from, side.to), random.int(side.from, side.to)];
    return Array.from({ length: height }, () => Array.from({ length: width }, () => random.pick([...signs])).join(''));
}
/** Slashes, commas or spaces may divide the rows. */
export function readGrid(text) {
    return text.split(/[ ,;/]+/).filter((row) => row !== '');
}
/** The share of cells that are the same; 0 where the shapes differ. */
export function shareOfGrid(given, expected) {
    const [a, b] = [readGrid(given), readGrid(expected)];
    if (a.length !== b.length || !a.every((row, y) => row.length === b[y]?.length))
        return 0;
    const cells = b.flatMap((row, y) => Array.from(row, (cell, x) => cell === a[y]?.[x]));
    return cells.filter(Boolean).length / cells.length;
}
/** Whether both are the same grid. */
export function sameGrid(given, expected) {
    return shareOfGrid(given, expected) === 1;
}
/** The grid with one cell put to another of the signs. */
export function spoilGrid(grid, signs, random) {
    const y = random.int(0, grid.length - 1);
    const x = random.int(0, (grid[y]?.length ?? 1) - 1);
    const other = random.pick([...signs].filter((sign) => sign !== grid[y]?.[x]));
    return grid.map((row, i) => (i === y ? row.slice(0, x) + other + row.slice(x + 1) : row));
}
