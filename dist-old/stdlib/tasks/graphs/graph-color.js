import { defineTask, range } from "../../../runtime/tasks/index.js";
import { nameOf } from "../../support/roads.js";
/**
 * Colours the vertices of a graph so that no edge has one colour at both ends; any such colouring counts.
 *
 *     3 colors 1..3,different for each of ab bc ac: abc=?   ->   <answer>123</answer>
 */
export const graphColor = defineTask({
    name: 'graph_color',
    settings: {
        vertices: range({ within: [3, 20], default: [4, 6] }),
        colors: range({ within: [2, 5], default: [3, 3] }),
        /** Edges, in hundredths of those that a hidden colouring allows. */
        density: range({ within: [10, 100], default: [40, 80] }),
    },
    pose({ vertices: range, colors: colorRange, density }, random) {
        const vertices = random.int(range.from, range.to);
        const colors = random.int(colorRange.from, colorRange.to);
        const hidden = Array.from({ length: vertices }, () => random.int(1, colors));
        const allowed = [];
        for (let a = 0; a < vertices; a++) {
            for (let b = a + 1; b < vertices; b++)
                if (hidden[a] !== hidden[b])
                    allowed.push([a, b]);
        }
        const count = Math.ceil((allowed.length * random.int(density.from, density.to)) / 100);
        return { vertices, colors, edges: random.shuffle(allowed).slice(0, count), solution: hidden.join('') };
    },
    prompt({ vertices, colors, edges }) {
        const pairs = edges.map(([a, b]) => nameOf(a) + nameOf(b)).join(' ');
        const all = Array.from({ length: vertices }, (_, i) => nameOf(i)).join('');
        return `${colors} colors 1..${colors},different for each of ${pairs || 'none'}: ${all}=?`;
    },
    work({ solution }) {
        return { steps: '', answer: solution };
    },
    /** One vertex takes the colour of a neighbour; where none has any, one is forgotten. */
    slip({ edges, solution }, random) {
        if (edges.length === 0)
            return { steps: '', answer: solution.slice(1) };
        const [a = 0, b = 0] = random.shuffle(random.pick(edges));
        return { steps: '', answer: solution.slice(0, a) + solution.charAt(b) + solution.slice(a + 1) };
    },
    accepts(given, _expected, { vertices, colors, edges }) {
        const text = given.replace(/[ ,]/g, '');
        if (text.length !== vertices || ![...text].every((color) => color >= '1' && color <= `${colors}`))
            return false;
        return edges.every(([a, b]) => text[a] !== text[b]);
    },
});
