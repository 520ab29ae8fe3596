import { buildBlock } from "./build-block.js";
import { child, nodes, token } from "./build-context.js";
import { buildNumber } from "./build-expression.js";
import { problem } from "./diagnostics/index.js";
/** Builds what follows the value of a task: its domain and its levels, in any order, each at most once. */
export function buildTaskClauses(c, node) {
    const domain = once(c, node, 'domain');
    const levels = once(c, node, 'levels');
    return {
        domain: domain === undefined ? null : c.name(token(domain, 'Identifier'), c.span(domain)),
        levels: levels === undefined ? null : buildLevels(c, levels),
    };
}
function once(c, node, word) {
    const [first, second] = nodes(node, word);
    if (first !== undefined && second !== undefined) {
        c.report(problem('P0126', c.span(second), `"${word}" is given twice`, {
            label: 'a second time',
            secondary: [{ span: c.span(first), text: 'first here' }],
            fix: { title: 'keep one of the two', edits: [] },
        }));
    }
    return first;
}
function buildLevels(c, node) {
    const span = c.span(node);
    const levels = nodes(node, 'level').flatMap((one) => {
        const number = child(one, 'number');
        const block = child(one, 'block');
        if (number === undefined || block === undefined)
            return [];
        const at = c.span(one, span.end);
        return [{ kind: 'Level', number: buildNumber(c, number, at), body: buildBlock(c, block, at), span: at }];
    });
    return { kind: 'Levels', levels, span };
}
