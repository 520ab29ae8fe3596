import type { Expression } from '../../ast.ts';
import { problem } from '../../diagnostics/index.ts';
import type { Span } from '../../span.ts';
import type { Type } from '../type.ts';
import type { Value } from '../value.ts';
import type { Context } from './context.ts';

/** Reads one word of an enumeration or a list of them, each of which may be written once. */
export function severalWords(
  cx: Context,
  expression: Expression,
  type: Extract<Type, { kind: 'several' }>,
): Value | undefined {
  const elements = expression.kind === 'List' ? expression.elements : [expression];
  const seen = new Map<string, Span>();
  let sound = true;
  for (const element of elements) {
    const word = cx.evaluate(element, type.of);
    if (word?.kind === 'open') return word;
    if (word?.kind !== 'word') {
      sound = false;
      continue;
    }
    const before = seen.get(word.value);
    seen.set(word.value, element.span);
    if (before === undefined) continue;
    sound = false;
    cx.report(
      problem('N0206', element.span, `"${word.value}" is written twice`, {
        label: 'this one',
        secondary: [{ span: before, text: 'first here' }],
        reason: 'Once is enough; perhaps another word was meant.',
      }),
    );
  }
  return sound ? { kind: 'several', values: [...seen.keys()] } : undefined;
}
