import { normalSchedule, normalTrigger } from "./normal-form.js";
const none = { kind: 'none' };
/**
 * What changes from one pipeline to another, by meaning. The pipeline's name, texts of triggers, the order
 * of declarations and of a mixture's entries, and the way in which a schedule or a condition is put together
 * do not count. Names of mixtures, suites and stages do: problems are drawn by the first, metrics and
 * `--set` go by the others. An empty list: both mean the same.
 */
export function diffGraphs(before, after) {
    const ids = matchStages(before, after);
    return [
        ...fields('edition', null, { edition: before.edition }, { edition: after.edition }),
        ...fields('model', null, before.model, after.model),
        ...fields('seed', null, { seed: before.seed }, { seed: after.seed }),
        ...diffStages(before, after, ids),
        ...diffOwn(before, after),
        ...records('mixture', mixtures(before), mixtures(after), true),
        ...records('suite', suites(before), suites(after)),
        ...records('library', libraries(before), libraries(after)),
        ...diffEdges(before, after, ids),
    ];
}
/** Stages of other names count as one that was renamed where this share of their settings agrees. */
const alike = 0.6;
/** Which stage of the second graph is which of the first: by name, else the one that is most like it. */
function matchStages(before, after) {
    const names = new Set(after.stages.map(({ id }) => id));
    const pairs = new Map(before.stages.filter(({ id }) => names.has(id)).map(({ id }) => [id, id]));
    const free = new Set([...names].filter((id) => !pairs.has(id)));
    for (const { id, kind } of before.stages) {
        if (pairs.has(id))
            continue;
        const [best] = after.stages
            .filter((stage) => free.has(stage.id) && stage.kind === kind)
            .map((stage) => ({
            id: stage.id,
            score: agreement(settingsOf(before, id), settingsOf(after, stage.id)),
        }))
            .filter(({ score }) => score >= alike)
            .sort((a, b) => b.score - a.score);
        if (best === undefined)
            continue;
        pairs.set(id, best.id);
        free.delete(best.id);
    }
    return pairs;
}
/** The settings of a stage's nodes as texts by path. */
function settingsOf(graph, id) {
    const nodes = graph.nodes.filter(({ stage }) => stage === id);
    return new Map(nodes.flatMap((node) => [...leaves(node.config)].map(([path, value]) => [`${node.id.slice(id.length)}.${path}`, textOf(value)])));
}
function agreement(a, b) {
    const paths = new Set([...a.keys(), ...b.keys()]);
    return [...paths].filter((path) => a.get(path) === b.get(path)).length / Math.max(1, paths.size);
}
function diffStages(before, after, ids) {
    const matched = new Set(ids.values());
    const inOrder = new Set(longestCommon(before.stages, after.stages, ids));
    return [
        ...before.stages.flatMap(({ id, kind }) => {
            const other = ids.get(id);
            if (other === undefined)
                return [whole('removed', 'stage', id, kind)];
            const renamed = other === id
                ? []
                : [
                    {
                        kind: 'renamed',
                        subject: 'stage',
                        name: id,
                        setting: null,
                        before: plain(id),
                        after: plain(other),
                    },
                ];
            const moved = inOrder.has(id)
                ? []
                : [
                    {
                        kind: 'moved',
                        subject: 'stage',
                        name: id,
                        setting: null,
                        before: plain(place(before, id)),
                        after: plain(place(after, other)),
                    },
                ];
            return [...renamed, ...moved, ...diffStage(before, after, id, other)];
        }),
        ...after.stages
            .filter(({ id }) => !matched.has(id))
            .map(({ id, kind }) => whole('added', 'stage', id, kind)),
    ];
}
function place(graph, id) {
    return 1 + graph.stages.findIndex((stage) => stage.id === id);
}
/** The largest set of stages that stand in the same order on both sides; the others moved. */
function longestCommon(before, after, ids) {
    const at = new Map(after.map(({ id }, i) => [id, i]));
    const best = [{ ids: [], last: -1 }];
    for (const { id } of before) {
        const position = at.get(ids.get(id) ?? '');
        if (position === undefined)
            continue;
        const base = best
            .filter(({ last }) => last < position)
            .reduce((a, b) => (b.ids.length > a.ids.length ? b : a));
        best.push({ ids: [...base.ids, id], last: position });
    }
    return best.reduce((a, b) => (b.ids.length > a.ids.length ? b : a)).ids;
}
function diffStage(before, after, id, other) {
    const kinds = [before.stages, after.stages].map((stages, i) => stages.find((stage) => stage.id === [id, other][i])?.kind);
    if (kinds[0] !== kinds[1]) {
        return [
            {
                kind: 'changed',
                subject: 'stage',
                name: id,
                setting: 'kind',
                before: plain(kinds[0]),
                after: plain(kinds[1]),
            },
        ];
    }
    return pairNodes(of(before, id), of(after, other));
}
/** Suites evaluated and checkpoints taken in every stage. */
function diffOwn(before, after) {
    return pairNodes(of(before, null), of(after, null));
}
const of = (graph, stage) => graph.nodes.filter((node) => node.stage === stage);
/** Pairs nodes of a kind: those alike first, then the rest in order (evaluations by their suite). */
function pairNodes(before, after) {
    const key = (node) => node.kind === 'evaluate' ? `evaluate ${node.config.suite}` : node.kind;
    const keys = [...new Set([...before, ...after].map(key))];
    return keys.flatMap((each) => {
        let left = before.filter((node) => key(node) === each);
        let right = after.filter((node) => key(node) === each);
        for (const node of left) {
            const twin = right.find((one) => nodeText(one) === nodeText(node));
            if (twin === undefined)
                continue;
            left = left.filter((one) => one !== node);
            right = right.filter((one) => one !== twin);
        }
        const pairs = Math.min(left.length, right.length);
        return [
            ...left.slice(0, pairs).flatMap((node, i) => fields('node', node.id, node.config, right[i].config)),
            ...left.slice(pairs).map((node) => whole('removed', 'node', node.id, about(node))),
            ...right.slice(pairs).map((node) => whole('added', 'node', node.id, about(node))),
        ];
    });
}
const nodeText = (node) => JSON.stringify([...leaves(node.config)].map(([path, value]) => [path, textOf(value)]));
function about(node) {
    if (node.kind === 'reset' || node.kind === 'guard') {
        const { when, whenText } = node.config;
        return typeof when === 'string' ? whenText : { kind: 'trigger', trigger: when };
    }
    return node.kind === 'evaluate' ? node.config.suite : node.kind;
}
function whole(kind, subject, name, value) {
    const side = isTrigger(value) ? value : plain(value);
    return {
        kind,
        subject,
        name,
        setting: null,
        before: kind === 'removed' ? side : none,
        after: kind === 'added' ? side : none,
    };
}
function isTrigger(value) {
    return typeof value === 'object' && value !== null && 'trigger' in value;
}
function records(subject, before, after, ofParts = false) {
    return [
        ...Object.entries(before).flatMap(([name, value]) => {
            const other = after[name];
            if (other === undefined)
                return [whole('removed', subject, name, name)];
            return ofParts ? parts(subject, name, value, other) : fields(subject, name, value, other);
        }),
        ...Object.keys(after)
            .filter((name) => !(name in before))
            .map((name) => whole('added', subject, name, name)),
    ];
}
/** The entries of a mixture: one that is new or gone is one difference, not one for each of its settings. */
function parts(subject, name, before, after) {
    const gone = Object.keys(before).filter((part) => !(part in after));
    const fresh = Object.keys(after).filter((part) => !(part in before));
    const kept = (data) => Object.fromEntries(Object.entries(data).filter(([part]) => ![...gone, ...fresh].includes(part)));
    const weight = (data, part) => leaves(data).get(`${part}.weight`) ?? none;
    return [
        ...fields(subject, name, kept(before), kept(after)),
        ...gone.map((setting) => ({
            kind: 'removed',
            subject,
            name,
            setting,
            before: weight(before, setting),
            after: none,
        })),
        ...fresh.map((setting) => ({
            kind: 'added',
            subject,
            name,
            setting,
            before: none,
            after: weight(after, setting),
        })),
    ];
}
const mixtures = (graph) => mapped(graph.mixtures, ({ entries, curriculum }) => ({
    ...Object.fromEntries(entries.map(({ name, ...entry }) => [name, entry])),
    ...(curriculum === null ? {} : { curriculum }),
}));
const suites = (graph) => graph.suites;
const libraries = (graph) => Object.fromEntries(graph.libraries.map(({ name, ...library }) => [name, library]));
function mapped(record, to) {
    return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
/** Settings by path that differ, are new or are gone. */
function fields(subject, name, before, after) {
    const [a, b] = [leaves(before), leaves(after)];
    return [...new Set([...a.keys(), ...b.keys()])].flatMap((setting) => {
        const [left, right] = [a.get(setting) ?? none, b.get(setting) ?? none];
        if (textOf(left) === textOf(right))
            return [];
        const kind = left.kind === 'none' ? 'added' : right.kind === 'none' ? 'removed' : 'changed';
        return [{ kind, subject, name, setting, before: left, after: right }];
    });
}
/** Every setting below an object by its path, schedules and triggers in their shortest form, texts left out. */
function leaves(data, path = '') {
    const found = new Map();
    for (const key of Object.keys(data).sort()) {
        const value = data[key];
        const at = path === '' ? key : `${path}.${key}`;
        if (key.endsWith('Text'))
            continue;
        if (typeof value !== 'object' || value === null)
            found.set(at, plain(value));
        else if (Array.isArray(value))
            found.set(at, plain(inOrder(value)));
        else if ('pieces' in value && 'over' in value)
            found.set(at, { kind: 'schedule', schedule: normalSchedule(value) });
        else if ('op' in value)
            found.set(at, { kind: 'trigger', trigger: normalTrigger(value) });
        else
            for (const [inner, leaf] of leaves(value, at))
                found.set(inner, leaf);
    }
    return found;
}
/** Lists of the graph (the k of pass@k, a filter's comparisons) are sets. */
function inOrder(list) {
    return [...list].sort((a, b) => typeof a === 'number' && typeof b === 'number' ? a - b : sortedText(a) < sortedText(b) ? -1 : 1);
}
const plain = (value) => ({ kind: 'value', value });
/** JSON with sorted keys. */
function sortedText(value) {
    return JSON.stringify(value, (_, inner) => typeof inner === 'object' && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner);
}
const textOf = (value) => sortedText(value);
/** Edges between nodes that both sides have: others follow from the nodes that were added or removed. */
function diffEdges(before, after, ids) {
    const text = (graph, rename) => new Set(graph.edges.map(({ from, to }) => `${port(graph, from, rename)} -> ${port(graph, to, rename)}`));
    const [a, b] = [text(before, (id) => ids.get(id) ?? id), text(after, (id) => id)];
    const nodes = (edges) => new Set([...edges].flatMap((edge) => edge.split(' -> ').map((end) => end.split(':')[0])));
    const [inA, inB] = [nodes(a), nodes(b)];
    const shared = (edge) => edge.split(' -> ').every((end) => inA.has(end.split(':')[0]) && inB.has(end.split(':')[0]));
    return [
        ...[...a]
            .filter((edge) => !b.has(edge) && shared(edge))
            .map((edge) => whole('removed', 'edge', edge, edge)),
        ...[...b]
            .filter((edge) => !a.has(edge) && shared(edge))
            .map((edge) => whole('added', 'edge', edge, edge)),
    ];
}
function port(graph, end, rename) {
    const [id, name] = end.split(':');
    const node = graph.nodes.find((one) => one.id === id);
    if (!node?.stage || !id)
        return end;
    return `${rename(node.stage)}${id.slice(node.stage.length)}:${name ?? ''}`;
}
