import { InlayHintKind } from 'vscode-languageserver';
import { moduleScope } from "../types/scope.js";
import { hasLevels, levelArgument } from "../types/infer/levels.js";
import { openParameters, scopeOf } from "../types/infer/parameters.js";
import { resolveStage } from "../types/infer/stages.js";
import { fieldsByPath } from "../types/field.js";
import { stageShapes } from "../types/stage-fields.js";
import { suiteShape } from "../types/suite-fields.js";
import { expressionText } from "../types/text.js";
import { t } from "../types/type.js";
import { counted } from "../types/units.js";
import { defaultText } from "./describe.js";
/** What holds though it is not written: defaults of fields and arguments, and where schedules end. */
export function inlayHints(session, view, lines) {
    const hints = [];
    const hinting = { session, view, hints, from: lines.from + 1, to: lines.to + 1 };
    for (const declaration of view.module.syntax.declarations) {
        const { span } = declaration;
        if (span.endLine < hinting.from || span.line > hinting.to)
            continue;
        hintDeclaration(hinting, declaration);
    }
    return hints;
}
function add(hinting, span, label, tooltip, padLeft = true) {
    const line = span.endLine;
    if (line < hinting.from || line > hinting.to || label === '')
        return;
    hinting.hints.push({
        position: { line: line - 1, character: span.endColumn - 1 },
        label,
        tooltip,
        kind: InlayHintKind.Type,
        paddingLeft: padLeft,
    });
}
function hintDeclaration(hinting, declaration) {
    const called = declaration.kind === 'TaskDeclaration' || declaration.kind === 'VerifierDeclaration';
    if ('value' in declaration && !called)
        hintExpression(hinting, declaration.value);
    if (declaration.kind === 'StageDeclaration')
        return hintStage(hinting, declaration);
    if (!('body' in declaration) || declaration.body === null)
        return;
    if (declaration.kind === 'SuiteDeclaration') {
        const written = new Set(declaration.body.items.flatMap((one) => (one.kind === 'Field' ? [one.name.text] : [])));
        const missing = suiteShape.fields.filter((one) => !written.has(one.name) && one.default !== undefined);
        const words = missing.map((one) => `${one.name}: ${defaultText(one)}`);
        add(hinting, declaration.name.span, words.join('  '), 'Defaults of the fields that are not written.');
    }
    for (const item of declaration.body.items)
        hintItem(hinting, item);
}
function hintStage(hinting, declaration) {
    if (declaration.base.kind === 'Call')
        hintCall(hinting, declaration.base);
    const { view } = hinting;
    const own = view.cx.in(moduleScope(view.module));
    const filled = openParameters(own, declaration.parameters, view.module);
    const scope = scopeOf(view.module, filled);
    const use = { builtin: null, declaration, module: view.module, scope };
    const stage = resolveStage(own, use, declaration.name.span);
    for (const item of declaration.body?.items ?? []) {
        hintItem(hinting, item);
        if (item.kind === 'Section' && stage !== undefined)
            hintSection(hinting, item, stage);
    }
}
/** In front of a section's closing bracket: what its template or the language fills in. */
function hintSection(hinting, section, stage) {
    const shape = stageShapes[stage.kind];
    const block = shape.blocks.find((one) => one.name === section.name.text);
    if (block === undefined)
        return;
    const written = new Set(section.body.items.flatMap((one) => (one.kind === 'Field' ? [one.name.text] : [])));
    const fields = fieldsByPath(shape);
    const words = block.fields.flatMap((one) => {
        if (written.has(one.name))
            return [];
        const path = `${block.name}.${one.name}`;
        const set = stage.fields.get(path);
        const text = set === undefined ? defaultText(fields.get(path)) : valueText(hinting.session, set.value);
        return text === undefined ? [] : [`${one.name}: ${text}`];
    });
    add(hinting, section.span, words.join('  '), `What holds for the fields of "${block.name}" that are not written here.`);
}
function valueText(session, value) {
    switch (value.kind) {
        case 'number':
            return value.unit === null ? String(value.value) : counted(value.value, value.unit);
        case 'word':
            return value.value;
        case 'boolean':
            return String(value.value);
        case 'none':
            return 'none';
        case 'schedule':
            return session.host.drawSchedule(value.schedule).summary;
        default:
            return undefined;
    }
}
function hintItem(hinting, item) {
    switch (item.kind) {
        case 'Field':
            return hintExpression(hinting, item.value);
        case 'Section':
            for (const one of item.body.items)
                hintItem(hinting, one);
            return;
        case 'Entry':
            hintCall(hinting, item.call);
            return hintExpression(hinting, item.value);
        case 'Run':
            hintExpression(hinting, item.stage);
            for (const one of item.overrides?.items ?? [])
                hintItem(hinting, one);
            return;
        default:
    }
}
function hintExpression(hinting, expression) {
    if (expression.kind === 'Windowed')
        return hintExpression(hinting, expression.value);
    if (expression.kind === 'Call')
        return hintCall(hinting, expression);
    if (expression.kind !== 'Chain')
        return;
    const value = hinting.view.cx.evaluate(expression, t.schedule(t.number));
    if (value?.kind !== 'schedule')
        return;
    const ramps = value.schedule.pieces.filter((one) => one.shape !== 'cycle');
    for (const piece of expression.pieces) {
        if (piece.by !== 'over' && piece.by !== 'for')
            continue;
        const ramp = ramps.find((one) => hinting.view.cx.spans.get(one)?.start === piece.span.start);
        const { over } = value.schedule;
        if (ramp !== undefined && ramp.to !== null && typeof over === 'string') {
            add(hinting, piece.span, `until ${counted(ramp.to, over)}`, 'Counted from the start of the pipeline.');
        }
    }
}
/** The arguments that are left out, and where a ramp ends. */
function hintCall(hinting, call) {
    for (const one of call.arguments)
        hintExpression(hinting, one.value);
    const binding = hinting.view.module.scope.get(call.callee.text);
    if (binding === undefined)
        return hintRamp(hinting, call);
    const { declaration } = binding;
    const parameters = 'parameters' in declaration ? declaration.parameters : [];
    const level = levelOf(declaration, call);
    const set = (name) => level === null || level === 'several'
        ? undefined
        : level.body.items.flatMap((one) => one.kind === 'Field' && one.name.text === name ? [one.value] : [])[0];
    const left = parameters.filter((one, i) => {
        const given = call.arguments.some((a, at) => a.name === null ? at === i : a.name.text === one.name.text);
        return !given && (one.default !== null || set(one.name.text) !== undefined);
    });
    // Of a range of levels each sets them in its own way.
    if (level === 'several')
        return;
    const words = left
        .map((one) => `${one.name.text}: ${expressionText(set(one.name.text) ?? one.default)}`)
        .join(', ');
    const end = { ...call.span, endColumn: call.span.endColumn - 1 };
    add(hinting, end, words === '' || call.arguments.length === 0 ? words : `, ${words}`, 'Defaults.', false);
}
/** The level that a use of a task chooses; null: none. */
function levelOf(declaration, call) {
    const chosen = call.arguments.find((one) => one.name?.text === levelArgument)?.value;
    if (chosen === undefined || !hasLevels(declaration))
        return null;
    const one = chosen.kind === 'NumberLiteral' ? declaration.levels.levels[chosen.value - 1] : undefined;
    return one ?? 'several';
}
function hintRamp(hinting, call) {
    const number = (name) => {
        const value = call.arguments.find((one) => one.name?.text === name)?.value;
        return value?.kind === 'Quantity' ? value : undefined;
    };
    const [over, from] = [number('over'), number('from')];
    if (over === undefined || from === undefined || over.unit.text !== from.unit.text)
        return;
    add(hinting, call.span, `until ${over.value.value + from.value.value} ${over.unit.text}`, 'Where it ends.');
}
