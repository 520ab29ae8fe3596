import type { Figures } from '../run/events.ts';
import { type Value } from './format.ts';
import type { Style } from './style.ts';
/** The names `pass@K` among some figures, by ascending K. */
export declare function passNames(figures: Figures): string[];
/** `pass@1 48.2% (+18.1)` for each k: the figure, and its change against the base in points. */
export declare function passAt(figures: Figures, base: Figures | null, s: Style): string[];
/** A change in points, green where it is a gain and red where it is a loss of a point or more. */
export declare function coloredChange(from: Value, to: Value, s: Style): string;
