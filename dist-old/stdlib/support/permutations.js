/** All orders of the numbers from 0 to `count` - 1, as in a dictionary: 0, 1, 2 ... comes first. */
export function permutations(count) {
    const extend = (order) => order.length === count
        ? [order]
        : Array.from({ length: count }, (_, next) => next)
            .filter((next) => !order.includes(next))
            .flatMap((next) => extend([...order, next]));
    return extend([]);
}
