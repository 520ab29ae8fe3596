/** Whether two syntax trees are the same, their places aside. */
export declare function sameTree(a: unknown, b: unknown): boolean;
