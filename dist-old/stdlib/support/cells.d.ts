/** The words, numbers or signs of an answer, however commas, semicolons, slashes and spaces divide them. */
export declare function readCells(text: string): string[];
/** The share of cells that are the same; 0 where there are not equally many. */
export declare function shareOfCells(given: string, expected: string): number;
/** Whether all cells are the same. */
export declare function sameCells(given: string, expected: string): boolean;
