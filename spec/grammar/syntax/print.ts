import type * as ast from '../../../grammar/ast.ts';
import type { Bare, Declaration, Import, Parameter, SourceFile, Type } from './bare.ts';
import { Choices } from './choices.ts';
import { layOut, type LaidOut } from './layout.ts';
import { printBlock } from './print-block.ts';
import { part, printAll, printExpression, printNumber, printReference, quoted } from './print-expression.ts';
import { Writer } from './writer.ts';

/** Prints a tree in a layout of many that mean the same; the numbers decide which. */
export function printTree(file: SourceFile, numbers: readonly number[]): LaidOut {
  const w = new Writer(new Choices(numbers));
  w.before('break');
  w.put('edition');
  w.put(String(file.edition!.year));
  const imports = [...file.imports];
  for (const declaration of file.declarations) {
    while (imports.length > 0 && !w.choices.rarely()) printImport(w, imports.shift()!);
    printDeclaration(w, declaration);
  }
  for (const one of imports) printImport(w, one);
  return layOut(w.tokens, w.choices);
}

function printImport(w: Writer, node: Import): void {
  w.before('break');
  w.put('import');
  w.put('{');
  printAll(w, node.names, ({ name, alias }) => {
    w.put(name.text);
    if (alias.text === name.text && !w.choices.rarely()) return;
    w.put('as');
    w.put(alias.text);
  });
  w.put('}');
  w.put('from');
  w.put(quoted(w, (node.from as Bare<ast.StringLiteral>).value));
}

function printDeclaration(w: Writer, node: Declaration): void {
  w.before('break');
  w.begin(node.doc);
  if (node.exported) w.put('export');
  w.put(node.kind.replace('Declaration', '').toLowerCase());
  w.put(node.kind === 'TestDeclaration' ? quoted(w, node.name.text) : node.name.text);
  if ('parameters' in node) printParameters(w, node.parameters);
  if ('type' in node && node.type !== null) {
    w.put(':');
    printType(w, node.type);
  }
  const value = 'value' in node ? node.value : 'base' in node ? node.base : null;
  if (value !== null) {
    w.put('=');
    if (node.kind === 'StageDeclaration') printReference(w, value);
    else printExpression(w, value);
  }
  if ('body' in node && node.body !== null) printBlock(w, node.body);
  if (node.kind !== 'TaskDeclaration') return;
  const domain = (): void => {
    if (node.domain === null) return;
    w.put('domain');
    w.put(node.domain.text);
  };
  const isFirst = w.choices.rarely(2);
  if (!isFirst) domain();
  if (node.levels !== null) printLevels(w, node.levels);
  if (isFirst) domain();
}

function printLevels(w: Writer, { levels }: Bare<ast.Levels>): void {
  w.put('levels');
  w.put('{');
  for (const one of levels) {
    printNumber(w, one.number as Bare<ast.NumberLiteral>);
    printBlock(w, one.body);
    if (w.choices.rarely()) w.put(',');
  }
  w.put('}');
}

function printParameters(w: Writer, parameters: readonly Parameter[]): void {
  if (parameters.length === 0 && !w.choices.rarely()) return;
  w.put('(');
  printAll(w, parameters, (one) => {
    w.begin(one.doc);
    w.put(one.name.text);
    if (one.type !== null) {
      w.put(':');
      printType(w, one.type);
    }
    part(w, 'in', one.bounds);
    if (one.default === null) return;
    w.put('=');
    printExpression(w, one.default);
  });
  w.put(')');
}

function printType(w: Writer, node: Type): void {
  if (node.kind === 'ChoiceType') {
    node.options.forEach((one, i) => {
      if (i > 0) w.put('|');
      w.put(one.text);
    });
    return;
  }
  w.put(node.name.text);
  if (node.arguments.length === 0) return;
  w.put('<');
  node.arguments.forEach((one, i) => {
    if (i > 0) w.put(',');
    printType(w, one);
  });
  w.put('>');
}
