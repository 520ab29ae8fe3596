import { listed, nearest, nearestFix, problem, replace } from "../../diagnostics/index.js";
import { fieldsByPath } from "../field.js";
import { units } from "../units.js";
import { parameterOrigin } from "./parameters.js";
/** What a block says besides fields. */
const itemWords = {
    Section: 'a block of fields',
    Entry: 'an entry of a mixture',
    Flag: 'a word by itself',
    Keep: '"keep"',
    Reset: '"reset"',
    Guard: '"guard"',
    Scale: '"scale"',
    Evaluate: '"evaluate"',
    Audit: '"audit"',
    Checkpoint: '"checkpoint"',
    Run: '"run"',
    Given: '"given"',
    Expect: '"expect"',
};
/** Reports an item that its block has no place for. */
export function misplaced(cx, item, where, takes) {
    if (item.kind === 'Flag' && item.name.text === '')
        return undefined;
    const what = item.kind === 'Field' || item.kind === 'Section' ? `"${item.name.text}"` : itemWords[item.kind];
    return cx.report(problem('N0213', item.kind === 'Field' || item.kind === 'Section' ? item.name.span : item.span, `${what} has no place in ${where}`, {
        label: where === 'a pipeline' && ['Reset', 'Guard', 'Keep'].includes(item.kind)
            ? 'it belongs in a stage'
            : '',
        reason: `${where[0].toUpperCase()}${where.slice(1)} takes ${takes}.`,
    }));
}
/** Keeps what was written by name, and reports what is written twice in one block. */
export class Written {
    seen = new Map();
    /** Whether a name comes for the first time. */
    first(cx, name) {
        const before = this.seen.get(name.text);
        if (before === undefined) {
            this.seen.set(name.text, name);
            return true;
        }
        cx.report(problem('N0206', name.span, `"${name.text}" is written twice`, {
            label: 'this one',
            secondary: [{ span: before.span, text: 'and this one: which holds?' }],
            reason: 'Only one of them could count, and a reader would not know which.',
        }));
        return false;
    }
}
/** What other programs call a field. */
const elsewhereCalled = new Map([
    ['lr', 'rate'],
    ['learning_rate', 'rate'],
    ['batch_size', 'prompts'],
    ['n', 'samples'],
    ['group_size', 'samples'],
    ['num_generations', 'samples'],
    ['max_length', 'max_tokens'],
    ['max_new_tokens', 'max_tokens'],
    ['max_completion_length', 'max_tokens'],
    ['beta', 'coefficient'],
    ['grad_clip', 'max_grad_norm'],
    ['warmup_steps', 'warmup'],
]);
/** Reads a field's value. A wrong one, reported, becomes an open value: the field is not missing, and later checks pass it by. */
export function fieldValue(cx, syntax, field) {
    const bare = units.includes(field.name) ? { bare: field.name } : {};
    const still = field.still === undefined ? {} : { still: field.still };
    const value = cx.evaluate(syntax.value, field.type, { ...bare, ...still });
    return {
        value: value ?? { kind: 'open', type: field.type },
        span: syntax.value.span,
        origin: parameterOrigin(cx, syntax.value),
    };
}
export function reportUnknownField(cx, name, where, shape) {
    if (name.text === '')
        return undefined;
    const direct = [...shape.fields.map((one) => one.name), ...shape.blocks.map((one) => one.name)];
    const other = elsewhereCalled.get(name.text);
    const near = other !== undefined && direct.includes(other) ? other : nearest(name.text, direct);
    const inside = [...fieldsByPath(shape).keys()].filter((path) => path.split('.')[1] === name.text);
    const home = near === undefined ? inside[0]?.split('.')[0] : undefined;
    return cx.report(problem('N0202', name.span, `${where} has no field "${name.text}"`, {
        label: home === undefined ? '' : `it belongs in the block "${home}"`,
        reason: home === undefined ? `It has ${listed(direct, 'and', 16)}.` : `Write ${home} { ${name.text}: ... }.`,
        fix: near === undefined ? undefined : replace(name.span, near, `did you mean "${near}"?`),
    }));
}
/** Reads the fields of a block whose items can only be fields. */
export function readBlock(cx, body, block) {
    const fields = new Map();
    const written = new Written();
    for (const item of body.items) {
        if (item.kind !== 'Field') {
            misplaced(cx, item, `the block "${block.name}"`, `the fields ${listed(block.fields.map((one) => one.name), 'and')}`);
            continue;
        }
        const known = block.fields.find((one) => one.name === item.name.text);
        if (known === undefined) {
            reportUnknownIn(cx, item.name, block);
            continue;
        }
        if (!written.first(cx, item.name))
            continue;
        fields.set(known.name, fieldValue(cx, item, known));
    }
    return fields;
}
function reportUnknownIn(cx, name, block) {
    if (name.text === '')
        return undefined;
    const names = block.fields.map((one) => one.name);
    const other = elsewhereCalled.get(name.text);
    return cx.report(problem('N0202', name.span, `the block "${block.name}" has no field "${name.text}"`, {
        reason: `It has ${listed(names, 'and', 16)}.`,
        fix: other !== undefined && names.includes(other)
            ? replace(name.span, other, `it is called "${other}" here`)
            : nearestFix(name.span, name.text, names),
    }));
}
