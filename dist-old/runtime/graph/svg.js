import { describeNode } from "./describe.js";
/** Sizes in pixels. Text is measured by the width of a character, as no font is at hand. */
const size = {
    margin: 24,
    gap: 34,
    row: 22,
    pad: 12,
    line: 17,
    title: 20,
    header: 30,
    char: 7,
    charTitle: 7.8,
    least: 96,
    most: 290,
};
/** The order of a stage's flow; whatever else it has (guards, resets, transition) stands below. */
const flow = [
    'sample',
    'rollout',
    'score',
    'shape',
    'filter',
    'advantage',
    'demonstrate',
    'update',
];
/**
 * The graph as a drawing of its own: one panel a stage, in order; in it the flow from left to right,
 * the policy's way back above it, and what watches the metrics below; last what serves every stage.
 * Colours are readable on light and on dark pages.
 */
export function graphToSvg(graph) {
    const parts = [];
    let y = size.margin + 34;
    let width = 320;
    const panels = [
        ...graph.stages.map(({ id, kind }, i) => ({ id, label: `${i + 1}. ${id}`, kind })),
        { id: null, label: 'every stage', kind: 'pipeline' },
    ];
    for (const [i, panel] of panels.entries()) {
        const nodes = graph.nodes.filter((node) => node.stage === panel.id);
        if (nodes.length === 0)
            continue;
        const body = layOut(nodes, size.margin + size.pad, y + size.header);
        parts.push(panelFrame(panel.label, panel.kind, y, body.width + 2 * size.pad, body.height + size.header + size.pad));
        parts.push(...body.parts);
        width = Math.max(width, body.width + 2 * (size.margin + size.pad));
        const next = y + body.height + size.header + size.pad;
        if (i + 1 < graph.stages.length)
            parts.push(arrow(`M${size.margin + 40} ${next} V${next + size.gap - 6}`, 'order'));
        y = next + size.gap;
    }
    const height = y - size.gap + size.margin;
    const title = `pipeline ${graph.pipeline}`;
    const head = text(size.margin, size.margin + 12, title, 'name');
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<style>${style}</style>
<defs><marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 L8 4 L0 8 z" class="tip"/></marker></defs>
<rect class="page" width="100%" height="100%"/>
${[head, ...parts].join('\n')}
</svg>
`;
}
const style = `text{font:12px ui-sans-serif,system-ui,'DejaVu Sans',sans-serif;fill:#1f2933}.name{font-size:16px;font-weight:700}.kind{font-weight:700}.detail{fill:#52606d}.stage{font-weight:700;font-size:13px}.type{font-size:10px;fill:#7b8794}.page{fill:#fff}.panel{fill:#f5f7fa;stroke:#cbd2d9}.node{fill:#fff;stroke:#3e4c59}.watch{fill:#fff8e6;stroke:#b7791f}.flow{fill:none;stroke:#3e4c59;stroke-width:1.4}.policy{fill:none;stroke:#2b6cb0;stroke-width:1.4;stroke-dasharray:5 3}.order{fill:none;stroke:#3e4c59;stroke-width:2.5}.tip{fill:#3e4c59}@media(prefers-color-scheme:dark){text{fill:#e4e7eb}.detail{fill:#b8c2cc}.type{fill:#9aa5b1}.page{fill:#12181f}.panel{fill:#1b242d;stroke:#3e4c59}.node{fill:#26323d;stroke:#9aa5b1}.watch{fill:#3a2f14;stroke:#d69e2e}.flow,.order{stroke:#b8c2cc}.policy{stroke:#63b3ed}.tip{fill:#b8c2cc}}`;
function layOut(nodes, left, top) {
    const inFlow = nodes
        .filter(({ kind }) => flow.includes(kind))
        .sort((a, b) => flow.indexOf(a.kind) - flow.indexOf(b.kind));
    const beside = nodes.filter(({ kind }) => !flow.includes(kind));
    const update = inFlow.at(-1);
    const loops = inFlow.some(({ kind }) => kind === 'rollout') && update?.kind === 'update';
    const above = loops ? size.row : 0;
    const main = row(inFlow, left, top + above, size.gap + 22);
    const mainBottom = main.length === 0 ? top : Math.max(...main.map((box) => box.y + box.height));
    const below = row(beside, left, main.length === 0 ? top : mainBottom + size.gap, 14);
    const parts = [...main, ...below].map(drawn);
    for (const [i, box] of main.entries()) {
        const next = main[i + 1];
        if (next === undefined)
            break;
        const [a, b] = [box.x + box.width, next.x];
        const middle = box.y + 18;
        parts.push(arrow(`M${a} ${middle} H${b - 2}`, 'flow'), text((a + b) / 2 - 3, middle - 5, carried(box.node), 'type', 'middle'));
    }
    const last = main.at(-1);
    const rollout = main.find(({ node }) => node.kind === 'rollout');
    if (loops && last && rollout) {
        const [from, to] = [last.x + last.width / 2, rollout.x + rollout.width / 2];
        const lane = top + 6;
        parts.push(arrow(`M${from} ${last.y} V${lane} H${to} V${rollout.y - 2}`, 'policy'));
        parts.push(text((from + to) / 2, lane + 13, 'Policy, to the next step', 'type', 'middle'));
    }
    if (last && below.length > 0) {
        const lane = mainBottom + size.gap / 2;
        const from = last.x + last.width / 2;
        parts.push(arrow(`M${from} ${last.y + last.height} V${lane} H${(below[0]?.x ?? 0) + 20}`, 'flow', false));
        parts.push(text(from - 8, lane - 4, 'Metrics', 'type', 'end'));
        for (const box of below)
            parts.push(arrow(`M${box.x + 20} ${lane} V${box.y - 2}`, 'flow'));
        const furthest = below.at(-1);
        // What stands further right than the update is reached along the same lane.
        if (furthest && furthest.x + 20 > from)
            parts.push(arrow(`M${from} ${lane} H${furthest.x + 20}`, 'flow', false));
    }
    const right = Math.max(left, ...[...main, ...below].map((box) => box.x + box.width));
    const bottom = Math.max(mainBottom, ...below.map((box) => box.y + box.height));
    return { parts, width: right - left, height: bottom - top };
}
function row(nodes, left, y, gap) {
    let x = left;
    const boxes = nodes.map((node) => {
        const most = Math.floor((size.most - 2 * size.pad) / size.char);
        const lines = describeNode(node).flatMap((line) => wrapped(line, most));
        const longest = Math.max(...lines.map((line) => line.length * size.char), node.kind.length * size.charTitle);
        const width = Math.ceil(Math.max(size.least, longest + 2 * size.pad));
        const box = { node, x, y, width, height: size.title + size.line * lines.length + size.pad, lines };
        x += width + gap;
        return box;
    });
    const height = Math.max(0, ...boxes.map((box) => box.height));
    return boxes.map((box) => ({ ...box, height }));
}
/** Breaks a line at spaces so that no part is longer than `most` characters, unless a word is. */
function wrapped(line, most) {
    return line.split(' ').reduce((lines, word) => {
        const last = lines.at(-1);
        if (last !== undefined && last.length + 1 + word.length <= most)
            lines[lines.length - 1] = `${last} ${word}`;
        else
            lines.push(word);
        return lines;
    }, []);
}
function drawn({ node, x, y, width, height, lines }) {
    const watches = ['guard', 'reset', 'transition'].includes(node.kind);
    const rows = lines.map((line, i) => text(x + size.pad, y + size.title + size.line * (i + 1), line, 'detail'));
    return `<g><title>${escaped(node.id)}</title><rect class="${watches ? 'watch' : 'node'}" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>${text(x + size.pad, y + size.title, node.kind, 'kind')}${rows.join('')}</g>`;
}
function panelFrame(label, kind, y, width, height) {
    return `<rect class="panel" x="${size.margin}" y="${y}" width="${width}" height="${height}" rx="10"/>${text(size.margin + size.pad, y + 20, `${label} (${kind})`, 'stage')}`;
}
function carried({ kind }) {
    const types = {
        sample: 'Prompts',
        rollout: 'Rollouts',
        score: 'Scores',
        shape: 'Scores',
        filter: 'Groups',
    };
    return types[kind] ?? 'Batch';
}
function arrow(path, kind, tip = true) {
    return `<path class="${kind}" d="${path}"${tip ? ' marker-end="url(#tip)"' : ''}/>`;
}
function text(x, y, content, kind, anchor = 'start') {
    return `<text x="${x}" y="${y}" class="${kind}"${anchor === 'start' ? '' : ` text-anchor="${anchor}"`}>${escaped(content)}</text>`;
}
function escaped(content) {
    return content
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
