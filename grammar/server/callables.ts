import { modelConstructors } from '../types/model-sources.ts';
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
  parameters: one.parameters.map((field) => ({
    name: field.name,
    doc: field.doc,
    type: field.type,
    required: field.default === undefined,
    ...(field.default === undefined
      ? {}
      : { fallback: field.default === null ? 'none' : String(field.default) }),
  })),
}));

export const codeCallable: Callable = {
  name: 'code',
  doc: 'The TypeScript or JavaScript behind a task.',
  gives: 'Task',
  positional: 1,
  parameters: [
    {
      name: 'module',
      doc: 'The file, relative to this one, without its ending.',
      required: true,
      type: t.path,
    },
    {
      name: 'export',
      doc: 'The name under which the file exports the task; without it, the default export.',
      required: false,
      type: t.string,
    },
  ],
};

const all = new Map(
  [...scheduleCallables, ...triggerCallables, ...readingCallables, ...modelCallables, codeCallable].map(
    (one): [string, Callable] => [one.name, one],
  ),
);

export function callable(name: string): Callable | undefined {
  return all.get(name);
}
