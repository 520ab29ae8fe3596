import { clean } from './clean.ts';
import { isCall, operands, quoted, readFormula, type Formula } from './formula.ts';
import { splitUnit, type Quantity } from './quantity.ts';

/** What an answer is, as far as it could be understood. */
export type Answer =
  /** Words: only the same words are the same answer. */
  | { readonly kind: 'text'; readonly text: string }
  /** A number or a formula, perhaps a percentage or with a unit. */
  | {
      readonly kind: 'value';
      readonly value: Formula;
      readonly unit: Quantity['unit'];
      readonly percent: boolean;
    }
  /** In order: a point, a vector, a sequence in parentheses; or in square brackets. */
  | { readonly kind: 'tuple'; readonly items: readonly Answer[]; readonly square: boolean }
  /** In any order: `{1, 2}`, `1, 2`, `±2`, `x = 1 or x = 2`. */
  | { readonly kind: 'set'; readonly items: readonly Answer[] }
  | { readonly kind: 'intervals'; readonly intervals: readonly Interval[]; readonly variable: string | null }
  | { readonly kind: 'matrix'; readonly rows: readonly (readonly Answer[])[] }
  | { readonly kind: 'equation'; readonly left: Formula; readonly right: Formula }
  /** In several variables: `left < right` or `left <= right`. */
  | {
      readonly kind: 'inequality';
      readonly left: Formula;
      readonly right: Formula;
      readonly strict: boolean;
    };

export interface Interval {
  /** Null: without end. */
  readonly from: Formula | null;
  readonly to: Formula | null;
  readonly fromOpen: boolean;
  readonly toOpen: boolean;
}

/** Understands an answer. What is no formula is text, so that nothing passes for being unreadable. */
export function readAnswerText(source: string): Answer {
  const text = clean(source);
  if (isWords(text)) return { kind: 'text', text: words(text) };
  const { formula, unit, percent } = splitUnit(text);
  const parts = alternatives(formula);
  if (parts.length > 1) {
    const items = parts.map((part) => readOne(part, null, false));
    if (items.every((item) => item !== undefined)) return together(items);
    return { kind: 'text', text: words(text) };
  }
  return readOne(formula, unit, percent) ?? { kind: 'text', text: words(text) };
}

function readOne(latex: string, unit: Quantity['unit'], percent: boolean): Answer | undefined {
  // Which variable it is that lies there, nobody asks.
  const formula = latex.replace(/^[A-Za-z]\s*\\in(?![A-Za-z])/, '').trim();
  const found = halfOpen(formula) ?? unionOfIntervals(formula);
  if (found !== undefined) return found;
  const tree = readFormula(formula);
  return tree === undefined ? undefined : understand(tree, unit, percent);
}

/** Words and letters that no formula is made of: a text in `\text{...}`, or plain letters that are no product of variables. */
function isWords(text: string): boolean {
  const bare = text.replace(/\\text\s*\{([^{}]*)\}/g, '$1').trim();
  if (bare !== text.trim() && !/[\d\\^_=<>+*/]/.test(bare)) return true;
  if (!/^[A-Za-z][A-Za-z' -]*$/.test(bare)) return false;
  return /[A-Za-z]{2}/.test(bare) && !/^[abcxyz]{2,3}$/.test(bare);
}

function words(text: string): string {
  return text
    .replace(/\\text\s*\{([^{}]*)\}/g, '$1')
    .replace(/^\((\w)\)$/, '$1')
    .replace(/[\s.,;:'"]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** `a or b`, `a, b and c`: the pieces at the top level, where there is no bracket around. */
function alternatives(text: string): string[] {
  const pieces: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const rest = text.slice(i);
    const separator =
      depth === 0
        ? /^(?:\\text\s*\{\s*(?:or|and)\s*\}|\\(?:lor|vee)(?![A-Za-z])|[,;](?!\d{3}(?!\d)\s*$))/.exec(rest)
        : null;
    if (separator !== null) {
      pieces.push(text.slice(start, i).trim());
      i += separator[0].length - 1;
      start = i + 1;
    } else if ('([{'.includes(text[i]!)) depth++;
    else if (')]}'.includes(text[i]!)) depth--;
  }
  pieces.push(text.slice(start).trim());
  return pieces.filter((piece, i) => piece !== '' || i === 0);
}

/** Several answers side by side: roots of an equation, or parts of a solution set. */
function together(items: readonly Answer[]): Answer {
  if (items.every((item) => item.kind === 'intervals')) {
    const [first] = items;
    return {
      kind: 'intervals',
      intervals: items.flatMap((item) => (item.kind === 'intervals' ? item.intervals : [])),
      variable: first?.kind === 'intervals' ? first.variable : null,
    };
  }
  // x = 1 or x = 2 means {1, 2}: the same variable each time.
  const names = items.map((item) =>
    item.kind === 'equation' && typeof item.left === 'string' ? item.left.replace(/_.*/, '') : null,
  );
  const solutions = names.every((name) => name !== null && name === names[0]);
  return {
    kind: 'set',
    items: items
      .map((item) => (solutions && item.kind === 'equation' ? value(item.right) : item))
      .flatMap((item) => (item.kind === 'set' ? item.items : [item])),
  };
}

/** `(2, 5]` and `[2, 5)`, which the formula parser takes for brackets that do not match in some places. */
function halfOpen(text: string): Answer | undefined {
  const parts = /^([([])([^()[\]]+),([^()[\],]+)([)\]])$/.exec(text);
  if (parts === null || (parts[1] === '(') === (parts[4] === ')')) return undefined;
  const ends = [parts[2]!, parts[3]!].map((end) => readFormula(end.trim()));
  const [from, to] = ends;
  if (from === undefined || to === undefined) return undefined;
  return intervals({
    from: bound(from),
    to: bound(to),
    fromOpen: parts[1] === '(',
    toOpen: parts[4] === ')',
  });
}

/** `(1,2]\cup[3,4)`, piece by piece for the same reason; undefined where a piece is no interval. */
function unionOfIntervals(text: string): Answer | undefined {
  const pieces = text.split(/\\cup(?![A-Za-z])/);
  if (pieces.length === 1) return undefined;
  const found = pieces.map((piece) => asIntervals(readOne(piece.trim(), null, false)));
  return found.every((one) => one !== undefined) ? intervals(...found.flat()) : undefined;
}

function understand(tree: Formula, unit: Quantity['unit'] = null, percent = false): Answer | undefined {
  const text = quoted(tree);
  if (text !== undefined) return { kind: 'text', text: words(text) };
  if (!isCall(tree)) return tree === 'EmptySet' ? { kind: 'set', items: [] } : value(tree, unit, percent);
  const [head, ...parts] = tree as [string, ...Formula[]];
  switch (head) {
    case 'Delimiter':
      return delimited(parts, unit, percent);
    case 'Tuple':
    case 'Pair':
    case 'Triple':
      return inOrder(parts, false);
    case 'Set':
      return anyOrder(parts);
    case 'List':
      return inOrder(parts, true);
    case 'Matrix':
      return matrix(parts[0]);
    case 'Interval':
      return parts.length === 2 ? intervals(interval(parts[0]!, parts[1]!)) : undefined;
    case 'Union':
      return union(parts);
    case 'Or':
      return several(parts);
    case 'Measurement':
    case 'PlusMinus': {
      const [around, by] = parts.length === 1 ? [0, parts[0]!] : [parts[0]!, parts[1]!];
      return { kind: 'set', items: [value(['Add', around, by]), value(['Subtract', around, by])] };
    }
    case 'Equal':
      return equation(parts);
    case 'Less':
    case 'LessEqual':
    case 'Greater':
    case 'GreaterEqual':
      return order(head, parts);
    case 'NotEqual':
    case 'Error':
      return undefined;
    default:
      return value(tree, unit, percent);
  }
}

function value(tree: Formula, unit: Quantity['unit'] = null, percent = false): Answer {
  return { kind: 'value', value: tree, unit, percent };
}

function inOrder(parts: readonly Formula[], square: boolean): Answer | undefined {
  const items = all(parts);
  return items && { kind: 'tuple', items, square };
}

function anyOrder(parts: readonly Formula[]): Answer | undefined {
  const items = all(parts);
  return items && { kind: 'set', items };
}

function several(parts: readonly Formula[]): Answer | undefined {
  const items = all(parts);
  return items && together(items);
}

function all(parts: readonly Formula[]): readonly Answer[] | undefined {
  const items = parts.map((part) => understand(part));
  return items.every((item) => item !== undefined) ? items : undefined;
}

function delimited(parts: readonly Formula[], unit: Quantity['unit'], percent: boolean): Answer | undefined {
  const sequence = operands(parts[0], 'Sequence');
  const style = quoted(parts[1]) ?? '()';
  if (sequence === undefined) return parts[0] === undefined ? undefined : understand(parts[0], unit, percent);
  // A list without brackets is a set of answers; one in parentheses is in order.
  return /^[([]/.test(style) ? inOrder(sequence, style.startsWith('[')) : anyOrder(sequence);
}

function matrix(list: Formula | undefined): Answer | undefined {
  const rows = operands(list, 'List')?.map((row) => operands(row, 'List')?.map((cell) => understand(cell)));
  if (rows === undefined || !rows.every((row) => row?.every((cell) => cell !== undefined))) return undefined;
  return { kind: 'matrix', rows: rows as Answer[][] };
}

function intervals(...list: Interval[]): Answer {
  return { kind: 'intervals', intervals: list, variable: null };
}

function interval(from: Formula, to: Formula): Interval {
  const [openFrom, openTo] = [operands(from, 'Open'), operands(to, 'Open')];
  return {
    from: bound(openFrom?.[0] ?? from),
    to: bound(openTo?.[0] ?? to),
    fromOpen: openFrom !== undefined,
    toOpen: openTo !== undefined,
  };
}

function bound(tree: Formula): Formula | null {
  const negated = operands(tree, 'Negate')?.[0];
  return [tree, negated].some((end) => end === 'PositiveInfinity' || end === 'NegativeInfinity')
    ? null
    : tree;
}

function union(parts: readonly Formula[]): Answer | undefined {
  const items = parts.map((part) => asIntervals(understand(part)));
  if (!items.every((item) => item !== undefined)) return several(parts);
  return intervals(...items.flat());
}

/** `(1, 2)` is a point or an open interval: which, the other side tells. */
export function asIntervals(answer: Answer | undefined): readonly Interval[] | undefined {
  if (answer?.kind === 'intervals') return answer.intervals;
  if (answer?.kind !== 'tuple' || answer.items.length !== 2) return undefined;
  const [from, to] = answer.items;
  if (from?.kind !== 'value' || to?.kind !== 'value') return undefined;
  const open = !answer.square;
  return [{ from: bound(from.value), to: bound(to.value), fromOpen: open, toOpen: open }];
}

function equation(parts: readonly Formula[]): Answer | undefined {
  const [left, right] = [parts[0], parts.at(-1)];
  if (left === undefined || right === undefined || parts.length < 2) return undefined;
  if (!isName(left) && typeof right === 'string' && parts.length === 2) return equation([right, left]);
  const side = understand(right);
  // f(x) = ..., S = {1, 2}: the name only says what the answer is of.
  if (isName(left) && side !== undefined && side.kind !== 'value') return side;
  return { kind: 'equation', left: call(left) ?? left, right };
}

/** A variable, or a function of one: what may stand before the equals sign of an answer. */
function isName(tree: Formula): boolean {
  return typeof tree === 'string' || call(tree) !== undefined;
}

/** The name of a function that is only applied to a variable, `f(x)`. */
function call(tree: Formula): string | undefined {
  const [name, argument] = operands(tree, 'InvisibleOperator') ?? [];
  const inside = operands(argument, 'Delimiter')?.[0];
  return typeof name === 'string' && /^[A-Za-z]$/.test(name) && typeof inside === 'string' ? name : undefined;
}

function order(head: string, parts: readonly Formula[]): Answer | undefined {
  const chain = flatten(head, parts);
  if (chain === undefined) return undefined;
  const { items, strict } = chain;
  if (items.length === 3 && typeof items[1] === 'string') {
    return {
      kind: 'intervals',
      variable: items[1],
      intervals: [{ from: bound(items[0]!), to: bound(items[2]!), fromOpen: strict[0]!, toOpen: strict[1]! }],
    };
  }
  if (items.length !== 2) return undefined;
  const [low, high] = items as [Formula, Formula];
  if (typeof low === 'string' && !isVariableIn(high))
    return {
      kind: 'intervals',
      variable: low,
      intervals: [{ from: null, to: bound(high), fromOpen: true, toOpen: strict[0]! }],
    };
  if (typeof high === 'string' && !isVariableIn(low))
    return {
      kind: 'intervals',
      variable: high,
      intervals: [{ from: bound(low), to: null, fromOpen: strict[0]!, toOpen: true }],
    };
  return { kind: 'inequality', left: low, right: high, strict: strict[0]! };
}

/** `1 < x <= 2`, however the parser nests it, from the least to the greatest. */
function flatten(
  head: string,
  parts: readonly Formula[],
): { items: Formula[]; strict: boolean[] } | undefined {
  const items: Formula[] = [];
  const strict: boolean[] = [];
  let direction: 'Less' | 'Greater' | undefined;
  const walk = (name: string, operandsOf: readonly Formula[]): boolean => {
    const towards = name.startsWith('Less') ? 'Less' : 'Greater';
    direction ??= towards;
    if (direction !== towards) return false;
    return operandsOf.every((part, i) => {
      if (i > 0) strict.push(!name.endsWith('Equal'));
      if (isCall(part) && /^(Less|Greater)(Equal)?$/.test(part[0]))
        return walk(part[0], part.slice(1) as Formula[]);
      items.push(part);
      return true;
    });
  };
  if (!walk(head, parts) || direction === undefined) return undefined;
  return direction === 'Less' ? { items, strict } : { items: items.reverse(), strict: strict.reverse() };
}

function isVariableIn(tree: Formula): boolean {
  if (typeof tree === 'string') return /^[a-z](_.*)?$/i.test(tree) && tree !== 'e' && tree !== 'i';
  return isCall(tree) && tree.slice(1).some((part) => isVariableIn(part as Formula));
}
