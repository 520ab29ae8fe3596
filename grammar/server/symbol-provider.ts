import { SymbolKind, type DocumentSymbol } from 'vscode-languageserver';
import type { Declaration, Item } from '../ast.ts';
import { expressionText } from '../types/text.ts';
import { signatureOf } from './describe.ts';
import { rangeOf } from './ranges.ts';
import type { View } from './session.ts';

const kinds: Readonly<Record<Declaration['kind'], SymbolKind>> = {
  ModelDeclaration: SymbolKind.Object,
  MixtureDeclaration: SymbolKind.Array,
  SuiteDeclaration: SymbolKind.Interface,
  ScheduleDeclaration: SymbolKind.Variable,
  TriggerDeclaration: SymbolKind.Event,
  LetDeclaration: SymbolKind.Constant,
  TaskDeclaration: SymbolKind.Function,
  VerifierDeclaration: SymbolKind.Function,
  RewardDeclaration: SymbolKind.Struct,
  StageDeclaration: SymbolKind.Class,
  PipelineDeclaration: SymbolKind.Module,
  TestDeclaration: SymbolKind.Method,
};

/** The outline of a file. */
export function documentSymbols(view: View): DocumentSymbol[] {
  return view.module.syntax.declarations.flatMap((one): DocumentSymbol[] => {
    if (one.name.text === '') return [];
    const body = 'body' in one ? one.body : null;
    return [
      {
        name: one.name.text,
        detail: one.kind === 'TestDeclaration' ? 'test' : signatureOf(one),
        kind: kinds[one.kind],
        range: rangeOf(one.span),
        selectionRange: rangeOf(one.name.span),
        children: body === null ? [] : body.items.flatMap(itemSymbol),
      },
    ];
  });
}

function itemSymbol(item: Item): DocumentSymbol[] {
  const make = (name: string, kind: SymbolKind, children: DocumentSymbol[] = []): DocumentSymbol[] =>
    name === ''
      ? []
      : [{ name, kind, range: rangeOf(item.span), selectionRange: rangeOf(item.span), children }];
  switch (item.kind) {
    case 'Section':
      return make(item.name.text, SymbolKind.Namespace, item.body.items.flatMap(itemSymbol));
    case 'Field':
      return make(item.name.text, SymbolKind.Field);
    case 'Entry':
      return make(item.call.callee.text, SymbolKind.Field);
    case 'Run':
      return make(`run ${expressionText(item.stage)}`, SymbolKind.Method);
    case 'Evaluate':
      return make(`evaluate ${expressionText(item.suite)}`, SymbolKind.Method);
    case 'Audit':
      return make(`audit ${expressionText(item.metric)}`, SymbolKind.Method);
    case 'Reset':
      return make(
        item.when === null ? `reset at ${item.at?.text ?? ''}` : `reset when ${expressionText(item.when)}`,
        SymbolKind.Event,
      );
    case 'Guard':
      return make(`guard when ${expressionText(item.when)}`, SymbolKind.Event);
    default:
      return [];
  }
}
