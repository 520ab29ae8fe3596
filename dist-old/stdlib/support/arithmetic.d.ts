/** An exact number: top over bottom, the bottom above 0. */
interface Ratio {
    readonly top: number;
    readonly bottom: number;
}
/**
 * The value of a text of whole numbers, + - * / and brackets, and the numbers in it; undefined where it is no such
 * text, divides by 0, or grows beyond what is exact.
 */
export declare function readArithmetic(text: string): {
    value: Ratio;
    numbers: number[];
} | undefined;
export {};
