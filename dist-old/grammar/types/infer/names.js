import { nearestFix, problem, replace } from "../../diagnostics/index.js";
export function lookUp(cx, name) {
    const { module, bindings } = cx.scope;
    const value = bindings.get(name);
    if (value !== undefined)
        return { kind: 'parameter', value };
    const binding = module.scope.get(name);
    if (binding !== undefined) {
        return { kind: 'declaration', declaration: binding.declaration, module: binding.module };
    }
    return name === '' || module.unresolved.has(name) ? { kind: 'broken' } : undefined;
}
/** Reports a name that stands for nothing; `others` are words that would also do in its place; `kind`: only what is so declared does. */
export function reportUnknownName(cx, name, wanted, others = [], kind = null) {
    const { module, bindings } = cx.scope;
    // What is not there may have been lost to a syntax error, which is reported.
    if (module.lost.has(name.text))
        return undefined;
    const declared = [...module.scope].flatMap(([known, { declaration }]) => kind === null || [kind, 'named value'].includes(kindWord(declaration)) ? [known] : []);
    const candidates = [...bindings.keys(), ...declared, ...others];
    const fix = difference(name, candidates) ?? nearestFix(name.span, name.text, candidates);
    return cx.report(problem('N0201', name.span, `nothing here is called "${name.text}"`, {
        label: `expected ${wanted}`,
        reason: fix === undefined
            ? 'A name must be declared in this file, be imported, or be a parameter of what surrounds it.'
            : undefined,
        fix,
    }));
}
/** `n-1` is one name, since `chain_sum-2` is the second of its mixture; with spaces it is a calculation. */
function difference(name, candidates) {
    const [, of, less] = /^(\w+)-(\d+)$/.exec(name.text) ?? [];
    if (of === undefined || !candidates.includes(of))
        return undefined;
    return replace(name.span, `${of} - ${less}`, `write "${of} - ${less}" for the difference`);
}
const kindWords = {
    ModelDeclaration: 'model',
    MixtureDeclaration: 'mixture',
    SuiteDeclaration: 'suite',
    ScheduleDeclaration: 'schedule',
    TriggerDeclaration: 'trigger',
    LetDeclaration: 'named value',
    TaskDeclaration: 'task',
    VerifierDeclaration: 'verifier',
    RewardDeclaration: 'reward',
    StageDeclaration: 'stage',
    PipelineDeclaration: 'pipeline',
    TestDeclaration: 'test',
};
export function kindWord(declaration) {
    return kindWords[declaration.kind];
}
