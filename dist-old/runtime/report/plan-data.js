import { spelledSuiteSetting } from "../graph/spelling.js";
import { bounds } from "./bounds.js";
import { nodeValues, valuesOf } from "./resolved-values.js";
import { isConstant } from "./schedule-drawing.js";
import { triggerWords } from "./trigger-words.js";
/** Every resolved value by stage, mixture and suite, with where it comes from, and the bounds of the run. */
export function planData({ graph, hash, origins }) {
    const ofNodes = (stage) => graph.nodes
        .filter((node) => node.stage === stage)
        .flatMap((node) => nodeValues(graph, node, origins))
        .map(({ name, pointer, value, origin }) => ({ name, pointer, value: leaf(value), origin }));
    const below = (data, pointer, spelled) => valuesOf(data, pointer, origins, spelled).map(({ value, ...rest }) => ({ ...rest, value: leaf(value) }));
    return {
        format: 'prorl-plan/1',
        pipeline: graph.pipeline,
        graph: hash,
        seed: graph.seed,
        stages: graph.stages.map(({ id, kind }) => ({ id, kind, values: ofNodes(id) })),
        mixtures: Object.fromEntries(Object.entries(graph.mixtures).map(([name, { entries, curriculum }]) => [
            name,
            [
                ...entries.flatMap((entry, i) => below(entry, `/mixtures/${name}/entries/${i}`)),
                ...(curriculum === null ? [] : below(curriculum, `/mixtures/${name}/curriculum`)),
            ],
        ])),
        suites: Object.fromEntries(Object.entries(graph.suites).map(([name, suite]) => [
            name,
            below(suite, `/suites/${name}`, spelledSuiteSetting),
        ])),
        pipelineValues: ofNodes(null),
        atMost: bounds(graph),
    };
}
function leaf(value) {
    switch (value.kind) {
        case 'schedule': {
            const [piece] = value.schedule.pieces;
            return isConstant(value.schedule) && piece && piece.shape !== 'cycle' ? piece.start : value.schedule;
        }
        case 'trigger':
            return { words: triggerWords(value.trigger), trigger: value.trigger };
        case 'plain':
        case 'list':
            return value.value;
    }
}
