import type { Field } from '../types/field.ts';
import { modelConstructors } from '../types/model-sources.ts';
import { taskSources, type SourceName } from '../types/task-sources.ts';
import {
  readingFunctions,
  scheduleFunctions,
  triggerFunctions,
  type BuiltinFunction,
} from '../types/functions.ts';
import { t, type Type } from '../types/type.ts';
import type { Callable } from './meaning.ts';

/** Types of the parameters that have one and the same wherever their function stands. */
const parameterTypes: Readonly<Record<string, Type>> = {
  metric: t.metric,
  from: t.duration,
  at: t.duration,
  period: t.duration,
  between: t.range,
  gain_below: t.number,
  by: t.number,
  span: t.count('steps'),
};

function builtin(fn: BuiltinFunction, gives: string): Callable {
  return {
    name: fn.name,
    doc: fn.doc,
    gives,
    positional: fn.positional,
    parameters: fn.parameters.map((one) => ({
      ...one,
      ...(parameterTypes[one.name] === undefined ? {} : { type: parameterTypes[one.name]! }),
    })),
  };
}

export const scheduleCallables: readonly Callable[] = scheduleFunctions.map((fn) => builtin(fn, 'Schedule'));
export const triggerCallables: readonly Callable[] = triggerFunctions.map((fn) => builtin(fn, 'Trigger'));
export const readingCallables: readonly Callable[] = readingFunctions.map((fn) => builtin(fn, 'Number'));

export const modelCallables: readonly Callable[] = modelConstructors.map((one) => ({
  name: one.name,
  doc: one.doc,
  gives: 'Model',
  positional: one.positional,
  parameters: one.parameters.map(parameterOf),
}));

const taskCallables: readonly Callable[] = taskSources.map((one) => ({
  name: one.name,
  doc: one.doc,
  gives: one.verifies ? 'Task or Verifier' : 'Task',
  positional: one.positional,
  parameters: one.parameters.map(parameterOf),
}));

/** What may stand behind `task NAME =`, or behind `verifier NAME =`. */
export function sourceCallables(what: 'task' | 'verifier'): readonly Callable[] {
  const fitting = new Set(
    taskSources.filter((one) => what === 'task' || one.verifies).map((one) => one.name),
  );
  return taskCallables.filter((one) => fitting.has(one.name as SourceName));
}

function parameterOf(field: Field): Callable['parameters'][number] {
  return {
    name: field.name,
    doc: field.doc,
    type: field.type,
    required: field.default === undefined,
    ...(field.default === undefined
      ? {}
      : { fallback: field.default === null ? 'none' : String(field.default) }),
  };
}

const all = new Map(
  [...scheduleCallables, ...triggerCallables, ...readingCallables, ...modelCallables, ...taskCallables].map(
    (one): [string, Callable] => [one.name, one],
  ),
);

export function callable(name: string): Callable | undefined {
  return all.get(name);
}
