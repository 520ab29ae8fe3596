import type * as ast from './ast.ts';
import type { BuildContext } from './build-context.ts';
import { buildExpression, buildPath, buildRange, buildReference, buildValue } from './build-expression.ts';
import { problem, type Diagnostic } from './diagnostics/index.ts';
import type { Span } from './span.ts';
import { SyntaxNode } from './syntax-node.ts';

/** Builds a block; an item of which nothing was understood is left out. */
export function buildBlock(c: BuildContext, node: SyntaxNode, at: Span): ast.Block {
  const span = c.span(node, at.end);
  const items: ast.Item[] = [];
  for (const item of node.nodes('item')) {
    for (const [rule, found] of item) {
      if (!(found instanceof SyntaxNode)) continue;
      const built = builders[rule]?.(c, found, c.span(found, span.end));
      if (built !== undefined) items.push(built);
    }
  }
  return { kind: 'Block', items, span };
}

type Build = (c: BuildContext, node: SyntaxNode, span: Span) => ast.Item | undefined;

const builders: Readonly<Record<string, Build>> = {
  field: (c, node, span) => {
    const name = node.token('Identifier');
    const value = buildValue(c, node.child('value'), span);
    return { kind: 'Field', doc: c.docAbove(span), name: c.name(name, span), value, span };
  },
  section: (c, node, span) => {
    const body = node.child('block');
    if (body === undefined) return undefined;
    const name = c.name(node.token('Identifier'), span);
    return { kind: 'Section', doc: c.docAbove(span), name, body: buildBlock(c, body, span), span };
  },
  entry: (c, node, span) => {
    const call = buildReference(c, node.child('reference'), span);
    if (call.kind !== 'Call') return undefined;
    return {
      kind: 'Entry',
      doc: c.docAbove(span),
      call,
      value: buildValue(c, node.child('value'), span),
      span,
    };
  },
  flag: (c, node, span) => ({ kind: 'Flag', name: c.name(node.token('Identifier'), span), span }),
  keepClause: (c, node, span) => ({
    kind: 'Keep',
    what: c.name(node.token('Identifier'), span),
    where: buildExpression(c, node.child('expression'), span),
    span,
  }),
  resetClause: (c, node, span) => {
    const source = node.token('Source');
    const body = node.child('block');
    return {
      kind: 'Reset',
      targets: node.tokens('Target').map((target) => c.name(target, span)),
      to: source === undefined ? null : c.name(source, span),
      by: node.token('By') === undefined ? null : buildReference(c, node.child('reference'), span),
      at: node.token('At') === undefined ? null : c.name(node.token('Moment'), span),
      when: node.token('At') === undefined ? buildExpression(c, node.child('expression'), span) : null,
      body: body === undefined ? null : buildBlock(c, body, span),
      span,
    };
  },
  guardClause: (c, node, span) => {
    const body = node.child('block');
    return {
      kind: 'Guard',
      when: buildExpression(c, node.child('expression'), span),
      body: body === undefined ? null : buildBlock(c, body, span),
      span,
    };
  },
  scaleClause: (c, node, span) => ({
    kind: 'Scale',
    what: c.name(node.token('Identifier'), span),
    by: buildExpression(c, node.child('expression'), span),
    span,
  }),
  evaluateClause: (c, node, span) => ({
    kind: 'Evaluate',
    suite: buildReference(c, node.child('reference'), span),
    every: node.token('Every') === undefined ? null : buildRange(c, node.child('range'), span),
    span,
  }),
  auditClause: (c, node, span) => {
    const body = node.child('block');
    return {
      kind: 'Audit',
      metric: buildReference(c, node.child('reference'), span),
      against: buildReference(c, node.child('against'), span),
      body: body === undefined ? null : buildBlock(c, body, span),
      span,
    };
  },
  checkpointClause: buildCheckpoint,
  runClause: (c, node, span) => {
    const overrides = node.child('block');
    return {
      kind: 'Run',
      stage: buildReference(c, node.child('reference'), span),
      overrides: overrides === undefined ? null : buildBlock(c, overrides, span),
      until: node.token('Until') === undefined ? null : buildExpression(c, node.child('expression'), span),
      for: node.token('For') === undefined ? null : buildRange(c, node.child('range'), span),
      when: node.token('When') === undefined ? null : buildExpression(c, node.child('condition'), span),
      span,
    };
  },
  givenClause: (c, node, span) => {
    const metric = buildPath(c, node.child('path'), span);
    if (metric === undefined) return undefined;
    const values = node.nodes('givenValue').map((n): ast.GivenValue => {
      const at = c.span(n, span.end);
      const from = n.token('From') === undefined ? null : buildRange(c, n.child('from'), at);
      return { kind: 'GivenValue', value: buildRange(c, n.child('value'), at), from, span: at };
    });
    return { kind: 'Given', metric, values, span };
  },
  expectClause: (c, node, span) => ({
    kind: 'Expect',
    event: c.name(node.token('Identifier'), span),
    never: node.token('Never') !== undefined,
    at: node.nodes('range').map((n) => buildRange(c, n, c.span(n, span.end))),
    span,
  }),
};

function buildCheckpoint(c: BuildContext, node: SyntaxNode, span: Span): ast.Checkpoint {
  const parts: { every?: ast.Expression; keepLast?: ast.Expression; keepBestBy?: ast.Expression } = {};
  const seen = new Map<string, Span>();
  for (const part of node.nodes('checkpointPart')) {
    const at = c.span(part, span.end);
    const kept = part.child('kept');
    const best = kept !== undefined && kept.token('Best') !== undefined;
    const key = kept === undefined ? 'every' : best ? 'keepBestBy' : 'keepLast';
    const words = { every: 'every', keepLast: 'keep last', keepBestBy: 'keep best' }[key];
    const earlier = seen.get(key);
    if (earlier !== undefined) c.report(twice(words, at, earlier));
    seen.set(key, at);
    parts[key] ??= best
      ? buildReference(c, kept.child('reference'), at)
      : buildRange(c, (kept ?? part).child('range'), at);
  }
  const { every = null, keepLast = null, keepBestBy = null } = parts;
  return { kind: 'Checkpoint', every, keepLast, keepBestBy, span };
}

function twice(words: string, at: Span, earlier: Span): Diagnostic {
  return problem('P0126', at, `"${words}" is given twice`, {
    label: 'a second time',
    secondary: [{ span: earlier, text: 'first here' }],
    fix: { title: 'keep one of the two', edits: [] },
  });
}
