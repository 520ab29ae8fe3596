import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { nameOf } from '../../support/roads.ts';

interface Graph {
  readonly vertices: number;
  readonly colors: number;
  readonly edges: readonly (readonly [number, number])[];
  /** A colouring: the one by which the edges were drawn. */
  readonly solution: string;
}

/**
 * Colours the vertices of a graph so that no edge has one colour at both ends; any such colouring counts. The steps
 * give each vertex its colour, and in brackets those of its neighbours before it.
 *
 *     3 colors 1..3,different for each of ab bc ac: abc=?   ->   a1() b2(1) c3(12)<answer>123</answer>
 */
export const graphColor = defineTask({
  name: 'graph_color',
  settings: {
    vertices: range({ within: [3, 20], default: [4, 6] }),
    colors: range({ within: [2, 5], default: [3, 3] }),
    /** Edges, in hundredths of those that a hidden colouring allows. */
    density: range({ within: [10, 100], default: [40, 80] }),
  },

  pose({ vertices: range, colors: colorRange, density }, random): Graph {
    const vertices = random.int(range.from, range.to);
    const colors = random.int(colorRange.from, colorRange.to);
    const hidden = Array.from({ length: vertices }, () => random.int(1, colors));
    const allowed: [number, number][] = [];
    for (let a = 0; a < vertices; a++) {
      for (let b = a + 1; b < vertices; b++) if (hidden[a] !== hidden[b]) allowed.push([a, b]);
    }
    const count = Math.ceil((allowed.length * random.int(density.from, density.to)) / 100);
    return { vertices, colors, edges: random.shuffle(allowed).slice(0, count), solution: hidden.join('') };
  },

  prompt({ vertices, colors, edges }) {
    const pairs = edges.map(([a, b]) => nameOf(a) + nameOf(b)).join(' ');
    const all = Array.from({ length: vertices }, (_, i) => nameOf(i)).join('');
    return `${colors} colors 1..${colors},different for each of ${pairs || 'none'}: ${all}=?`;
  },

  work({ edges, solution }) {
    return { steps: look(solution, edges), answer: solution };
  },

  /** One vertex takes the colour of a neighbour; where none has any, one is forgotten. */
  slip({ edges, solution }, random) {
    if (edges.length === 0) return { steps: look(solution.slice(1), edges), answer: solution.slice(1) };
    const [a = 0, b = 0] = random.shuffle(random.pick(edges));
    const wrong = solution.slice(0, a) + solution.charAt(b) + solution.slice(a + 1);
    // What is wrong of the colouring went unseen.
    const seen = edges.filter(([p, q]) => wrong[p] !== wrong[q]);
    return { steps: look(wrong, seen), answer: wrong };
  },

  accepts(given, _expected, { vertices, colors, edges }) {
    const text = given.replace(/[ ,]/g, '');
    if (text.length !== vertices || ![...text].every((color) => color >= '1' && color <= `${colors}`))
      return false;
    return edges.every(([a, b]) => text[a] !== text[b]);
  },
});

/** Each vertex with its colour and the colours of its neighbours before it, each once. */
function look(colors: string, edges: Graph['edges']): string {
  return Array.from(colors, (color, vertex) => {
    const before = edges.flatMap(([a, b]) =>
      Math.max(a, b) === vertex ? [colors.charAt(Math.min(a, b))] : [],
    );
    return `${nameOf(vertex)}${color}(${[...new Set(before)].sort().join('')})`;
  }).join(' ');
}
