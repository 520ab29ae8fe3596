/**
 * Gives the event loop a turn, where it has had none for a while. Computing never does by itself, and without one
 * no signal is seen and nothing is drawn.
 */
export declare function giveTurn(): Promise<void>;
