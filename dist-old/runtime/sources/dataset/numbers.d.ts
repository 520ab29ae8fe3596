/** A list of numbers that grows, eight bytes each: of millions of rows an array of JavaScript's would take more. */
export declare class Numbers {
    private values;
    length: number;
    push(value: number): void;
    at(place: number): number;
}
