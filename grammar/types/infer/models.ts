import type { ModelSource, Prompting } from '../../../runtime/graph/index.ts';
import type { Expression, ModelDeclaration } from '../../ast.ts';
import { listed, nearestFix, problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { modelConstructors } from '../model-sources.ts';
import type { ModelUse, Value } from '../value.ts';
import { matchArguments } from './arguments.ts';
import type { Context } from './context.ts';

/** Reads `bundled("nano")` and its like. */
export function readModel(cx: Context, declaration: ModelDeclaration, module: Module): ModelUse | undefined {
  // `model: nano` is no declaration, which is reported.
  if (declaration.name.text === '' && declaration.value.kind === 'Path') return undefined;
  const source = readSource(cx, declaration.value);
  return source && { declaration, module, source };
}

function readSource(cx: Context, expression: Expression): ModelSource | undefined {
  if (expression.kind === 'Missing') return undefined;
  const names = modelConstructors.map((one) => one.name);
  if (expression.kind !== 'Call') {
    return cx.report(
      problem('T0301', expression.span, 'this is no model', {
        reason: `A model comes from ${listed(names)}, for example bundled("nano").`,
      }),
    );
  }
  const { callee } = expression;
  const constructor = modelConstructors.find((one) => one.name === callee.text);
  if (constructor === undefined) {
    return cx.report(
      problem('N0207', callee.span, `no model comes from "${callee.text}"`, {
        reason: `A model comes from ${listed(names)}.`,
        fix: nearestFix(callee.span, callee.text, names),
      }),
    );
  }
  const { parameters, positional } = constructor;
  const formals = parameters.map((one) => ({ name: one.name, required: one.default === undefined }));
  const given = matchArguments(
    cx,
    constructor.name,
    formals,
    expression.arguments,
    expression.span,
    positional,
  );
  if (given === undefined) return undefined;
  const values = new Map<string, number | string | null>();
  for (const parameter of parameters) {
    const argument = given.get(parameter.name);
    const value: Value | undefined = argument
      ? cx.evaluate(argument.value, parameter.type)
      : parameter.default === null
        ? { kind: 'none' }
        : { kind: 'word', value: String(parameter.default) };
    if (value === undefined) return undefined;
    if (argument && 'value' in value && !isPlausible(constructor.name, parameter.name, value.value)) {
      return cx.report(
        value.value === ''
          ? problem('T0307', argument.value.span, `this ${parameter.name} is empty`, {
              reason: parameter.doc,
            })
          : problem('T0305', argument.value.span, 'no model of the hub has such a name', {
              reason: 'It is named as its page is, OWNER/NAME: hf("Qwen/Qwen2.5-0.5B-Instruct").',
            }),
      );
    }
    values.set(parameter.name, 'value' in value ? (value.value as number | string) : null);
  }
  const [chat, system] = [given.get('chat'), given.get('system')];
  if (chat && system && values.get('chat') === 'off' && values.get('system') !== null) {
    return cx.report(
      problem('G0530', system.value.span, 'a system message is written, but chat is off', {
        label: 'only the chat template reads it',
        secondary: [{ span: chat.value.span, text: 'the model gets the bare prompt' }],
        reason: 'Leave one of the two out: with the template the message stands before each prompt.',
      }),
    );
  }
  return sourceOf(constructor.name, values);
}

/** Whether a text can be what it is to name; whether that is there is known only when it is fetched. */
function isPlausible(constructor: string, parameter: string, value: unknown): boolean {
  if (typeof value !== 'string') return true;
  // Some models of the hub, such as "gpt2", have no owner.
  if (constructor === 'hf' && parameter === 'repository') return /^[\w.-]+(?:\/[\w.-]+)?$/.test(value);
  return value !== '';
}

function sourceOf(
  name: (typeof modelConstructors)[number]['name'],
  values: ReadonlyMap<string, number | string | null>,
): ModelSource {
  const text = (key: string) => String(values.get(key) ?? '');
  const number = (key: string) => Number(values.get(key) ?? 0);
  switch (name) {
    case 'bundled':
      return { source: 'bundled', name: text('name') };
    case 'folder':
      return { source: 'folder', path: text('path'), ...prompting(values) };
    case 'hf': {
      const revision = values.get('revision');
      return {
        source: 'hf',
        repository: text('repository'),
        revision: typeof revision === 'string' ? revision : null,
        ...prompting(values),
      };
    }
    case 'transformer':
      return {
        source: 'fresh',
        family: text('family') as 'llama' | 'qwen2' | 'qwen3',
        layers: number('layers'),
        hidden: number('hidden'),
        heads: number('heads'),
        kvHeads: number(values.get('kv_heads') === null ? 'heads' : 'kv_heads'),
        intermediate: values.get('intermediate') === null ? 3 * number('hidden') : number('intermediate'),
        context: number('context'),
      };
  }
}

function prompting(values: ReadonlyMap<string, number | string | null>): Prompting {
  const system = values.get('system');
  return {
    chat: values.get('chat') as Prompting['chat'],
    system: typeof system === 'string' ? system : null,
  };
}
