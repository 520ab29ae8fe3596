const NAMES = 'abcdefghijklmnopqrst';
/** Roads that link all places: a random tree, and `extra` roads more where there is room. */
export function drawMap(places, extra, lengths, random) {
    const pairs = new Set();
    const roads = [];
    const add = (a, b) => {
        const key = `${Math.min(a, b)},${Math.max(a, b)}`;
        if (a === b || pairs.has(key))
            return;
        pairs.add(key);
        roads.push([Math.min(a, b), Math.max(a, b), random.int(lengths.from, lengths.to)]);
    };
    const order = random.shuffle(Array.from({ length: places }, (_, i) => i));
    for (let i = 1; i < places; i++)
        add(order[i] ?? 0, order[random.int(0, i - 1)] ?? 0);
    for (let i = 0; i < extra; i++)
        add(random.int(0, places - 1), random.int(0, places - 1));
    return { places, roads: random.shuffle(roads) };
}
/** `ab3 bc12`. */
export function writeRoads({ roads }) {
    return roads.map(([a, b, length]) => `${nameOf(a)}${nameOf(b)}${length}`).join(' ');
}
export function nameOf(place) {
    return NAMES.charAt(place);
}
export function placeOf(name) {
    return NAMES.indexOf(name);
}
