export function field(name, type, fallback, doc) {
    return { name, type, default: fallback, doc };
}
/** The same fields, with why none of their numbers may move. */
export function still(why, fields) {
    return fields.map((one) => ({ ...one, still: why }));
}
export function block(name, doc, fields) {
    return { name, doc, fields, optional: false };
}
export function optionalBlock(name, doc, fields) {
    return { name, doc, fields, optional: true };
}
/** Every field of a shape by its path: `updates`, `rollout.samples`. */
export function fieldsByPath(shape) {
    return new Map([
        ...shape.fields.map((one) => [one.name, one]),
        ...shape.blocks.flatMap((group) => group.fields.map((one) => [`${group.name}.${one.name}`, one])),
    ]);
}
