import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
// The package's types declare an ES module's default export; it is a CommonJS function.
const serialize = canonicalize;
/**
 * The name of a graph in run records: SHA-256, in hexadecimal, over its canonical JSON (RFC 8785).
 * The order of keys does not count, that of nodes and edges does. Numbers must be finite.
 */
export function graphHash(graph) {
    const text = serialize(graph);
    if (text === undefined)
        throw new TypeError('a graph is a JSON object');
    return createHash('sha256').update(text).digest('hex');
}
