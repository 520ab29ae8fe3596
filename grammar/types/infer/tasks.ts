import { domains, type Domain } from '../../../runtime/graph/domains.ts';
import type { TaskDeclaration } from '../../ast.ts';
import { listed, nearestFix, problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { t } from '../type.ts';
import type { LevelChoice, TaskUse } from '../value.ts';
import { matchArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { mismatch } from './fit.ts';
import { levelsOf } from './levels.ts';
import type { Filled } from './parameters.ts';

const formals = [
  { name: 'module', required: true },
  { name: 'export', required: false },
];

/** Reads `code("./chain-sum.ts", export: "task")`, the TypeScript behind a task. */
export function readTask(
  cx: Context,
  declaration: TaskDeclaration,
  module: Module,
  settings: Filled,
  level: LevelChoice | null,
): TaskUse | undefined {
  const { value } = declaration;
  levelsOf(cx, declaration, module);
  const domain = readDomain(cx, declaration);
  if (value.kind === 'Missing') return undefined;
  if (value.kind !== 'Call' || value.callee.text !== 'code') {
    return cx.report(
      problem('T0301', value.span, 'a task is implemented by code', {
        label: 'write code("./MODULE.ts", export: "NAME")',
        reason:
          'The declaration gives its settings and their types; a TypeScript module poses the problems and verifies the answers.',
      }),
    );
  }
  const given = matchArguments(cx, 'code', formals, value.arguments, value.span, 1);
  if (given === undefined) return undefined;
  const path = given.get('module')!.value;
  if (path.kind !== 'StringLiteral') {
    return path.kind === 'Missing' ? undefined : mismatch(cx, 'something else', t.path, path.span);
  }
  const named = given.get('export');
  const name = named === undefined ? null : cx.evaluate(named.value, t.string);
  if (name === undefined) return undefined;
  const code = { path, export: name?.kind === 'string' ? name.value : 'default' };
  return { declaration, module, settings, level, domain, code };
}

function readDomain(cx: Context, { domain }: TaskDeclaration): Domain | null {
  if (domain === null || domain.text === '') return null;
  const found = domains.find((one) => one === domain.text);
  if (found !== undefined) return found;
  cx.report(
    problem('C0603', domain.span, `no domain is called "${domain.text}"`, {
      reason: `The domains are ${listed([...domains], 'and')}.`,
      fix: nearestFix(domain.span, domain.text, domains),
    }),
  );
  return null;
}
