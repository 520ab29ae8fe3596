import assert from 'node:assert/strict';
import { graphToMermaid, graphToSvg, type Graph } from '../../runtime/graph/index.ts';
import { exampleGraph } from './example.ts';

interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

function rects(svg: string, kind: string): Rect[] {
  const pattern = new RegExp(
    `<rect class="${kind}" x="([\\d.]+)" y="([\\d.]+)" width="([\\d.]+)" height="([\\d.]+)"`,
    'g',
  );
  return [...svg.matchAll(pattern)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }));
}

const inside = (a: Rect, b: Rect): boolean =>
  a.x >= b.x && a.y >= b.y && a.x + a.width <= b.x + b.width && a.y + a.height <= b.y + b.height;
/** Whether there is room for an arrow between two boxes. */
const apart = (a: Rect, b: Rect, room = 10): boolean =>
  a.x + a.width + room <= b.x ||
  b.x + b.width + room <= a.x ||
  a.y + a.height + room <= b.y ||
  b.y + b.height + room <= a.y;

function hostile(): Graph {
  const graph = exampleGraph();
  for (const node of graph.nodes)
    if (node.kind === 'guard') node.config.whenText = '"a" < b & c > #1 </text><script>';
  return graph;
}

describe('a graph drawn', () => {
  it('as SVG has each node once, inside its panel, none over another', () => {
    const graph = exampleGraph();
    const svg = graphToSvg(graph);
    const boxes = [...rects(svg, 'node'), ...rects(svg, 'watch')];
    const panels = rects(svg, 'panel');
    assert.equal(boxes.length, graph.nodes.length);
    assert.equal(panels.length, graph.stages.length + 1);
    for (const box of boxes) assert.equal(panels.filter((panel) => inside(box, panel)).length, 1);
    for (const [i, box] of boxes.entries()) assert.ok(boxes.slice(i + 1).every((other) => apart(box, other)));
    const [, width, height] = /width="([\d.]+)" height="([\d.]+)"/.exec(svg)!;
    for (const panel of panels)
      assert.ok(inside(panel, { x: 0, y: 0, width: Number(width), height: Number(height) }));
    for (const { id } of graph.nodes) assert.ok(svg.includes(`<title>${id}</title>`));
  });

  it('as SVG stands alone and is well formed whatever the names', () => {
    const svg = graphToSvg(hostile());
    assert.ok(!svg.includes('<script') && svg.includes('&lt;/text&gt;&lt;script&gt;'));
    assert.ok(!/href|url\((?!#)/.test(svg), 'nothing is loaded from elsewhere');
    const open: string[] = [];
    for (const [, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^<>]*?(\/?)>/g)) {
      if (close) assert.equal(open.pop(), name);
      else if (!self) open.push(name!);
    }
    assert.deepEqual(open, []);
  });

  it('as Mermaid has every node, edge and stage', () => {
    const graph = exampleGraph();
    const text = graphToMermaid(graph);
    assert.ok(text.startsWith('flowchart TB\n'));
    assert.equal(text.match(/^ +n\d+\["/gm)?.length, graph.nodes.length);
    assert.equal(text.match(/^ +n\d+ -\.?->\|/gm)?.length, graph.edges.length);
    assert.equal(text.match(/subgraph/g)?.length, 2);
    assert.ok(text.includes('s0 ==>|"then"| s1') && text.includes('KL k3 in loss: 0 → 0.002 → 5e-4'));
  });

  it('has the ways past a stage that is run on a condition, in both forms', () => {
    const graph = exampleGraph();
    const when = graph.nodes.find((node) => node.kind === 'transition')!.config.until;
    for (const [last, ways] of [
      [false, ['start ==>|"when kl.mean #gt; 1"| s0', 'start ==>|"else"| s1', 's0 ==>|"then"| s1']],
      [true, ['s0 ==>|"when kl.mean #gt; 1"| s1', 's0 ==>|"else"| done', 's1 ==>|"then"| done']],
    ] as const) {
      const stages = graph.stages.map((stage, i) =>
        (i === 0) === last ? stage : { ...stage, when, whenText: 'kl.mean > 1' },
      );
      const mermaid = graphToMermaid({ ...graph, stages });
      assert.deepEqual(
        mermaid.split('\n').filter((line) => line.includes('==>')),
        ways.map((way) => `  ${way}`),
      );
      const svg = graphToSvg({ ...graph, stages });
      assert.ok(svg.includes('only when kl.mean &gt; 1') && svg.includes('>else</text>'));
      assert.equal(svg.match(/class="(order|lane)"/g)?.length, 3);
      for (const [, x] of svg.matchAll(/class="lane" d="M[\d.]+ [\d.]+ H([\d.]+)/g)) assert.ok(Number(x) > 0);
    }
  });

  it('as Mermaid quotes what would end a label', () => {
    const line = graphToMermaid(hostile())
      .split('\n')
      .find((text) => text.includes('guard'))!;
    assert.equal(line.match(/"/g)?.length, 2);
    assert.ok(line.includes('#quot;a#quot; #lt; b #amp; c #gt; #35;1'));
  });
});
