/**
 * The few messages of TensorFlow's graph format that a recording needs, in protocol buffers' encoding
 * (graph.proto, node_def.proto, attr_value.proto, tensor.proto, saved_model.proto of TensorFlow 2).
 */
/** TF_AttrType, of TensorFlow's C interface. */
const attributeField = { 0: 2, 1: 3, 2: 4, 3: 5, 4: 6, 5: 7 };
/** One entry of a node's attributes, from the form in which tfjs-node gives it. */
export function encodeAttribute({ name, type, value }) {
    const field = attributeField[type];
    if (field === undefined)
        throw new RangeError(`the attribute ${name} has the unknown type ${type}`);
    if (Array.isArray(value) && field !== 7) {
        return attributeEntry(name, bytes(1, concat(value.map((item) => encodeValue(field, item)))));
    }
    return attributeEntry(name, encodeValue(field, value));
}
/** The attribute that holds a constant: `data` is its content, little-endian. */
export function tensorAttribute(name, dtype, shape, data) {
    const tensor = concat([varintField(1, dtype), bytes(2, encodeShape(shape)), bytes(4, data)]);
    return attributeEntry(name, bytes(8, tensor));
}
export function typeAttribute(name, dtype) {
    return attributeEntry(name, varintField(6, dtype));
}
export function shapeAttribute(name, shape) {
    return attributeEntry(name, bytes(7, encodeShape(shape)));
}
/** A SavedModel of one graph under the tag `serve`. */
export function encodeSavedModel(nodes) {
    const graph = concat([
        ...nodes.map(({ name, op, inputs, attributes }) => bytes(1, concat([
            text(1, name),
            text(2, op),
            ...inputs.map((input) => text(3, input)),
            ...attributes.map((attribute) => bytes(5, attribute)),
        ]))),
        // The version of the format's producer: any since TensorFlow 2.0 reads the same here.
        bytes(4, varintField(1, 1000)),
    ]);
    const meta = concat([bytes(1, text(4, 'serve')), bytes(2, graph)]);
    return concat([varintField(1, 1), bytes(2, meta)]);
}
function attributeEntry(name, value) {
    return concat([text(1, name), bytes(2, value)]);
}
function encodeValue(field, value) {
    if (field === 2)
        return text(field, value);
    if (field === 4) {
        const encoded = new Uint8Array(5);
        encoded[0] = (field << 3) | 5;
        new DataView(encoded.buffer).setFloat32(1, value, true);
        return encoded;
    }
    if (field === 7)
        return bytes(field, encodeShape(value));
    return varintField(field, Number(value));
}
function encodeShape(shape) {
    return concat(shape.map((size) => bytes(2, varintField(1, size))));
}
function varintField(field, value) {
    return Uint8Array.from([...varint(field << 3), ...varint(value)]);
}
function text(field, value) {
    return bytes(field, Buffer.from(value, 'utf8'));
}
function bytes(field, content) {
    return concat([Uint8Array.from([...varint((field << 3) | 2), ...varint(content.length)]), content]);
}
/** Base 128, least significant group first; negative numbers as 64 bits in two's complement. */
function varint(value) {
    let rest = BigInt.asUintN(64, BigInt(value));
    const groups = [];
    while (rest > 127n) {
        groups.push(Number(rest & 127n) | 128);
        rest >>= 7n;
    }
    groups.push(Number(rest));
    return groups;
}
function concat(parts) {
    return Buffer.concat(parts);
}
