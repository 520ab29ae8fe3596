import type { Block, Expression, Item } from './bare.ts';
import {
  level,
  part,
  printBare,
  printCall,
  printExpression,
  printPath,
  printReference,
} from './print-expression.ts';
import type { Writer } from './writer.ts';

/** Writes a block: its items on lines of their own, behind commas, or on one line where that means the same. */
export function printBlock(w: Writer, { items }: Block): void {
  w.put('{');
  let bare = false;
  items.forEach((item, i) => {
    const before = items[i - 1];
    let behindComma = false;
    if (before !== undefined) {
      const ways = ['break'];
      if (takesComma(before, item)) ways.push('comma');
      if (!bare && (before.kind === 'Field' || before.kind === 'Entry') && item.kind === 'Field')
        ways.push('any');
      const way = w.choices.one(ways);
      behindComma = way === 'comma';
      if (behindComma) w.put(',');
      else w.before(way === 'any' ? 'any' : 'break');
    }
    w.begin('doc' in item ? item.doc : '');
    bare = printItem(w, item, behindComma);
  });
  if (items.length > 0 && w.choices.rarely()) w.put(',');
  w.put('}');
}

/** Some clauses go on behind a comma, and a lone name there is an element of a list. */
function takesComma(before: Item, next: Item): boolean {
  if (before.kind === 'Checkpoint' || before.kind === 'Given' || before.kind === 'Expect') return false;
  return next.kind !== 'Flag' || before.kind === 'Flag' || before.kind === 'Section';
}

/** Whether it ends with a list that has no brackets. */
function printItem(w: Writer, item: Item, behindComma: boolean): boolean {
  const at = w.tokens.length;
  const bare = printBody(w, item);
  // `a: x, keep` with a line's end behind it would be a list of two names.
  const second = w.tokens[at + 1];
  if (behindComma && second !== undefined) w.tokens[at + 1] = { ...second, gap: 'line' };
  return bare;
}

function printBody(w: Writer, item: Item): boolean {
  switch (item.kind) {
    case 'Field':
      w.put(item.name.text);
      w.put(':');
      return printValue(w, item.value);
    case 'Entry':
      printCall(w, item.call);
      w.put(':');
      return printValue(w, item.value);
    case 'Section':
      w.put(item.name.text);
      printBlock(w, item.body);
      return false;
    case 'Flag':
      w.put(item.name.text);
      return false;
    case 'Keep':
      w.put('keep');
      w.put(item.what.text);
      w.put('where');
      printExpression(w, item.where);
      return false;
    case 'Reset':
      w.put('reset');
      item.targets.forEach((one, i) => {
        if (i > 0) w.put(',');
        w.put(one.text);
      });
      if (item.to !== null) {
        w.put('to');
        w.put(item.to.text);
      }
      if (item.by !== null) {
        w.put('by');
        printReference(w, item.by);
      }
      if (item.at !== null) {
        w.put('at');
        w.put(item.at.text);
      }
      if (item.when !== null) {
        w.put('when');
        printExpression(w, item.when);
      }
      if (item.body !== null) printBlock(w, item.body);
      return false;
    case 'Guard':
      w.put('guard');
      w.put('when');
      printExpression(w, item.when);
      if (item.body !== null) printBlock(w, item.body);
      return false;
    case 'Scale':
      w.put('scale');
      w.put(item.what.text);
      w.put('by');
      printExpression(w, item.by);
      return false;
    case 'Evaluate':
      w.put('evaluate');
      printReference(w, item.suite);
      part(w, 'every', item.every);
      return false;
    case 'Audit':
      w.put('audit');
      printReference(w, item.metric);
      w.put('against');
      printReference(w, item.against);
      if (item.body !== null) printBlock(w, item.body);
      return false;
    case 'Checkpoint':
      printCheckpoint(w, item);
      return false;
    case 'Run':
      w.put('run');
      printReference(w, item.stage);
      if (item.overrides !== null) {
        w.put('with');
        printBlock(w, item.overrides);
      }
      if (item.until !== null) {
        w.put('until');
        printExpression(w, item.until);
      }
      part(w, 'for', item.for);
      if (item.when !== null) {
        w.put('when');
        printExpression(w, item.when);
      }
      return false;
    case 'Given':
      w.put('given');
      printPath(w, item.metric);
      w.put('=');
      item.values.forEach(({ value, from }, i) => {
        if (i > 0) {
          w.put(',');
          w.put('then');
        }
        printExpression(w, value, level.range);
        part(w, 'from', from);
      });
      return false;
    case 'Expect':
      w.put('expect');
      w.put(item.event.text);
      w.put(item.never ? 'never' : 'at');
      item.at.forEach((one, i) => {
        if (i > 0) w.put(',');
        const bare = i > 0 && (one.kind === 'NumberLiteral' || one.kind === 'StepNumber');
        if (bare) printBare(w, one);
        else printExpression(w, one, level.range);
      });
      return false;
  }
}

function printCheckpoint(w: Writer, item: Extract<Item, { kind: 'Checkpoint' }>): void {
  const parts: [string[], () => void][] = [];
  const { every, keepLast, keepBestBy } = item;
  if (every !== null) parts.push([['every'], () => printExpression(w, every, level.range)]);
  if (keepLast !== null) parts.push([['keep', 'last'], () => printExpression(w, keepLast, level.range)]);
  if (keepBestBy !== null) parts.push([['keep', 'best', 'by'], () => printReference(w, keepBestBy)]);
  if (w.choices.rarely(2)) parts.reverse();
  w.put('checkpoint');
  parts.forEach(([words, print], i) => {
    if (i > 0) w.put(',');
    for (const word of words) w.put(word);
    print();
  });
}

/** A field's value; several of a kind may stand without brackets. */
function printValue(w: Writer, value: Expression): boolean {
  if (value.kind !== 'List' || !isBare(value.elements) || w.choices.rarely(2)) {
    printExpression(w, value);
    return false;
  }
  value.elements.forEach((one, i) => {
    if (i > 0) w.put(',');
    printBare(w, one);
  });
  return true;
}

function isBare(elements: readonly Expression[]): boolean {
  const [first] = elements;
  if (first === undefined || elements.length < 2) return false;
  const kinds = ['Path', 'StringLiteral', 'NumberLiteral'];
  return kinds.includes(first.kind) && elements.every((one) => one.kind === first.kind && isUnsigned(one));
}

function isUnsigned(one: Expression): boolean {
  return one.kind !== 'NumberLiteral' || (one.value >= 0 && !Object.is(one.value, -0));
}
