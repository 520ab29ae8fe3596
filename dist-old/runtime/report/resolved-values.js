import { spelledSetting } from "../graph/spelling.js";
/** What a graph says that no field of the file does. */
const implied = new Set(['loss']);
/** All values of a node's config, one a leaf. */
export function nodeValues(graph, node, origins) {
    const supervised = graph.stages.some(({ id, kind }) => id === node.stage && kind === 'supervised');
    return valuesOf(node.config, `/nodes/${graph.nodes.indexOf(node)}/config`, origins, (parts) => spelledSetting(node, parts, supervised));
}
/** All values below some JSON pointer of the graph; `spelled` gives the file's names for the graph's. */
export function valuesOf(data, pointer, origins, spelled = (parts) => parts) {
    return Object.entries(data)
        .filter(([key]) => !key.endsWith('Text') && !implied.has(key))
        .flatMap(([key, value]) => walk(value, [key], `${pointer}/${escape(key)}`))
        .map(({ parts, at, value }) => ({
        name: spelled(parts).join('.'),
        pointer: at,
        value,
        origin: originOf(at, origins),
    }));
}
function walk(value, parts, at) {
    const leaf = leafOf(value);
    if (leaf)
        return [{ parts, at, value: leaf }];
    return Object.entries(value).flatMap(([key, inner]) => walk(inner, [...parts, key], `${at}/${escape(key)}`));
}
function leafOf(value) {
    if (Array.isArray(value))
        return { kind: 'list', value };
    if (typeof value !== 'object' || value === null)
        return { kind: 'plain', value: value };
    if ('pieces' in value && 'over' in value)
        return { kind: 'schedule', schedule: value };
    if ('source' in value && 'name' in value)
        return { kind: 'plain', value: String(value.name) };
    if ('op' in value)
        return { kind: 'trigger', trigger: value };
    return null;
}
/** The nearest origin at or above a pointer: a block that was written as a whole speaks for its parts. */
export function originOf(pointer, origins) {
    for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
        const origin = origins[at];
        if (origin !== undefined)
            return origin;
    }
    return null;
}
function escape(key) {
    return key.replaceAll('~', '~0').replaceAll('/', '~1');
}
