import { SymbolKind } from 'vscode-languageserver';
import { expressionText } from "../types/text.js";
import { signatureOf } from "./describe.js";
import { rangeOf } from "./ranges.js";
const kinds = {
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
export function documentSymbols(view) {
    return view.module.syntax.declarations.flatMap((one) => {
        if (one.name.text === '')
            return [];
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
function itemSymbol(item) {
    const make = (name, kind, children = []) => name === ''
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
            return make(item.when === null ? `reset at ${item.at?.text ?? ''}` : `reset when ${expressionText(item.when)}`, SymbolKind.Event);
        case 'Guard':
            return make(`guard when ${expressionText(item.when)}`, SymbolKind.Event);
        default:
            return [];
    }
}
