import { parse } from "./parse.js";
import { KnownParts } from "./parts.js";
/**
 * Remembers each file as it was last seen: one that did not change is not parsed again, and of one
 * that did only the declarations that changed, and their neighbours.
 */
export class ParseCache {
    files = new Map();
    /** Like `parse`. The trees are shared: nobody may change them. */
    parse = (file, text) => {
        const known = this.files.get(file);
        if (known?.text === text)
            return known.parsed;
        const parts = known?.parts ?? new KnownParts();
        const parsed = parse(file, text, parts);
        this.files.set(file, { text, parsed, parts });
        return parsed;
    };
    /** How many declarations and imports of a file were parsed anew when it was parsed last. */
    parsedAnew(file) {
        return this.files.get(file)?.parts.parsed ?? 0;
    }
    forget(file) {
        this.files.delete(file);
    }
}
