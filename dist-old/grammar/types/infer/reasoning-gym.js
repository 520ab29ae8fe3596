import { listed, nearestFix, problem, replace } from "../../diagnostics/index.js";
import { REASONING_GYM } from "../reasoning-gym/catalogue.js";
import { gymDatasets, gymRenamed } from "../reasoning-gym/fields.js";
import { t } from "../type.js";
import { sourced } from "./arguments.js";
/**
 * Reads the settings of `reasoning_gym("graph_color", num_colors: 3)` by the configuration of the data set. A name
 * that is a parameter is not known yet: then any setting is taken, by the kind of what is written.
 */
export function readGymSettings(cx, { value: name, span }, given) {
    const fields = name.kind === 'string' ? gymDatasets().get(name.value) : undefined;
    if (name.kind === 'string' && fields === undefined) {
        const known = [...gymDatasets().keys()];
        const instead = gymRenamed(name.value) ?? known.find((one) => one.startsWith(`${name.value}_`));
        return cx.report(problem('N0201', span, `reasoning-gym has no data set "${name.value}"`, {
            reason: `It has ${known.length} in version ${REASONING_GYM}; docs/reasoning-gym.md lists them.`,
            fix: instead === undefined
                ? nearestFix(span, name.value, known, '"')
                : replace(span, `"${instead}"`, `did you mean "${instead}"?`),
        }));
    }
    const settings = new Map();
    let sound = true;
    for (const one of given) {
        const at = one.name;
        const earlier = given.find((other) => other.name.text === at.text);
        if (earlier !== one) {
            cx.report(problem('N0212', one.span, `"${at.text}" of reasoning_gym is given twice`, {
                label: 'this one',
                secondary: [{ span: earlier.span, text: 'and this one: which holds?' }],
            }));
            sound = false;
        }
        else if (fields !== undefined && !fields.get(at.text)) {
            reportField(cx, one, name.value, fields);
            sound = false;
        }
        else {
            const value = readSetting(cx, one, fields?.get(at.text) ?? { kind: 'list' });
            if (value === undefined)
                sound = false;
            else
                settings.set(at.text, value);
        }
    }
    return sound ? settings : undefined;
}
function reportField(cx, { name, span }, dataset, fields) {
    const at = name;
    if (fields.has(at.text)) {
        cx.report(problem('N0209', span, `"${at.text}" of "${dataset}" cannot be set from a pipeline`, {
            reason: 'It takes a structure of Python. A program over the line protocol can set it: docs/verifiers.md.',
        }));
        return;
    }
    const own = {
        size: ' There is no end to its problems, so that it needs no size.',
        seed: " The run's seed draws its problems.",
    };
    const open = [...fields].flatMap(([one, field]) => (field === null ? [] : [one]));
    cx.report(problem('N0209', at.span, `the data set "${dataset}" has no setting "${at.text}"`, {
        reason: `${open.length === 0 ? 'It has none.' : `It has ${listed(open, 'and')}.`}${own[at.text] ?? ''}`,
        fix: nearestFix(at.span, at.text, open),
    }));
}
function readSetting(cx, one, field) {
    if (field.kind === 'one')
        return sourced(cx, one, field.type);
    if (field.kind === 'list')
        return sourced(cx, one, writtenType(cx, one));
    const value = sourced(cx, one, t.string);
    if (value?.value.kind !== 'string' || field.of.includes(value.value.value))
        return value;
    const { value: text } = value.value;
    return cx.report(problem('T0305', one.value.span, `"${one.name.text}" cannot be "${text}"`, {
        reason: `It is ${listed(field.of)}.`,
        fix: nearestFix(one.value.span, text, field.of, '"'),
    }));
}
/** The type of what is written, where anything may be: the package turns it into a list. */
function writtenType(cx, { value }) {
    switch (value.kind) {
        case 'StringLiteral':
            return t.string;
        case 'BooleanLiteral':
            return t.boolean;
        case 'Range':
            return t.range;
        case 'Path': {
            const bound = cx.scope.bindings.get(value.text);
            if (bound?.kind === 'open')
                return bound.type;
            if (bound?.kind === 'range' || bound?.kind === 'string' || bound?.kind === 'boolean') {
                return { kind: bound.kind };
            }
            return t.number;
        }
        default:
            return t.number;
    }
}
