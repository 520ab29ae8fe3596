import type { Expression, List, Path } from '../../ast.ts';
import { replace, type Fix } from '../../diagnostics/index.ts';
import type { Span } from '../../span.ts';
import { expressionText } from '../text.ts';
import type { Type } from '../type.ts';
import type { Context } from './context.ts';
import { metricOf } from './metrics.ts';
import { lookUp, type Found } from './names.ts';

// What other languages and data files write, and how the same is said here: the fixes of messages.

/** A text without its quotes, where what is between them may stand. */
export function withoutQuotes(cx: Context, text: string, type: Type, span: Span): Fix | undefined {
  const number = /^-?\d[\d_]*(\.\d+)?(e-?\d+)?%?$/i;
  const numeric = ['number', 'count', 'duration', 'schedule'].includes(type.kind);
  const fits =
    type.kind === 'enum'
      ? type.values.includes(text)
      : type.kind === 'range'
        ? text.split('..').length <= 2 && text.split('..').every((end) => number.test(end))
        : type.kind === 'boolean'
          ? text === 'true' || text === 'false'
          : type.kind === 'metric'
            ? metricOf(cx.silent(), pathOf(text, span)) !== undefined
            : (numeric && number.test(text)) || gives(lookUp(cx, text)) === type.kind;
  return fits ? replace(span, text, `write ${text} without quotes`) : undefined;
}

function pathOf(text: string, span: Span): Path {
  return {
    kind: 'Path',
    span,
    text,
    names: text.split('.').map((one) => ({ kind: 'Name', span, text: one })),
  };
}

/** The kind of value that a name stands for, by its parameter or by its declaration. */
function gives(found: Found | undefined): string | undefined {
  if (found?.kind === 'parameter') {
    return found.value.kind === 'open' ? found.value.type.kind : found.value.kind;
  }
  if (found?.kind !== 'declaration') return undefined;
  return found.declaration.kind.replace(/Declaration$/, '').toLowerCase();
}

/** `[2, 3]` for `2..3`, where whole numbers follow one another or are the two ends. */
export function rangeOfList({ elements, span }: List, type: Type): Fix | undefined {
  if (type.kind !== 'range') return undefined;
  const ends = elements.map((one) => (one.kind === 'NumberLiteral' ? one.value : Number.NaN));
  const [first, last] = [ends[0] ?? Number.NaN, ends.at(-1) ?? Number.NaN];
  const follow = ends.length <= 2 || ends.every((one, i) => one === first + i);
  if (!follow || !(first <= last)) return undefined;
  const [from, to] = [elements[0]!, elements.at(-1)!].map(expressionText);
  const text = from === to ? from! : `${from}..${to}`;
  return replace(span, text, `write ${text}`);
}

/** `2-3` for `2..3`. */
export function subtracted(expression: Expression): Fix | undefined {
  if (expression.kind !== 'Arithmetic' || expression.sign.text !== '-') return undefined;
  const { left, right } = expression;
  if (left.kind !== 'NumberLiteral' || right.kind !== 'NumberLiteral' || left.value > right.value)
    return undefined;
  const text = `${expressionText(left)}..${expressionText(right)}`;
  return replace(expression.span, text, `write ${text}`);
}
