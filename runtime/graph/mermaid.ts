import { describeNode } from './describe.ts';
import type { Graph } from './graph.ts';
import { passages } from './stage-order.ts';

/** The graph as a Mermaid flowchart: a box for each stage, and the ways from one to the next. */
export function graphToMermaid(graph: Graph): string {
  const names = new Map(graph.nodes.map((node, i) => [node.id, `n${i}`]));
  const draw = (stage: string | null, indent: string): string[] =>
    graph.nodes
      .filter((node) => node.stage === stage)
      .map(
        (node) =>
          `${indent}${names.get(node.id)}["<b>${escaped(node.kind)}</b><br/>${describeNode(node).map(escaped).join('<br/>')}"]`,
      );
  const stages = graph.stages.flatMap(({ id, kind }, i) => [
    `  subgraph s${i}["${escaped(id)} (${kind})"]`,
    '    direction LR',
    ...draw(id, '    '),
    '  end',
  ]);
  const edges = graph.edges.flatMap(({ from, to, type }) => {
    const [a, b] = [names.get(nodeOf(from)), names.get(nodeOf(to))];
    return a === undefined || b === undefined
      ? []
      : [`  ${a} ${type === 'Policy' ? '-.->' : '-->'}|${type}| ${b}`];
  });
  const ways = passages(graph.stages);
  const order = [
    ...(ways.some(({ from }) => from === null) ? ['  start(["start"])'] : []),
    ...(ways.some(({ to }) => to === null) ? ['  done(["end"])'] : []),
    ...ways.map(({ from, to, when }) => {
      const [a, b] = [from === null ? 'start' : `s${from}`, to === null ? 'done' : `s${to}`];
      return `  ${a} ==>|"${when === '' ? 'then' : escaped(when)}"| ${b}`;
    }),
  ];
  return ['flowchart TB', ...stages, ...draw(null, '  '), ...edges, ...order, ''].join('\n');
}

function nodeOf(end: string): string {
  return end.slice(0, end.lastIndexOf(':'));
}

/** Mermaid reads entities of its own, `#quot;`, in quoted labels. */
function escaped(text: string): string {
  return text
    .replaceAll('#', '#35;')
    .replaceAll('&', '#amp;')
    .replaceAll('"', '#quot;')
    .replaceAll('<', '#lt;')
    .replaceAll('>', '#gt;');
}
