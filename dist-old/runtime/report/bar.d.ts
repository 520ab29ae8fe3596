/** A bar of some columns filled to a fraction: what is done and what is left, to be coloured apart. */
export declare function bar(fraction: number, columns: number): {
    done: string;
    left: string;
};
