import { type Shape } from './field.ts';
/** The fields of a `suite`. Sampling defaults are those of the ProRL paper (section 3.4). */
export declare const suiteShape: Shape;
