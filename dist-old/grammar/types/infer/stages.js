import { listed, problem } from "../../diagnostics/index.js";
import { stageShapes } from "../stage-fields.js";
import { t } from "../type.js";
import { readGuard, readKeep, readReset } from "./clauses.js";
import { closesCircle } from "./context.js";
import { fieldValue, misplaced, readBlock, reportUnknownField, Written } from "./fields.js";
/** Clauses add to those of the template; `reset: none` takes the template's away. */
const clauses = [
    { word: 'keep', part: 'keeps' },
    { word: 'reset', part: 'resets' },
    { word: 'guard', part: 'guards' },
];
export function isStageKind(name) {
    return Object.hasOwn(stageShapes, name);
}
/** Works a stage out from its kind through its templates to its own body and a run's overrides. */
export function resolveStage(cx, use, span, overrides = null) {
    const draft = draftOf(cx, use);
    if (draft === undefined)
        return undefined;
    if (overrides !== null)
        applyBody(cx, draft, overrides);
    return { ...draft, name: use.builtin ?? use.declaration.name.text, span };
}
function draftOf(cx, use) {
    if (use.builtin !== null) {
        return { kind: use.builtin, fields: new Map(), blocks: new Map(), keeps: [], resets: [], guards: [] };
    }
    const { declaration, scope } = use;
    const circle = closesCircle(cx, declaration);
    if (circle === 'again')
        return undefined;
    if (circle === 'first') {
        return cx.report(problem('G0513', declaration.base.span, `the stage "${declaration.name.text}" is built on itself`, {
            reason: 'A stage starts from another one, which must be complete before it.',
        }));
    }
    const inside = cx.in(scope, declaration);
    const base = inside.evaluate(declaration.base, t.stage);
    if (base?.kind !== 'stage')
        return undefined;
    const draft = draftOf(inside, base.stage);
    if (draft !== undefined && declaration.body !== null)
        applyBody(inside, draft, declaration.body);
    return draft;
}
function applyBody(cx, draft, body) {
    const written = new Written();
    const where = `a ${draft.kind} stage`;
    for (const item of body.items) {
        switch (item.kind) {
            case 'Section':
                if (written.first(cx, item.name))
                    applySection(cx, draft, item, where);
                break;
            case 'Field':
                if (written.first(cx, item.name))
                    applyField(cx, draft, item, where);
                break;
            case 'Keep': {
                const keeps = draft.kind === 'reinforce' ? readKeep(cx, item) : misplaced(cx, item, where, takes(draft.kind));
                draft.keeps.push(...(keeps ?? []));
                break;
            }
            case 'Reset': {
                const reset = readReset(cx, item);
                if (reset)
                    draft.resets.push(reset);
                break;
            }
            case 'Guard': {
                const guard = readGuard(cx, item);
                if (guard)
                    draft.guards.push(guard);
                break;
            }
            default:
                misplaced(cx, item, where, takes(draft.kind));
        }
    }
}
function takes(kind) {
    const { fields, blocks } = stageShapes[kind];
    const names = [...fields, ...blocks].map((one) => one.name);
    const clauses = kind === 'reinforce' ? ['keep', 'reset', 'guard'] : ['reset', 'guard'];
    return listed([...names, ...clauses], 'and', 20);
}
function applySection(cx, draft, section, where) {
    const shape = stageShapes[draft.kind];
    const block = shape.blocks.find((one) => one.name === section.name.text);
    if (block === undefined) {
        if (shape.fields.some((one) => one.name === section.name.text)) {
            cx.report(problem('N0213', section.name.span, `"${section.name.text}" is a field, not a block`, {
                label: `write ${section.name.text}: VALUE`,
            }));
        }
        else {
            reportUnknownField(cx, section.name, where, shape);
        }
        return;
    }
    if (block.optional)
        draft.blocks.set(block.name, section.name.span);
    for (const [name, value] of readBlock(cx, section.body, block))
        draft.fields.set(`${block.name}.${name}`, value);
}
function applyField(cx, draft, item, where) {
    const shape = stageShapes[draft.kind];
    const name = item.name.text;
    const field = shape.fields.find((one) => one.name === name);
    if (field !== undefined) {
        draft.fields.set(name, fieldValue(cx, item, field));
        return;
    }
    const block = shape.blocks.find((one) => one.name === name);
    const clause = clauses.find((one) => one.word === name);
    if (clause !== undefined && isNone(item.value)) {
        draft[clause.part].length = 0;
    }
    else if (block === undefined) {
        reportUnknownField(cx, item.name, where, shape);
    }
    else if (block.optional && isNone(item.value)) {
        draft.blocks.delete(name);
        for (const path of [...draft.fields.keys()])
            if (path.startsWith(`${name}.`))
                draft.fields.delete(path);
    }
    else if (name === 'reward') {
        const reward = cx.evaluate(item.value, t.reward);
        if (reward?.kind === 'reward') {
            for (const [key, value] of reward.reward.fields)
                draft.fields.set(`reward.${key}`, value);
        }
    }
    else if (item.value.kind !== 'Missing') {
        cx.report(problem('N0213', item.name.span, `"${name}" is a block, not a field`, {
            label: `write ${name} { ... }`,
            reason: `Its fields are ${listed(block.fields.map((one) => one.name), 'and')}.`,
        }));
    }
}
function isNone(expression) {
    return expression.kind === 'Path' && expression.text === 'none';
}
export function stageUse(declaration, module, scope) {
    return { builtin: null, declaration, module, scope };
}
