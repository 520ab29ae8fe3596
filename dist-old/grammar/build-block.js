import { child, nodes, token, tokens } from "./build-context.js";
import { buildExpression, buildPath, buildRange, buildReference, buildValue } from "./build-expression.js";
import { problem } from "./diagnostics/index.js";
/** Builds a block; an item of which nothing was understood is left out. */
export function buildBlock(c, node, at) {
    const span = c.span(node, at.end);
    const items = [];
    for (const item of nodes(node, 'item')) {
        for (const rule in item.children) {
            const found = child(item, rule);
            const built = found && builders[rule]?.(c, found, c.span(found, span.end));
            if (built !== undefined)
                items.push(built);
        }
    }
    return { kind: 'Block', items, span };
}
const builders = {
    field: (c, node, span) => {
        const name = token(node, 'Identifier');
        const value = buildValue(c, child(node, 'value'), span);
        return { kind: 'Field', doc: c.docAbove(span), name: c.name(name, span), value, span };
    },
    section: (c, node, span) => {
        const body = child(node, 'block');
        if (body === undefined)
            return undefined;
        const name = c.name(token(node, 'Identifier'), span);
        return { kind: 'Section', doc: c.docAbove(span), name, body: buildBlock(c, body, span), span };
    },
    entry: (c, node, span) => {
        const call = buildReference(c, child(node, 'reference'), span);
        if (call.kind !== 'Call')
            return undefined;
        return {
            kind: 'Entry',
            doc: c.docAbove(span),
            call,
            value: buildValue(c, child(node, 'value'), span),
            span,
        };
    },
    flag: (c, node, span) => ({ kind: 'Flag', name: c.name(token(node, 'Identifier'), span), span }),
    keepClause: (c, node, span) => ({
        kind: 'Keep',
        what: c.name(token(node, 'Identifier'), span),
        where: buildExpression(c, child(node, 'expression'), span),
        span,
    }),
    resetClause: (c, node, span) => {
        const source = token(node, 'Source');
        const body = child(node, 'block');
        return {
            kind: 'Reset',
            targets: tokens(node, 'Target').map((target) => c.name(target, span)),
            to: source === undefined ? null : c.name(source, span),
            by: token(node, 'By') === undefined ? null : buildReference(c, child(node, 'reference'), span),
            at: token(node, 'At') === undefined ? null : c.name(token(node, 'Moment'), span),
            when: token(node, 'At') === undefined ? buildExpression(c, child(node, 'expression'), span) : null,
            body: body === undefined ? null : buildBlock(c, body, span),
            span,
        };
    },
    guardClause: (c, node, span) => {
        const body = child(node, 'block');
        return {
            kind: 'Guard',
            when: buildExpression(c, child(node, 'expression'), span),
            body: body === undefined ? null : buildBlock(c, body, span),
            span,
        };
    },
    scaleClause: (c, node, span) => ({
        kind: 'Scale',
        what: c.name(token(node, 'Identifier'), span),
        by: buildExpression(c, child(node, 'expression'), span),
        span,
    }),
    evaluateClause: (c, node, span) => ({
        kind: 'Evaluate',
        suite: buildReference(c, child(node, 'reference'), span),
        every: token(node, 'Every') === undefined ? null : buildRange(c, child(node, 'range'), span),
        span,
    }),
    auditClause: (c, node, span) => {
        const body = child(node, 'block');
        return {
            kind: 'Audit',
            metric: buildReference(c, child(node, 'reference'), span),
            against: buildReference(c, child(node, 'against'), span),
            body: body === undefined ? null : buildBlock(c, body, span),
            span,
        };
    },
    checkpointClause: buildCheckpoint,
    runClause: (c, node, span) => {
        const overrides = child(node, 'block');
        return {
            kind: 'Run',
            stage: buildReference(c, child(node, 'reference'), span),
            overrides: overrides === undefined ? null : buildBlock(c, overrides, span),
            until: token(node, 'Until') === undefined ? null : buildExpression(c, child(node, 'expression'), span),
            for: token(node, 'For') === undefined ? null : buildRange(c, child(node, 'range'), span),
            span,
        };
    },
    givenClause: (c, node, span) => {
        const metric = buildPath(c, child(node, 'path'), span);
        if (metric === undefined)
            return undefined;
        const values = nodes(node, 'givenValue').map((n) => {
            const at = c.span(n, span.end);
            const from = token(n, 'From') === undefined ? null : buildRange(c, child(n, 'from'), at);
            return { kind: 'GivenValue', value: buildRange(c, child(n, 'value'), at), from, span: at };
        });
        return { kind: 'Given', metric, values, span };
    },
    expectClause: (c, node, span) => ({
        kind: 'Expect',
        event: c.name(token(node, 'Identifier'), span),
        never: token(node, 'Never') !== undefined,
        at: nodes(node, 'range').map((n) => buildRange(c, n, c.span(n, span.end))),
        span,
    }),
};
function buildCheckpoint(c, node, span) {
    const parts = {};
    const seen = new Map();
    for (const part of nodes(node, 'checkpointPart')) {
        const at = c.span(part, span.end);
        const kept = child(part, 'kept');
        const best = kept !== undefined && token(kept, 'Best') !== undefined;
        const key = kept === undefined ? 'every' : best ? 'keepBestBy' : 'keepLast';
        const words = { every: 'every', keepLast: 'keep last', keepBestBy: 'keep best' }[key];
        const earlier = seen.get(key);
        if (earlier !== undefined)
            c.report(twice(words, at, earlier));
        seen.set(key, at);
        parts[key] ??= best
            ? buildReference(c, child(kept, 'reference'), at)
            : buildRange(c, child(kept ?? part, 'range'), at);
    }
    const { every = null, keepLast = null, keepBestBy = null } = parts;
    return { kind: 'Checkpoint', every, keepLast, keepBestBy, span };
}
function twice(words, at, earlier) {
    return problem('P0126', at, `"${words}" is given twice`, {
        label: 'a second time',
        secondary: [{ span: earlier, text: 'first here' }],
        fix: { title: 'keep one of the two', edits: [] },
    });
}
