/** The words, numbers or signs of an answer, however commas, semicolons, slashes and spaces divide them. */
export function readCells(text) {
    return text.split(/[ ,;/]+/).filter((cell) => cell !== '');
}
/** The share of cells that are the same; 0 where there are not equally many. */
export function shareOfCells(given, expected) {
    const [a, b] = [readCells(given), readCells(expected)];
    return a.length === b.length ? b.filter((cell, i) => cell === a[i]).length / b.length : 0;
}
/** Whether all cells are the same. */
export function sameCells(given, expected) {
    return shareOfCells(given, expected) === 1;
}
