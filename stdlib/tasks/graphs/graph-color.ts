import { defineTask, range } from '../../../runtime/tasks/index.ts';
import { nameOf } from '../../support/roads.ts';

interface Graph {
  readonly vertices: number;
  readonly colors: number;
  readonly edges: readonly (readonly [number, number])[];
}

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

  pose({ vertices: range, colors: colorRange, density }, random): Graph {
    const vertices = random.int(range.from, range.to);
    const colors = random.int(colorRange.from, colorRange.to);
    const hidden = Array.from({ length: vertices }, () => random.int(1, colors));
    const allowed: [number, number][] = [];
    for (let a = 0; a < vertices; a++) {
      for (let b = a + 1; b < vertices; b++) if (hidden[a] !== hidden[b]) allowed.push([a, b]);
    }
    const count = Math.ceil((allowed.length * random.int(density.from, density.to)) / 100);
    return { vertices, colors, edges: random.shuffle(allowed).slice(0, count) };
  },

  prompt({ vertices, colors, edges }) {
    const pairs = edges.map(([a, b]) => nameOf(a) + nameOf(b)).join(' ');
    const all = Array.from({ length: vertices }, (_, i) => nameOf(i)).join('');
    return `${colors} colors 1..${colors},different for each of ${pairs || 'none'}: ${all}=?`;
  },

  work(graph) {
    return { steps: '', answer: (complete(graph, []) ?? []).join('') };
  },

  /** One vertex takes the colour of a neighbour. */
  slip(graph, random) {
    const colors = complete(graph, []) ?? [];
    if (graph.edges.length === 0) return { steps: '', answer: colors.slice(1).join('') };
    const [a, b] = random.shuffle(random.pick(graph.edges));
    colors[a ?? 0] = colors[b ?? 0] ?? 1;
    return { steps: '', answer: colors.join('') };
  },

  accepts(given, _expected, { vertices, colors, edges }) {
    const text = given.replace(/[ ,]/g, '');
    if (text.length !== vertices || ![...text].every((color) => color >= '1' && color <= `${colors}`))
      return false;
    return edges.every(([a, b]) => text[a] !== text[b]);
  },
});

/** The first colouring, counted up, that starts so; undefined where there is none. */
function complete(graph: Graph, start: readonly number[]): number[] | undefined {
  if (start.length === graph.vertices) return [...start];
  const next = start.length;
  const taken = new Set(graph.edges.filter(([, b]) => b === next).map(([a]) => start[a]));
  for (let color = 1; color <= graph.colors; color++) {
    const whole = taken.has(color) ? undefined : complete(graph, [...start, color]);
    if (whole !== undefined) return whole;
  }
  return undefined;
}
