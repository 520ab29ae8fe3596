import type { Edge, Graph } from './graph.ts';
import type { Node } from './nodes.ts';
import { ports } from './ports.ts';
import { pointer, suggest, type GraphProblem } from './problem.ts';

interface End {
  node: Node;
  port: string;
}

/** Edges must join ports of one type, give each input what it needs, and make no loop but that of the policy. */
export function checkEdges(graph: Graph): GraphProblem[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const problems: GraphProblem[] = [];
  const joined: { from: End; to: End }[] = [];
  graph.edges.forEach((edge, i) => {
    const from = end(edge, 'from', i, nodes, problems);
    const to = end(edge, 'to', i, nodes, problems);
    if (from === null || to === null) return;
    joined.push({ from, to });
    const wrong = checkEdge(edge, i, from, to);
    if (wrong !== null) problems.push(wrong);
  });
  if (problems.length > 0) return problems;
  return [...checkInputs(graph, joined), ...checkLoops(graph, joined)];
}

function end(
  edge: Edge,
  side: 'from' | 'to',
  index: number,
  nodes: Map<string, Node>,
  problems: GraphProblem[],
): End | null {
  const text = edge[side];
  const at = (): string => pointer('edges', index, side);
  const colon = text.lastIndexOf(':');
  const id = text.slice(0, Math.max(0, colon));
  const port = text.slice(colon + 1);
  const node = nodes.get(id);
  if (colon < 0 || node === undefined) {
    const hint =
      colon < 0 ? 'Ends are written NODE:PORT, e.g. explore.update:policy.' : suggest(id, [...nodes.keys()]);
    problems.push({
      pointer: at(),
      message: colon < 0 ? `'${text}' names no port` : `no node '${id}'`,
      hint,
    });
    return null;
  }
  const known = ports[node.kind][side === 'from' ? 'outputs' : 'inputs'];
  if (Object.hasOwn(known, port)) return { node, port };
  const names = Object.keys(known);
  const kind = side === 'from' ? 'output' : 'input';
  problems.push({
    pointer: at(),
    message: `a ${node.kind} node has no ${kind} '${port}'`,
    hint: suggest(port, names),
  });
  return null;
}

function checkEdge(edge: Edge, index: number, from: End, to: End): GraphProblem | null {
  const given = ports[from.node.kind].outputs[from.port];
  const taken = ports[to.node.kind].inputs[to.port];
  if (given !== taken) {
    const message = `'${edge.from}' gives ${given}, '${edge.to}' takes ${taken}`;
    return { pointer: pointer('edges', index), message, hint: 'Join ports of the same type.' };
  }
  if (edge.type !== given) {
    const message = `the edge is marked ${edge.type}, but carries ${given}`;
    return { pointer: pointer('edges', index, 'type'), message, hint: `Mark it ${given}.` };
  }
  if (to.node.stage !== null && to.node.stage !== from.node.stage) {
    const message = `'${edge.from}' of ${from.node.stage === null ? 'the pipeline' : `stage '${from.node.stage}'`} feeds stage '${to.node.stage}'`;
    return {
      pointer: pointer('edges', index),
      message,
      hint: 'Stages are joined by their order and the policy alone: leave this edge out.',
    };
  }
  return null;
}

function checkInputs(graph: Graph, joined: { from: End; to: End }[]): GraphProblem[] {
  /** By node, port and the stage that the edge comes from. */
  const feeds = new Map<Node, Map<string, Map<string | null, number>>>();
  for (const { from, to } of joined) {
    let ofNode = feeds.get(to.node);
    if (ofNode === undefined) feeds.set(to.node, (ofNode = new Map()));
    let counts = ofNode.get(to.port);
    if (counts === undefined) ofNode.set(to.port, (counts = new Map()));
    counts.set(from.node.stage, (counts.get(from.node.stage) ?? 0) + 1);
  }
  const problems: GraphProblem[] = [];
  const all = graph.stages.map(({ id }) => id);
  graph.nodes.forEach((node, i) => {
    const { inputs } = ports[node.kind];
    // A pipeline's own node serves every stage, so each stage feeds it.
    const stages = node.stage === null ? all : [node.stage];
    for (const port in inputs) {
      const feeding = feeds.get(node)?.get(port);
      for (const stage of stages) {
        const edges = feeding?.get(stage) ?? 0;
        if (edges === 1) continue;
        const where = node.stage === null ? ` from stage '${stage}'` : '';
        problems.push({
          pointer: pointer('nodes', i),
          message: `input '${port}' of '${node.id}' has ${edges === 0 ? 'no edge' : `${edges} edges`}${where}`,
          hint: `Give it exactly one edge that carries ${inputs[port]}${where}.`,
        });
      }
    }
  });
  return problems;
}

/** Takes away nodes that wait for nothing until none is left; what remains waits for itself. */
function checkLoops(graph: Graph, joined: { from: End; to: End }[]): GraphProblem[] {
  const open = new Map(graph.nodes.map((node) => [node, 0]));
  const followers = new Map<Node, Node[]>();
  for (const { from, to } of joined) {
    if (isFeedback(from, to)) continue;
    open.set(to.node, (open.get(to.node) ?? 0) + 1);
    const known = followers.get(from.node);
    if (known === undefined) followers.set(from.node, [to.node]);
    else known.push(to.node);
  }
  const free = graph.nodes.filter((node) => open.get(node) === 0);
  // The row grows while it is walked.
  for (const node of free) {
    for (const follower of followers.get(node) ?? []) {
      const left = open.get(follower)! - 1;
      open.set(follower, left);
      if (left === 0) free.push(follower);
    }
  }
  const waiting = graph.nodes.filter((node) => open.get(node)! > 0);
  if (waiting.length === 0) return [];
  const names = waiting.map(({ id }) => id).join(', ');
  const hint = 'Only the policy may come round again, from update:policy to rollout:policy.';
  return [{ pointer: '/edges', message: `these nodes wait for one another: ${names}`, hint }];
}

function isFeedback(from: End, to: End): boolean {
  return from.node.kind === 'update' && to.node.kind === 'rollout' && to.port === 'policy';
}
