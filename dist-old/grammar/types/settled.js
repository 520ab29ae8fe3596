import { constant } from "../../runtime/graph/schedule.js";
import { fieldsByPath } from "./field.js";
import { stageShapes } from "./stage-fields.js";
import { suiteShape } from "./suite-fields.js";
const stageFields = {
    reinforce: fieldsByPath(stageShapes.reinforce),
    supervised: fieldsByPath(stageShapes.supervised),
};
const suiteFields = fieldsByPath(suiteShape);
/** The value of a stage's field: as written, or its default; undefined where a required one is not written. */
export function stageValue(stage, path) {
    return stage.fields.get(path) ?? defaultOf(stageFields[stage.kind].get(path));
}
/** Whether a field is written as what it would be if it were not. */
export function isWrittenDefault(stage, path) {
    const [written, fallback] = [stage.fields.get(path), defaultOf(stageFields[stage.kind].get(path))];
    if (written === undefined || fallback === undefined || written.value.kind !== fallback.value.kind)
        return false;
    return 'value' in written.value && 'value' in fallback.value
        ? written.value.value === fallback.value.value
        : written.value.kind === 'none';
}
/** The value of a suite's field: as written, or its default. */
export function suiteValue(suite, name) {
    return suite.fields.get(name) ?? defaultOf(suiteFields.get(name));
}
function defaultOf(field) {
    if (field === undefined || field.default === undefined)
        return undefined;
    return { value: defaultValue(field.default, field), span: null };
}
/** The value that a field's default stands for. */
export function defaultValue(value, field) {
    const type = field.type.kind === 'optional' ? field.type.of : field.type;
    if (value === null)
        return { kind: 'none' };
    if (typeof value === 'boolean')
        return { kind: 'boolean', value };
    if (typeof value === 'string')
        return { kind: type.kind === 'string' ? 'string' : 'word', value };
    if (type.kind === 'schedule') {
        return {
            kind: 'schedule',
            schedule: constant(value),
            unit: type.of.kind === 'count' ? type.of.unit : null,
        };
    }
    return { kind: 'number', value, unit: type.kind === 'count' ? type.unit : null };
}
/** A number, where the value is one that is known. */
export function asNumber(sourced) {
    return sourced?.value.kind === 'number' ? sourced.value.value : undefined;
}
export function asSchedule(sourced) {
    return sourced?.value.kind === 'schedule' ? sourced.value.schedule : undefined;
}
/** Every schedule of a stage with the path of its field. */
export function schedulesOf(stage) {
    return [...stage.fields].flatMap(([path, sourced]) => {
        const schedule = asSchedule(sourced);
        return schedule === undefined ? [] : [{ path, schedule, sourced }];
    });
}
