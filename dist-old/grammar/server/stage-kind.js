import { isStageKind } from "../types/infer/stages.js";
/** The kind of stage that a declaration comes to in the end; `reinforce` where that cannot be told. */
export function stageKindOf(declaration, module) {
    let at = { declaration, module };
    for (let depth = 0; depth < 32; depth++) {
        const { base } = at.declaration;
        const path = base.kind === 'Call' ? base.callee : base;
        if (path.kind !== 'Path')
            break;
        const found = at.module.scope.get(path.text);
        if (found?.declaration.kind === 'StageDeclaration' && found.declaration !== at.declaration) {
            at = { declaration: found.declaration, module: found.module };
        }
        else {
            return isStageKind(path.text) ? path.text : 'reinforce';
        }
    }
    return 'reinforce';
}
/** The kind behind a name, whether it is a stage or a kind itself. */
export function stageKindNamed(name, module) {
    const found = module.scope.get(name);
    if (found?.declaration.kind === 'StageDeclaration')
        return stageKindOf(found.declaration, found.module);
    return isStageKind(name) ? name : 'reinforce';
}
