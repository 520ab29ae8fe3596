import { listed, nearestFix, problem } from "../../diagnostics/index.js";
import { moduleScope } from "../scope.js";
import { t } from "../type.js";
import { misplaced, Written } from "./fields.js";
import { fillParameters, inBounds } from "./parameters.js";
import { typeOf } from "./type-of.js";
/** The argument that chooses a level, beside those that a task declares itself. */
export const levelArgument = 'level';
/** Whether a declaration is a task with levels. */
export function hasLevels(declaration) {
    return declaration.kind === 'TaskDeclaration' && declaration.levels !== null;
}
/**
 * What each level of a task sets, the first being level 1; empty where it has none. Worked out once, by
 * whoever asks first, so that nothing about it is reported twice.
 */
export function levelsOf(cx, declaration, module) {
    const known = cx.levels.get(declaration);
    if (known !== undefined)
        return known;
    const outside = cx.in(moduleScope(module));
    const levels = (declaration.levels?.levels ?? []).map((level, i) => {
        checkNumber(cx, level, i + 1);
        return readLevel(outside, declaration, level);
    });
    cx.levels.set(declaration, levels);
    const { levels: clause } = declaration;
    if (clause !== null && levels.length === 0) {
        cx.report(problem('C0601', clause.span, `the task "${declaration.name.text}" declares no level here`, {
            label: 'write the first one: 1 { SETTING: VALUE }',
        }));
    }
    const own = declaration.parameters.find((one) => one.name.text === levelArgument);
    if (clause !== null && own !== undefined) {
        cx.report(problem('N0208', own.name.span, 'a task with levels has no setting "level" of its own', {
            label: 'give this one another name',
            reason: `"${levelArgument}: 2" chooses the second of its levels.`,
        }));
    }
    return levels;
}
function checkNumber(cx, { number }, wanted) {
    if (number.kind === 'Missing')
        return;
    if (number.kind === 'NumberLiteral' && number.value === wanted && !number.percent)
        return;
    cx.report(problem('C0601', number.span, `level ${wanted} is expected here`, {
        label: `the ${wanted === 1 ? 'first' : `next after ${wanted - 1}`}`,
        reason: 'Levels are numbered 1, 2, 3 and so on, from the easiest to the hardest, each once and in order.',
        fix: {
            title: `write ${wanted}`,
            edits: [{ span: number.span, text: String(wanted) }],
        },
    }));
}
function readLevel(cx, declaration, level) {
    const filled = new Map();
    const written = new Written();
    const names = declaration.parameters.map((one) => one.name.text);
    for (const item of level.body.items) {
        if (item.kind !== 'Field') {
            misplaced(cx, item, 'a level', `the settings of its task: ${listed(names, 'and', 16)}`);
            continue;
        }
        const parameter = declaration.parameters.find((one) => one.name.text === item.name.text);
        if (parameter === undefined) {
            if (item.name.text === '')
                continue;
            cx.report(problem('N0209', item.name.span, `the task "${declaration.name.text}" takes no "${item.name.text}"`, {
                reason: names.length === 0 ? 'It has no settings.' : `It takes ${listed(names, 'and')}.`,
                fix: nearestFix(item.name.span, item.name.text, names),
            }));
            continue;
        }
        if (!written.first(cx, item.name))
            continue;
        const type = parameter.type === null ? undefined : typeOf(cx, parameter.type);
        const value = type && cx.evaluate(item.value, type);
        if (value && inBounds(cx, cx, parameter, value, item.value.span)) {
            filled.set(parameter.name.text, { value, span: item.value.span });
        }
    }
    return filled;
}
/**
 * Fills the settings of a task as a call gives them: `level: 3` brings those of the third level,
 * `level: 1..4` those of four, and arguments beside it hold at every level.
 */
export function fillTask(cx, declaration, module, use) {
    const what = `the task "${declaration.name.text}"`;
    const given = use.kind === 'Call' ? use.arguments : [];
    const { parameters } = declaration;
    const levels = levelsOf(cx, declaration, module);
    const isLevel = (one) => one.name?.text === levelArgument;
    const owns = parameters.some((one) => one.name.text === levelArgument);
    const also = owns || declaration.levels === null ? [] : [levelArgument];
    const chosen = owns ? undefined : given.find(isLevel);
    if (chosen === undefined || given.filter(isLevel).length > 1) {
        const filled = fillParameters(cx, what, parameters, module, given, use.span, { also });
        return filled && { filled, level: null };
    }
    const range = readChoice(cx, declaration, chosen, levels.length);
    if (range === undefined)
        return undefined;
    const rest = given.filter((one) => one !== chosen);
    const settings = [];
    for (let level = range.from; level <= range.to; level++) {
        const filled = fillParameters(cx, what, parameters, module, rest, use.span, {
            presets: levels[level - 1],
            also,
        });
        // What is wrong with the arguments is so at every level, and is said once.
        if (filled === undefined)
            return undefined;
        settings.push(filled);
    }
    return { filled: settings[0], level: { ...range, settings, span: chosen.value.span } };
}
/** The levels that an argument chooses; those of an open parameter are taken to be the first. */
function readChoice(cx, declaration, { name, value: written }, count) {
    const what = `the task "${declaration.name.text}"`;
    if (declaration.levels === null) {
        return cx.report(problem('C0602', name.span, `${what} has no levels`, {
            label: 'nothing to choose from',
            reason: 'A task has the levels that its declaration lists behind "levels". Give its settings themselves.',
        }));
    }
    const value = cx.evaluate(written, t.range);
    if (value === undefined || count === 0)
        return undefined;
    if (value.kind !== 'range')
        return { from: 1, to: 1 };
    const { from, to } = value;
    const whole = Number.isInteger(from) && Number.isInteger(to);
    if (whole && from >= 1 && to <= count)
        return { from, to };
    const wrong = !whole ? (Number.isInteger(from) ? to : from) : from < 1 ? from : to;
    return cx.report(problem('C0602', written.span, `${what} has no level ${wrong}`, {
        label: count === 1 ? 'its only level is 1' : `its levels are 1 to ${count}`,
        ...(declaration.levels.span.file === written.span.file
            ? { secondary: [{ span: declaration.name.span, text: 'the task is declared here' }] }
            : {}),
    }));
}
