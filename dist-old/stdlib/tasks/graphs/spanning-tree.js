import { defineTask, range, sameInteger } from "../../../runtime/tasks/index.js";
import { slipOnce, steady } from "../../support/hand.js";
import { drawMap, nameOf, writeRoads } from "../../support/roads.js";
/**
 * Finds the least total length of roads that link all places, by Kruskal's algorithm; the steps name the roads
 * taken, with the running total.
 *
 *     roads ab3 bc2 ac7: least total that links all=?   ->   bc=2 ab=5<answer>5</answer>
 */
export const spanningTree = defineTask({
    name: 'spanning_tree',
    settings: {
        places: range({ within: [3, 16], default: [3, 5] }),
        extra: range({ within: [0, 30], default: [1, 3] }),
        length: range({ within: [1, 99], default: [1, 9] }),
    },
    pose({ places, extra, length }, random) {
        return drawMap(random.int(places.from, places.to), random.int(extra.from, extra.to), length, random);
    },
    prompt(map) {
        return `roads ${writeRoads(map)}: least total that links all=?`;
    },
    work(map) {
        return kruskal(map, steady);
    },
    slip(map, random) {
        return slipOnce(kruskal, map, random);
    },
    accepts: sameInteger,
});
function kruskal({ places, roads }, hand) {
    const group = Array.from({ length: places }, (_, i) => i);
    const steps = [];
    let total = 0;
    for (const [a, b, length] of [...roads].sort((one, other) => one[2] - other[2])) {
        const [from, to] = [group[b], group[a] ?? 0];
        if (from === to)
            continue;
        for (let i = 0; i < places; i++)
            if (group[i] === from)
                group[i] = to;
        total = hand(total + length);
        steps.push(`${nameOf(a)}${nameOf(b)}=${total}`);
    }
    return { steps: steps.join(' '), answer: `${total}` };
}
