import { defineTask, range } from "../../../runtime/tasks/index.js";
import { drawMap, nameOf, placeOf, writeRoads } from "../../support/roads.js";
/**
 * Finds the shortest way from the first place to the last by Dijkstra's algorithm; the steps name the places in the
 * order of their distance. Any shortest way counts; a longer one earns the ratio of the shortest length to its own.
 *
 *     roads ab3 bc2 ac7: shortest way a to c=?   ->   a0 b3 c5<answer>abc</answer>
 */
export const shortestPath = defineTask({
    name: 'shortest_path',
    settings: {
        places: range({ within: [3, 16], default: [3, 5] }),
        extra: range({ within: [0, 30], default: [1, 3] }),
        length: range({ within: [1, 99], default: [1, 9] }),
    },
    pose({ places, extra, length }, random) {
        return drawMap(random.int(places.from, places.to), random.int(extra.from, extra.to), length, random);
    },
    prompt(map) {
        return `roads ${writeRoads(map)}: shortest way a to ${nameOf(map.places - 1)}=?`;
    },
    work(map) {
        const { settled, way } = dijkstra(map);
        return {
            steps: settled.map(([place, distance]) => `${nameOf(place)}${distance}`).join(' '),
            answer: way,
        };
    },
    /** Two stops are changed over, or one is left out or put in, so that it is not the shortest way any more. */
    slip(map, random) {
        const { settled, way } = dijkstra(map);
        const steps = settled.map(([place, distance]) => `${nameOf(place)}${distance}`).join(' ');
        const others = Array.from({ length: map.places }, (_, i) => nameOf(i));
        const best = lengthOf(map, way);
        const wrong = [
            ...others.flatMap((other) => Array.from(way, (_, at) => way.slice(0, at + 1) + other + way.slice(at + 1))),
            ...Array.from(way, (_, at) => way.slice(0, at) + way.slice(at + 1)),
        ].filter((one) => lengthOf(map, one) !== best);
        return { steps, answer: random.pick(wrong) };
    },
    accepts(given, expected, map) {
        return lengthOf(map, bare(given)) === lengthOf(map, expected);
    },
    credit(given, expected, map) {
        const length = lengthOf(map, bare(given));
        return length === undefined ? 0 : (lengthOf(map, expected) ?? 0) / length;
    },
});
/** `a-b-c` and `a b c` for `abc`. */
function bare(given) {
    return given.replace(/[ ,>-]/g, '');
}
/** The length of a way from the first place to the last; undefined where it is none. */
function lengthOf({ places, roads }, way) {
    const stops = Array.from(way, placeOf);
    if (stops[0] !== 0 || stops.at(-1) !== places - 1)
        return undefined;
    let length = 0;
    for (let i = 1; i < stops.length; i++) {
        const [a, b] = [stops[i - 1], stops[i]];
        const road = roads.find(([p, q]) => (p === a && q === b) || (p === b && q === a));
        if (road === undefined)
            return undefined;
        length += road[2];
    }
    return length;
}
/** The places in the order of their distance, up to the last one, and the way there. */
function dijkstra({ places, roads }) {
    const ways = new Map([[0, { distance: 0, way: nameOf(0) }]]);
    const settled = [];
    const done = new Set();
    for (;;) {
        const open = [...ways].filter(([place]) => !done.has(place));
        const [place, { distance, way }] = open.reduce((best, one) => one[1].distance < best[1].distance || (one[1].distance === best[1].distance && one[0] < best[0])
            ? one
            : best);
        done.add(place);
        settled.push([place, distance]);
        if (place === places - 1)
            return { settled, way };
        for (const [a, b, length] of roads) {
            if (a !== place && b !== place)
                continue;
            const next = a === place ? b : a;
            if (distance + length < (ways.get(next)?.distance ?? Infinity)) {
                ways.set(next, { distance: distance + length, way: way + nameOf(next) });
            }
        }
    }
}
