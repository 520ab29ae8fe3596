import { setImmediate } from 'node:timers/promises';
/**
 * Milliseconds of computing after which others get a turn: a second Ctrl-C is obeyed within it, and verifiers in
 * other processes get their next response. A turn with nothing to do takes some microseconds.
 */
const SLICE = 5;
let last = performance.now();
/**
 * Gives the event loop a turn, where it has had none for a while. Computing never does by itself, and without one
 * no signal is seen and nothing is drawn.
 */
export async function giveTurn() {
    if (performance.now() - last < SLICE)
        return;
    await setImmediate();
    last = performance.now();
}
