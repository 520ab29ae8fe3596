import { SemanticTokensBuilder } from 'vscode-languageserver';
export const legend = {
    tokenTypes: [
        'class',
        'function',
        'variable',
        'parameter',
        'property',
        'enumMember',
        'type',
        'event',
        'namespace',
        'struct',
        'operator',
    ],
    tokenModifiers: ['declaration', 'readonly', 'defaultLibrary'],
};
/** What the names of a file are; words, numbers and strings the editor colours by itself. */
export function semanticTokens(view, lines) {
    const builder = new SemanticTokensBuilder();
    let end = -1;
    for (const one of view.occurrences) {
        const { span } = one;
        if (lines !== undefined && (span.line - 1 < lines.from || span.line - 1 > lines.to))
            continue;
        // Overlapping names: `heldout.pass@1` is a suite and then its metric.
        if (span.start < end || span.line !== span.endLine || one.meaning.kind === 'module')
            continue;
        end = span.end;
        builder.push(span.line - 1, span.column - 1, span.end - span.start, typeIndex(one.meaning), modifiers(one));
    }
    return builder.build();
}
const ofDeclarations = {
    ModelDeclaration: 'variable',
    MixtureDeclaration: 'variable',
    SuiteDeclaration: 'variable',
    ScheduleDeclaration: 'variable',
    TriggerDeclaration: 'event',
    LetDeclaration: 'variable',
    TaskDeclaration: 'function',
    VerifierDeclaration: 'function',
    RewardDeclaration: 'struct',
    StageDeclaration: 'class',
    PipelineDeclaration: 'class',
    TestDeclaration: 'class',
};
function typeName(meaning) {
    switch (meaning.kind) {
        case 'declaration':
            return ofDeclarations[meaning.declaration.kind];
        case 'parameter':
        case 'levels':
        case 'argument':
            return 'parameter';
        case 'field':
        case 'block':
            return 'property';
        case 'word':
        case 'unit':
            return 'enumMember';
        case 'calculation':
            return 'operator';
        case 'metric':
        case 'event':
            return 'event';
        case 'function':
            return 'function';
        case 'type':
            return 'type';
        case 'stage kind':
            return 'class';
        case 'module':
            return 'namespace';
    }
}
function typeIndex(meaning) {
    return legend.tokenTypes.indexOf(typeName(meaning));
}
function modifiers({ meaning, definition }) {
    const own = meaning.kind === 'declaration' || meaning.kind === 'parameter';
    const constant = meaning.kind === 'declaration' && meaning.declaration.kind === 'LetDeclaration';
    return (definition ? 1 : 0) | (constant ? 2 : 0) | (own ? 0 : 4);
}
