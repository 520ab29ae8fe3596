/**
 * How the pipeline file spells what a node's config holds: the blocks and the field, without the
 * stage. `['maxTokens']` of a rollout is `['rollout', 'max_tokens']`.
 */
export function spelledSetting(node, parts, supervised) {
    return [...blockOf(node, parts, supervised), ...fieldOf(node, parts).map(snake)];
}
/** How the pipeline file spells what a suite holds. */
export function spelledSuiteSetting(parts) {
    const [first, ...rest] = parts;
    if (first === 'mixture')
        return ['tasks', ...rest];
    return [first === 'passAt' ? 'report' : snake(first ?? ''), ...rest.map(snake)];
}
/** The path of the pipeline file, as `--set` takes it, to which a JSON pointer into a graph leads; null: to none. */
export function spelledPointer(graph, pointer) {
    const [head, name = '', ...rest] = pointer
        .split('/')
        .slice(1)
        .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    // Within a schedule or a list the whole of it is meant.
    const inner = (parts) => {
        const end = parts.findIndex((part) => part === 'pieces' || part === 'over' || /^\d+$/.test(part));
        return end < 0 ? parts : parts.slice(0, end);
    };
    switch (head) {
        case 'seed':
            return 'seed';
        case 'suites':
            return [name, ...spelledSuiteSetting(inner(rest))].join('.');
        case 'mixtures': {
            const entry = graph.mixtures[name]?.entries[Number(rest[1])];
            return entry === undefined ? null : [name, entry.name, ...inner(rest.slice(2))].join('.');
        }
        case 'nodes': {
            const node = graph.nodes[Number(name)];
            if (node === undefined || rest[0] !== 'config')
                return null;
            const kind = graph.stages.find(({ id }) => id === node.stage)?.kind;
            const setting = spelledSetting(node, inner(rest.slice(1)), kind === 'supervised');
            return [...(node.stage === null ? [] : [node.stage]), ...setting].join('.');
        }
        default:
            return null;
    }
}
/** What of an update stands in the block `loss`. */
const lossSettings = new Set(['aggregation', 'divisor', 'surrogate', 'ratio', 'entropy']);
/** The block of the pipeline file that a node's setting is written in. */
function blockOf(node, [first], supervised) {
    switch (node.kind) {
        case 'sample':
            if (first === 'mixture')
                return [];
            return [supervised ? 'batch' : 'rollout'];
        case 'score':
            return [first === 'verifier' ? 'reward' : 'verify'];
        case 'shape':
            return first === 'overlong' || first === 'cosineLength' ? [] : ['reward'];
        case 'filter':
            return first === 'keep' ? [] : [first === 'refill' ? 'rollout' : 'loss'];
        case 'update':
            return lossSettings.has(first ?? '') ? ['loss'] : [];
        case 'demonstrate':
            return [];
        case 'rollout':
        case 'advantage':
        case 'evaluate':
        case 'audit':
        case 'guard':
        case 'reset':
        case 'transition':
        case 'checkpoint':
            // `explore.reset-2`: the number of a second one stays.
            return [node.stage === null ? node.id : node.id.slice(node.stage.length + 1)];
    }
}
function fieldOf(node, parts) {
    return node.kind === 'filter' && parts[0] === 'dropTruncated' ? ['maskTruncated'] : parts;
}
function snake(name) {
    return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
