/** A schedule that never moves. */
export function constant(value) {
    return { over: 'steps', pieces: [{ shape: 'constant', from: 0, to: null, start: value, end: value }] };
}
