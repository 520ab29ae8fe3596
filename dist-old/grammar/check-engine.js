import { supportOf } from "../runtime/graph/engines.js";
import { featuresOf } from "../runtime/graph/features.js";
import { placeOf } from "./check-graph.js";
import { problem } from "./diagnostics/index.js";
/** What an engine lacks of what a graph asks of it, told at the source; once for each place and feature. */
export function engineProblems(graph, engine, { file, origins, sources }) {
    const told = new Set();
    const found = featuresOf(graph).flatMap(({ feature, pointer }) => {
        const support = supportOf(engine, feature);
        if (support?.as !== 'lacking')
            return [];
        const span = placeOf(pointer, origins, sources, file);
        const key = `${feature} ${span.file}:${span.start}`;
        if (told.has(key))
            return [];
        told.add(key);
        return [
            problem('G0528', span, `${engine.name} does not have ${feature}`, {
                label: 'asked for here',
                reason: support.why,
                fix: { title: lowered(support.instead), edits: [] },
            }),
        ];
    });
    return found.toSorted((a, b) => a.primary.span.start - b.primary.span.start);
}
/** A sentence as the title of a fix. */
function lowered(sentence) {
    return sentence[0].toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
