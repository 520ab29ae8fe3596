import { domains } from "../../runtime/graph/domains.js";
import { events } from "../types/infer/tests.js";
import { auditBlock } from "../types/infer/audits.js";
import { curriculumBlock } from "../types/infer/curricula.js";
import { guardBlock, resetBlock } from "../types/infer/clauses.js";
import { stageShapes } from "../types/stage-fields.js";
import { suiteShape } from "../types/suite-fields.js";
import { t } from "../types/type.js";
import { ExpressionReader } from "./occurrences-in-expressions.js";
import { stageKindOf } from "./stage-kind.js";
const pipelineFields = new Map([
    ['model', { name: 'model', type: t.model, default: undefined, doc: 'The model to train.' }],
    ['seed', { name: 'seed', type: t.whole, default: 1, doc: 'All random numbers derive from it.' }],
]);
/** All names in a module with what they stand for, in order of place. */
export function occurrencesOf(module, cx, modules) {
    const found = [];
    const emit = (span, meaning, definition = false) => {
        if (span.end > span.start)
            found.push({ span, meaning, definition });
    };
    for (const one of module.syntax.imports)
        readImport(one);
    for (const declaration of module.syntax.declarations)
        readDeclaration(declaration);
    return found.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    function readImport(one) {
        const files = new Set();
        for (const { name, alias } of one.names) {
            const binding = module.scope.get(alias.text);
            if (binding === undefined || module.unresolved.has(alias.text))
                continue;
            files.add(binding.module.file);
            const meaning = { kind: 'declaration', ...binding };
            emit(name.span, meaning);
            if (alias !== name)
                emit(alias.span, meaning);
        }
        if (one.from.kind === 'StringLiteral' && files.size > 0) {
            const order = modules.modules.flatMap(({ file }) => (files.has(file) ? [file] : []));
            emit(one.from.span, { kind: 'module', files: order });
        }
    }
    function readDeclaration(declaration) {
        const reader = new ExpressionReader(module, declaration, cx, emit);
        if (declaration.kind !== 'TestDeclaration') {
            emit(declaration.name.span, { kind: 'declaration', declaration, module }, true);
        }
        if ('parameters' in declaration) {
            for (const parameter of declaration.parameters) {
                emit(parameter.name.span, { kind: 'parameter', parameter, owner: declaration, module }, true);
                if (parameter.type !== null)
                    reader.type(parameter.type);
                const type = reader.typeOf(parameter.type);
                if (parameter.bounds !== null)
                    reader.read(parameter.bounds, t.range);
                if (parameter.default !== null)
                    reader.read(parameter.default, type);
            }
        }
        switch (declaration.kind) {
            case 'ScheduleDeclaration':
            case 'LetDeclaration': {
                if (declaration.type !== null)
                    reader.type(declaration.type);
                const type = reader.typeOf(declaration.type);
                const number = type?.kind === 'number' || type?.kind === 'count' ? type : t.number;
                reader.read(declaration.value, declaration.kind === 'LetDeclaration' ? type : t.schedule(number));
                break;
            }
            case 'TriggerDeclaration':
                reader.read(declaration.value, t.trigger);
                break;
            case 'ModelDeclaration':
                reader.read(declaration.value, t.model);
                break;
            case 'TaskDeclaration':
                reader.read(declaration.value, t.task);
                readTaskClauses(declaration, reader);
                break;
            case 'VerifierDeclaration':
                reader.read(declaration.value, t.verifier);
                break;
            case 'MixtureDeclaration':
                readMixture(declaration.body, reader);
                break;
            case 'SuiteDeclaration':
                readFields(declaration.body, { ...suiteShape, name: 'suite', optional: false }, reader, 'suite');
                break;
            case 'RewardDeclaration': {
                const block = stageShapes.reinforce.blocks.find((one) => one.name === 'reward');
                readFields(declaration.body, block, reader, 'reward');
                break;
            }
            case 'StageDeclaration':
                reader.read(declaration.base, t.stage);
                if (declaration.body !== null)
                    readStage(declaration.body, stageKindOf(declaration, module), reader);
                break;
            case 'PipelineDeclaration':
            case 'TestDeclaration':
                readPlan(declaration.body, reader);
                break;
        }
    }
    function readTaskClauses(declaration, reader) {
        const type = t.oneOf(...domains);
        const { domain } = declaration;
        if (domain !== null && domains.some((one) => one === domain.text)) {
            emit(domain.span, { kind: 'word', word: domain.text, type });
        }
        for (const level of declaration.levels?.levels ?? []) {
            for (const item of level.body.items) {
                if (item.kind !== 'Field')
                    continue;
                const parameter = declaration.parameters.find((one) => one.name.text === item.name.text);
                if (parameter !== undefined) {
                    emit(item.name.span, { kind: 'parameter', parameter, owner: declaration, module });
                }
                reader.read(item.value, reader.typeOf(parameter?.type ?? null));
            }
        }
    }
    function readMixture(body, reader) {
        const weight = t.schedule(t.coefficient);
        for (const item of body.items) {
            if (item.kind === 'Section' && item.name.text === curriculumBlock.name) {
                emit(item.name.span, { kind: 'block', block: curriculumBlock });
                readFields(item.body, curriculumBlock, reader, curriculumBlock.name);
            }
            if (item.kind === 'Entry') {
                reader.read(item.call, t.task);
                reader.read(item.value, weight);
            }
            else if (item.kind === 'Field') {
                reader.name(item.name, t.task);
                reader.read(item.value, weight);
            }
        }
    }
    function readFields(body, shape, reader, of) {
        for (const item of body.items) {
            if (item.kind === 'Field') {
                const field = shape.fields.find((one) => one.name === item.name.text);
                if (field !== undefined)
                    emit(item.name.span, { kind: 'field', field, of });
                reader.read(item.value, field?.type);
            }
            else if (item.kind === 'Scale') {
                reader.read(item.by, t.rate);
            }
        }
    }
    function readStage(body, kind, reader) {
        const shape = stageShapes[kind];
        for (const item of body.items) {
            switch (item.kind) {
                case 'Section': {
                    const block = shape.blocks.find((one) => one.name === item.name.text);
                    if (block !== undefined)
                        emit(item.name.span, { kind: 'block', block });
                    const none = { name: '', doc: '', fields: [], optional: false };
                    readFields(item.body, block ?? none, reader, item.name.text);
                    break;
                }
                case 'Field': {
                    const field = shape.fields.find((one) => one.name === item.name.text);
                    const block = shape.blocks.find((one) => one.name === item.name.text);
                    if (field !== undefined)
                        emit(item.name.span, { kind: 'field', field, of: kind });
                    else if (block !== undefined)
                        emit(item.name.span, { kind: 'block', block });
                    reader.read(item.value, block?.name === 'reward' ? t.reward : field?.type);
                    break;
                }
                case 'Keep':
                    reader.read(item.where, t.trigger);
                    break;
                case 'Reset':
                    if (item.when !== null)
                        reader.read(item.when, t.trigger);
                    if (item.by !== null)
                        reader.read(item.by, t.metric);
                    if (item.body !== null)
                        readFields(item.body, resetBlock, reader, 'reset');
                    break;
                case 'Guard':
                    reader.read(item.when, t.trigger);
                    if (item.body !== null)
                        readFields(item.body, guardBlock, reader, 'guard');
                    break;
                default:
            }
        }
    }
    function readPlan(body, reader) {
        for (const item of body.items) {
            switch (item.kind) {
                case 'Field': {
                    const field = pipelineFields.get(item.name.text);
                    if (field !== undefined)
                        emit(item.name.span, { kind: 'field', field, of: 'pipeline' });
                    reader.read(item.value, field?.type);
                    break;
                }
                case 'Evaluate':
                    reader.read(item.suite, t.suite);
                    if (item.every !== null)
                        reader.read(item.every, t.count('steps'));
                    break;
                case 'Audit':
                    reader.read(item.metric, t.metric);
                    reader.read(item.against, t.metric);
                    if (item.body !== null)
                        readFields(item.body, auditBlock, reader, 'audit');
                    break;
                case 'Checkpoint':
                    if (item.every !== null)
                        reader.read(item.every, t.count('steps'));
                    if (item.keepLast !== null)
                        reader.read(item.keepLast, t.times);
                    if (item.keepBestBy !== null)
                        reader.read(item.keepBestBy, t.metric);
                    break;
                case 'Run': {
                    reader.read(item.stage, t.stage);
                    if (item.until !== null)
                        reader.read(item.until, t.trigger);
                    if (item.for !== null)
                        reader.read(item.for, t.trigger);
                    if (item.overrides !== null) {
                        const path = item.stage.kind === 'Call' ? item.stage.callee : item.stage;
                        const used = path.kind === 'Path' ? module.scope.get(path.text) : undefined;
                        const kind = used?.declaration.kind === 'StageDeclaration'
                            ? stageKindOf(used.declaration, used.module)
                            : 'reinforce';
                        readStage(item.overrides, kind, reader);
                    }
                    break;
                }
                case 'Given':
                    reader.read(item.metric, t.metric);
                    for (const one of item.values) {
                        reader.read(one.value, t.number);
                        if (one.from !== null)
                            reader.read(one.from, undefined);
                    }
                    break;
                case 'Expect':
                    if (events.some((one) => one === item.event.text)) {
                        emit(item.event.span, { kind: 'event', name: item.event.text });
                    }
                    break;
                default:
            }
        }
    }
}
