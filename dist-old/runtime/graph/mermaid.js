import { describeNode } from "./describe.js";
/** The graph as a Mermaid flowchart: a box for each stage, in order. */
export function graphToMermaid(graph) {
    const names = new Map(graph.nodes.map((node, i) => [node.id, `n${i}`]));
    const draw = (stage, indent) => graph.nodes
        .filter((node) => node.stage === stage)
        .map((node) => `${indent}${names.get(node.id)}["<b>${escaped(node.kind)}</b><br/>${describeNode(node).map(escaped).join('<br/>')}"]`);
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
    const order = graph.stages.slice(1).map((_, i) => `  s${i} ==>|then| s${i + 1}`);
    return ['flowchart TB', ...stages, ...draw(null, '  '), ...edges, ...order, ''].join('\n');
}
function nodeOf(end) {
    return end.slice(0, end.lastIndexOf(':'));
}
/** Mermaid reads entities of its own, `#quot;`, in quoted labels. */
function escaped(text) {
    return text
        .replaceAll('#', '#35;')
        .replaceAll('&', '#amp;')
        .replaceAll('"', '#quot;')
        .replaceAll('<', '#lt;')
        .replaceAll('>', '#gt;');
}
