import { listed, nearestFix, problem } from "../../diagnostics/index.js";
import { numberNames, namedKinds, t } from "../type.js";
import { unitOf, units } from "../units.js";
const capital = (word) => word[0].toUpperCase() + word.slice(1);
const plain = new Map([
    ...numberNames.map((name) => [name, { kind: 'number', name }]),
    ...namedKinds.map((kind) => [capital(kind), { kind }]),
    ['Duration', t.duration],
    ['Range', t.range],
    ['String', t.string],
    ['Path', t.path],
    ['Boolean', t.boolean],
]);
/** The names of all types, for suggestions and documentation. */
export const typeNames = [...plain.keys(), 'Count', 'Schedule'];
/** The type that is written; undefined where it is none, which was reported. */
export function typeOf(cx, syntax) {
    if (syntax.kind === 'ChoiceType')
        return { kind: 'enum', values: syntax.options.map((one) => one.text) };
    const { name } = syntax;
    if (name.text === '')
        return undefined;
    if (name.text === 'Count')
        return countType(cx, syntax);
    if (name.text === 'Schedule')
        return scheduleType(cx, syntax);
    const type = plain.get(name.text);
    if (type === undefined) {
        return cx.report(problem('N0215', name.span, `no type is called "${name.text}"`, {
            reason: `The types are ${typeNames.join(', ')}; words joined by | make a type too.`,
            fix: nearestFix(name.span, name.text, typeNames),
        }));
    }
    const extra = syntax.arguments[0];
    if (extra !== undefined) {
        return cx.report(problem('N0215', extra.span, `the type ${name.text} takes nothing in < >`));
    }
    return type;
}
function countType(cx, syntax) {
    const unit = syntax.arguments[0];
    if (syntax.arguments.length !== 1 || unit?.kind !== 'NamedType') {
        return cx.report(problem('N0215', syntax.span, 'Count needs the unit that it counts', {
            label: 'for example Count<tokens>',
            reason: `The units are ${listed([...units], 'and')}.`,
        }));
    }
    const known = unitOf(unit.name.text);
    if (known !== undefined)
        return t.count(known);
    return cx.report(problem('N0204', unit.span, `no unit is called "${unit.name.text}"`, {
        reason: `The units are ${listed([...units], 'and')}.`,
        fix: nearestFix(unit.span, unit.name.text, units),
    }));
}
function scheduleType(cx, syntax) {
    const inner = syntax.arguments[0];
    if (syntax.arguments.length !== 1 || inner === undefined) {
        return cx.report(problem('N0215', syntax.span, 'Schedule needs the type of its values', {
            label: 'for example Schedule<Rate>',
        }));
    }
    const of = typeOf(cx, inner);
    if (of === undefined)
        return undefined;
    if (of.kind === 'number' || of.kind === 'count')
        return t.schedule(of);
    return cx.report(problem('N0215', inner.span, 'a schedule is made of numbers or counts'));
}
