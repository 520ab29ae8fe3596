import type * as ast from './ast.ts';
import { buildBlock } from './build-block.ts';
import type { BuildContext } from './build-context.ts';
import { buildNumber } from './build-expression.ts';
import { problem } from './diagnostics/index.ts';
import type { SyntaxNode } from './syntax-node.ts';

/** Builds what follows the value of a task: its domain and its levels, in any order, each at most once. */
export function buildTaskClauses(
  c: BuildContext,
  node: SyntaxNode,
): Pick<ast.TaskDeclaration, 'domain' | 'levels'> {
  const domain = once(c, node, 'domain');
  const levels = once(c, node, 'levels');
  return {
    domain: domain === undefined ? null : c.name(domain.token('Identifier'), c.span(domain)),
    levels: levels === undefined ? null : buildLevels(c, levels),
  };
}

function once(c: BuildContext, node: SyntaxNode, word: string): SyntaxNode | undefined {
  const [first, second] = node.nodes(word);
  if (first !== undefined && second !== undefined) {
    c.report(
      problem('P0126', c.span(second), `"${word}" is given twice`, {
        label: 'a second time',
        secondary: [{ span: c.span(first), text: 'first here' }],
        fix: { title: 'keep one of the two', edits: [] },
      }),
    );
  }
  return first;
}

function buildLevels(c: BuildContext, node: SyntaxNode): ast.Levels {
  const span = c.span(node);
  const levels = node.nodes('level').flatMap((one): ast.Level[] => {
    const number = one.child('number');
    const block = one.child('block');
    if (number === undefined || block === undefined) return [];
    const at = c.span(one, span.end);
    return [{ kind: 'Level', number: buildNumber(c, number, at), body: buildBlock(c, block, at), span: at }];
  });
  return { kind: 'Levels', levels, span };
}
