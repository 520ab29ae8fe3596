import { entryNames } from "../types/entry-names.js";
import { edgesOf } from "./edges.js";
import { Names } from "./names.js";
import { originOf, pointer } from "./origins.js";
import { lowerStage } from "./stage.js";
/**
 * A pipeline that passed every check, as its graph. The result depends on what the program means,
 * not on its layout nor on the order of its declarations.
 */
export function lowerPipeline(pipeline, options) {
    const names = new Names(options.locate);
    const ids = entryNames(pipeline.runs.map((one) => one.stage.name));
    const stages = pipeline.runs.map((run, i) => ({ id: ids[i], kind: run.stage.kind }));
    const placed = [
        ...pipeline.runs.flatMap((run, i) => lowerStage(run, ids[i], names)),
        ...evaluateNodes(pipeline, names),
        ...auditNodes(pipeline),
        ...checkpointNodes(pipeline),
    ];
    for (const suite of options.suites ?? [])
        names.suite(suite);
    const nodes = placed.map((one) => one.node);
    const model = pipeline.model?.value.model.source ?? options.model;
    if (model === undefined)
        throw new TypeError('a pipeline has no model');
    const graph = {
        format: 'prorl-graph/1',
        edition: options.edition,
        pipeline: pipeline.name,
        seed: pipeline.seed.value.value,
        model,
        mixtures: names.mixtures,
        suites: names.suites,
        stages,
        nodes,
        edges: edgesOf(nodes, stages),
        libraries: [...options.libraries],
    };
    return {
        graph,
        // Of a test nobody asks for them.
        get origins() {
            return Object.assign(originsOf(pipeline, placed), names.origins);
        },
    };
}
function evaluateNodes(pipeline, names) {
    const sorted = pipeline.evaluates.toSorted((a, b) => a.suite.declaration.name.text < b.suite.declaration.name.text ? -1 : 1);
    return sorted.map(({ suite, every, span }, i) => {
        const node = {
            id: i === 0 ? 'evaluate' : `evaluate-${i + 1}`,
            stage: null,
            kind: 'evaluate',
            config: { suite: names.suite(suite), every: every.value.value },
        };
        return {
            node,
            origins: new Map([
                ['suite', originOf(span)],
                ['every', originOf(every.span)],
            ]),
        };
    });
}
function auditNodes({ audits }) {
    const sorted = audits.toSorted((a, b) => (a.metric.value.name < b.metric.value.name ? -1 : 1));
    return sorted.map(({ metric, against, over, gap, span }, i) => ({
        node: {
            id: i === 0 ? 'audit' : `audit-${i + 1}`,
            stage: null,
            kind: 'audit',
            config: {
                metric: metric.value.name,
                against: against.value.name,
                over: over.value,
                gap: gap.value,
            },
        },
        origins: new Map([
            ['metric', originOf(metric.span)],
            ['against', originOf(against.span ?? span)],
            ['over', originOf(over.span)],
            ['gap', originOf(gap.span)],
        ]),
    }));
}
function checkpointNodes({ checkpoint }) {
    if (checkpoint === null)
        return [];
    const { every, keepLast, keepBestBy } = checkpoint;
    return [
        {
            node: {
                id: 'checkpoint',
                stage: null,
                kind: 'checkpoint',
                config: {
                    every: every.value.value,
                    keepLast: keepLast.value.value,
                    keepBestBy: keepBestBy?.value.name ?? null,
                },
            },
            origins: new Map([
                ['every', originOf(every.span)],
                ['keepLast', originOf(keepLast.span)],
                ['keepBestBy', originOf(keepBestBy?.span ?? null)],
            ]),
        },
    ];
}
function originsOf(pipeline, placed) {
    const origins = {
        '/pipeline': originOf(pipeline.span),
        '/seed': originOf(pipeline.seed.span),
        '/model': originOf(pipeline.model?.span ?? null),
    };
    pipeline.runs.forEach((run, i) => {
        origins[pointer('stages', i)] = originOf(run.span);
    });
    placed.forEach((one, i) => {
        const at = pointer('nodes', i, 'config');
        for (const [key, origin] of one.origins)
            origins[`${at}/${key}`] = origin;
    });
    return origins;
}
