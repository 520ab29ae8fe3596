import type { Edge, Node, Stage } from '../../runtime/graph/index.ts';
import { ports } from '../../runtime/graph/ports.ts';

/** From which output each input of a stage's nodes comes. */
const sources: Readonly<Record<string, string>> = {
  'rollout:prompts': 'sample:prompts',
  'rollout:policy': 'update:policy',
  'demonstrate:prompts': 'sample:prompts',
  'score:rollouts': 'rollout:rollouts',
  'shape:scores': 'score:scores',
  'filter:scores': 'shape:scores',
  'advantage:groups': 'filter:groups',
  'guard:metrics': 'update:metrics',
  'reset:metrics': 'update:metrics',
  'reset:policy': 'update:policy',
  'transition:metrics': 'update:metrics',
  'evaluate:policy': 'update:policy',
  'audit:metrics': 'update:metrics',
  'checkpoint:policy': 'update:policy',
};

/** The edges into every input; a pipeline's own nodes take theirs from each stage. */
export function edgesOf(nodes: readonly Node[], stages: readonly Stage[]): Edge[] {
  const byId = new Map(stages.map((one) => [one.id, [one]]));
  const edges: Edge[] = [];
  for (const node of nodes) {
    const { inputs } = ports[node.kind];
    for (const port in inputs) {
      const to = `${node.id}:${port}`;
      const type = inputs[port]!;
      const source = node.kind === 'update' ? null : sourceOf(node.kind, port);
      for (const stage of node.stage === null ? stages : (byId.get(node.stage) ?? [])) {
        edges.push({ from: `${stage.id}.${source ?? batches[stage.kind]}`, to, type });
      }
    }
  }
  return edges;
}

/** What an update learns from. */
const batches = { reinforce: 'advantage:batch', supervised: 'demonstrate:batch' };

function sourceOf(kind: Node['kind'], port: string): string {
  const source = sources[`${kind}:${port}`];
  if (source === undefined) throw new TypeError(`nothing feeds ${kind}:${port}`);
  return source;
}
