import type { TaskDeclaration } from '../../ast.ts';
import { problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { t } from '../type.ts';
import type { TaskUse } from '../value.ts';
import { matchArguments } from './arguments.ts';
import type { Context } from './context.ts';
import { mismatch } from './fit.ts';
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
): TaskUse | undefined {
  const { value } = declaration;
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
  return { declaration, module, settings, code };
}
