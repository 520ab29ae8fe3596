import type { Bare, Call, Expression, NumberLiteral, Path, Quantity } from './bare.ts';
import type * as ast from '../../../grammar/ast.ts';
import type { Writer } from './writer.ts';

/** What binds tighter has a higher level; what stands in a place of a higher level than its own stands in parentheses. */
export const level = {
  ...{ or: 0, and: 1, condition: 2, schedule: 3, range: 4, sum: 5, product: 6, primary: 7 },
} as const;

function levelOf(node: Expression): number {
  switch (node.kind) {
    case 'Logical':
      return node.op === 'or' ? level.or : level.and;
    case 'Not':
    case 'Sustained':
    case 'Comparison':
      return level.condition;
    case 'Chain':
    case 'Windowed':
      return level.schedule;
    case 'Range':
    case 'Every':
      return level.range;
    case 'Arithmetic':
      return isProduct(node) ? level.product : level.sum;
    default:
      return level.primary;
  }
}

function isProduct({ sign }: Bare<ast.Arithmetic>): boolean {
  return sign.text === '*' || sign.text === '/';
}

/** Writes an expression for a place that takes what binds at least as tight as `least`. */
export function printExpression(w: Writer, node: Expression, least: number = level.or): void {
  if (levelOf(node) < least || w.choices.rarely(8)) parenthesised(w, node);
  else printBare(w, node);
}

/** Writes an expression without parentheses around it. */
export function printBare(w: Writer, node: Expression): void {
  printers[node.kind](w, node as never);
}

function parenthesised(w: Writer, node: Expression): void {
  w.put('(');
  printBare(w, node);
  w.put(')');
}

const printers: {
  readonly [Kind in Expression['kind']]: (w: Writer, node: Extract<Expression, { kind: Kind }>) => void;
} = {
  Missing: () => {
    throw new TypeError('a hole cannot be printed');
  },
  NumberLiteral: printNumber,
  StringLiteral: (w, { value }) => w.put(quoted(w, value)),
  BooleanLiteral: (w, { value }) => w.put(String(value)),
  Quantity: printNumber,
  StepNumber: (w, node) => {
    w.put('step');
    printNumber(w, node.number as NumberLiteral);
  },
  Range: (w, node) => {
    printExpression(w, node.from, level.sum);
    w.put('..');
    printExpression(w, node.to, level.sum);
  },
  // A calculation goes on behind its signs: no line ends before them.
  Arithmetic: (w, node) => {
    const own = levelOf(node);
    printExpression(w, node.left, own);
    w.put(node.sign.text, 'line');
    printExpression(w, node.right, own + 1);
  },
  Negative: (w, { operand }) => {
    w.before('line');
    w.put('-');
    w.before('line');
    if (operand.kind === 'Path' || operand.kind === 'Call') printBare(w, operand);
    else parenthesised(w, operand);
  },
  Path: printPath,
  Call: printCall,
  List: (w, { elements }) => {
    w.put('[');
    printAll(w, elements, (one) => printExpression(w, one));
    w.put(']');
  },
  Windowed: printWindowed,
  Chain: (w, node) => {
    const { start } = node;
    const windowed = start.kind === 'Windowed' && node.pieces.length > 0 ? start : null;
    printExpression(w, windowed === null ? start : windowed.value, level.range);
    part(w, 'at', node.at);
    part(w, 'from', windowed?.from ?? null);
    part(w, 'until', windowed?.until ?? null);
    for (const piece of node.pieces) {
      w.put(',');
      w.put(piece.shape.text);
      part(w, 'to', piece.to);
      part(w, piece.by, piece.position);
    }
  },
  Comparison: (w, node) => {
    printExpression(w, node.left, level.schedule);
    w.put(node.op);
    printExpression(w, node.right, level.schedule);
  },
  Logical: (w, node) => {
    node.operands.forEach((one, i) => {
      if (i > 0) w.put(node.op);
      printExpression(w, one, node.op === 'or' ? level.and : level.condition);
    });
  },
  Not: (w, node) => {
    w.put('not');
    printExpression(w, node.operand, level.condition);
  },
  Sustained: (w, node) => {
    printExpression(
      w,
      node.condition,
      node.condition.kind === 'Comparison' ? level.condition : level.schedule,
    );
    part(w, 'for', node.for);
  },
  Every: (w, { period }) => {
    w.put('every');
    const first = period.kind === 'Range' ? period.from : period;
    if (first.kind !== 'NumberLiteral' && first.kind !== 'Quantity') parenthesised(w, period);
    else if (period === first) printNumber(w, first);
    else {
      printNumber(w, first);
      w.put('..');
      printExpression(w, (period as Bare<ast.Range>).to, level.primary);
    }
  },
};

function printWindowed(w: Writer, node: Bare<ast.Windowed>): void {
  const { value } = node;
  if (value.kind === 'Chain' && value.pieces.length === 0) {
    printExpression(w, value.start, level.range);
    part(w, 'at', value.at);
  } else {
    printExpression(w, value, level.range);
  }
  part(w, 'from', node.from);
  part(w, 'until', node.until);
}

/** A word and the range behind it, where there is one. */
export function part(w: Writer, word: string, node: Expression | null): void {
  if (node === null) return;
  w.put(word);
  printExpression(w, node, level.range);
}

/** Elements with commas between them, and sometimes one behind the last. */
export function printAll<T>(w: Writer, elements: readonly T[], print: (one: T) => void): void {
  elements.forEach((one, i) => {
    if (i === 0) print(one);
    else {
      w.put(',');
      w.notAsPiece(() => print(one));
    }
  });
  if (elements.length > 0 && w.choices.rarely()) w.put(',');
}

export function printPath(w: Writer, { names }: Path): void {
  names.forEach((one, i) => {
    if (i > 0) w.put('.');
    // A lone name at the start of a line may be taken for the next field.
    w.put(one.text, i === 0 && names.length === 1 ? 'line' : 'any');
  });
}

export function printCall(w: Writer, node: Call): void {
  const { names } = node.callee;
  names.forEach((one, i) => {
    if (i > 0) w.put('.');
    w.put(one.text);
  });
  w.put('(', 'line');
  printAll(w, node.arguments, ({ name, value }) => {
    if (name !== null) {
      w.put(name.text);
      w.put(':');
    }
    printExpression(w, value);
  });
  w.put(')');
}

export function printReference(w: Writer, node: Expression): void {
  if (node.kind === 'Call') printCall(w, node);
  else if (node.kind === 'Path') printPath(w, node);
  else throw new TypeError(`${node.kind} is no reference`);
}

export function printNumber(w: Writer, node: NumberLiteral | Quantity): void {
  const { value, percent } = node.kind === 'Quantity' ? node.value : node;
  if (value < 0 || Object.is(value, -0)) w.put('-');
  w.put(digits(w, Math.abs(value), percent));
  if (node.kind === 'Quantity') w.put(node.unit.text, 'line');
}

function digits(w: Writer, value: number, percent: boolean): string {
  if (!percent) return /^\d{4,}$/.test(String(value)) && w.choices.rarely() ? grouped(value) : String(value);
  const whole = String(value * 100);
  if (Number(`${whole}e-2`) === value && !whole.includes('e')) return `${whole}%`;
  const [mantissa, exponent = '0'] = String(value).split('e');
  return `${mantissa}e${Number(exponent) + 2}%`;
}

function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, '_');
}

const escapes: Readonly<Record<string, string>> = {
  '\n': '\\n',
  '\t': '\\t',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
};

/** A string literal; what cannot stand in one, and sometimes what can, by its number. */
export function quoted(w: Writer, value: string): string {
  const inner = [...value].map((one) => {
    const short = escapes[one];
    if (short !== undefined && (one !== '\t' || w.choices.rarely())) return short;
    return one === '\0' || one === '\ufffd' || w.choices.rarely(9)
      ? `\\u{${one.codePointAt(0)!.toString(16)}}`
      : one;
  });
  return `"${inner.join('')}"`;
}
