import { problem } from "../../diagnostics/index.js";
import { moduleScope } from "../scope.js";
import { t } from "../type.js";
import { valueOf } from "./declared.js";
import { openParameters, scopeOf } from "./parameters.js";
import { readPipeline } from "./pipelines.js";
import { isStageKind, resolveStage } from "./stages.js";
import { readTest } from "./tests.js";
/** Reads every declaration of a module, whether anything uses it or not, and reports what is wrong with it. */
export function resolveModule(cx, module) {
    const pipelines = [];
    const tests = [];
    const stages = [];
    const values = [];
    for (const declaration of module.syntax.declarations) {
        checkName(cx, declaration);
        const parameters = 'parameters' in declaration ? declaration.parameters : [];
        const own = cx.in(moduleScope(module));
        const filled = openParameters(own, parameters, module);
        const inside = own.in(scopeOf(module, filled), declaration);
        switch (declaration.kind) {
            case 'PipelineDeclaration':
                pipelines.push(readPipeline(inside, declaration, module));
                break;
            case 'TestDeclaration':
                tests.push(readTest(inside, declaration, module));
                break;
            case 'StageDeclaration': {
                const use = { builtin: null, declaration, module, scope: inside.scope };
                const stage = resolveStage(own, use, declaration.name.span);
                if (stage)
                    stages.push(stage);
                break;
            }
            case 'LetDeclaration':
                if (declaration.type !== null)
                    valueOf(inside, declaration, module, filled, t.number);
                // Without a type its value is read where it is used; but a calculation says itself that it is a number.
                else if (isCalculation(declaration.value)) {
                    inside.evaluate(declaration.value, { kind: 'amount', schedule: t.number });
                }
                break;
            default: {
                const value = parameters.length > 0
                    ? valueOf(inside, declaration, module, filled, t.number)
                    : own.declared(declaration, module, asPath(declaration), wanted(declaration));
                if (value)
                    values.push(value);
            }
        }
    }
    return { module, pipelines, tests, stages, values };
}
/** Signs between numbers, quantities and names. One with a call in it may be of schedules. */
function isCalculation(value) {
    return value.kind === 'Arithmetic' && ofNumbers(value);
}
function ofNumbers(value) {
    switch (value.kind) {
        case 'Arithmetic':
            return ofNumbers(value.left) && ofNumbers(value.right);
        case 'Negative':
            return ofNumbers(value.operand);
        default:
            return value.kind === 'NumberLiteral' || value.kind === 'Quantity' || value.kind === 'Path';
    }
}
function asPath(declaration) {
    const { name } = declaration;
    return { kind: 'Path', span: name.span, names: [name], text: name.text };
}
function wanted(declaration) {
    switch (declaration.kind) {
        case 'ModelDeclaration':
            return t.model;
        case 'MixtureDeclaration':
            return t.mixture;
        case 'SuiteDeclaration':
            return t.suite;
        case 'TaskDeclaration':
            return t.task;
        case 'VerifierDeclaration':
            return t.verifier;
        case 'RewardDeclaration':
            return t.reward;
        case 'TriggerDeclaration':
            return t.trigger;
        default:
            return t.schedule(t.number);
    }
}
/** The kinds of stage keep their names. */
function checkName(cx, declaration) {
    const { name } = declaration;
    if (declaration.kind === 'StageDeclaration' && isStageKind(name.text)) {
        cx.report(problem('N0208', name.span, `"${name.text}" is a kind of stage that the language has already`, {
            label: 'give this one another name',
        }));
    }
}
