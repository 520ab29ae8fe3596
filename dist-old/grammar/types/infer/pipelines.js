import { problem } from "../../diagnostics/index.js";
import { t } from "../type.js";
import { expressionText } from "../text.js";
import { readAudit } from "./audits.js";
import { readCondition } from "./clauses.js";
import { misplaced, reportUnknownField, Written } from "./fields.js";
import { resolveStage } from "./stages.js";
import { positive } from "./triggers.js";
const pipelineShape = {
    doc: 'What is run.',
    fields: [
        { name: 'model', type: t.model, default: undefined, doc: 'The model to train.' },
        {
            name: 'seed',
            type: t.whole,
            default: 1,
            doc: 'All random numbers derive from it.',
            still: 'All random numbers of a run derive from one seed, so that the run can be repeated.',
        },
    ],
    blocks: [],
};
export function readPipeline(cx, declaration, module) {
    const takes = 'model, seed, evaluate, audit, checkpoint and run';
    const plan = readPlan(cx, declaration.body, (item) => misplaced(cx, item, 'a pipeline', takes));
    return { ...plan, name: declaration.name.text, declaration, module, span: declaration.name.span };
}
/** Reads the items that say what runs; `other` gets the rest. */
export function readPlan(cx, body, other) {
    const written = new Written();
    let model = null;
    let seed = { value: { kind: 'number', value: 1, unit: null }, span: null };
    let checkpoint = null;
    let checkpoints = 0;
    let sound = true;
    const evaluates = [];
    const audits = [];
    const runs = [];
    for (const item of body.items) {
        switch (item.kind) {
            case 'Field': {
                const value = readField(cx, item, written);
                if (value?.value.kind === 'model')
                    model = value;
                else if (value?.value.kind === 'number')
                    seed = value;
                else
                    sound = false;
                break;
            }
            case 'Evaluate': {
                const evaluate = readEvaluate(cx, item);
                if (evaluate)
                    evaluates.push(evaluate);
                else
                    sound = false;
                break;
            }
            case 'Audit': {
                const audit = readAudit(cx, item);
                if (audit)
                    audits.push(audit);
                else
                    sound = false;
                break;
            }
            case 'Checkpoint': {
                checkpoints += 1;
                if (checkpoints > 1) {
                    cx.report(problem('N0206', item.span, 'a second "checkpoint"', {
                        reason: 'One line says it all: checkpoint every N steps, keep last N, keep best by METRIC.',
                    }));
                }
                checkpoint = readCheckpoint(cx, item) ?? null;
                if (checkpoint === null)
                    sound = false;
                break;
            }
            case 'Run': {
                const run = readRun(cx, item);
                if (run)
                    runs.push(run);
                else
                    sound = false;
                break;
            }
            default:
                other(item);
        }
    }
    return { model, seed, checkpoint, evaluates, audits, runs, sound };
}
function readField(cx, item, written) {
    const known = pipelineShape.fields.find((one) => one.name === item.name.text);
    if (known === undefined)
        return reportUnknownField(cx, item.name, 'a pipeline', pipelineShape);
    if (!written.first(cx, item.name))
        return undefined;
    const value = cx.evaluate(item.value, known.type, 'still' in known ? { still: known.still } : {});
    return value && { value, span: item.value.span };
}
/** A period in steps, which must be written. */
function readEvery(cx, every, what, at) {
    if (every === null) {
        return cx.report(problem('T0307', at, `how often should it ${what}?`, { label: `write "every 25 steps" after it` }));
    }
    const value = positive(cx, every, 'steps');
    return value?.kind === 'number' ? { value, span: every.span } : undefined;
}
function readEvaluate(cx, item) {
    const suite = cx.evaluate(item.suite, t.suite);
    const every = readEvery(cx, item.every, 'evaluate', item.span);
    if (suite?.kind !== 'suite' || every === undefined)
        return undefined;
    return { suite: suite.suite, every, span: item.suite.span };
}
function readCheckpoint(cx, item) {
    const every = readEvery(cx, item.every, 'save a checkpoint', item.span);
    const last = item.keepLast === null ? null : cx.evaluate(item.keepLast, t.times);
    const best = item.keepBestBy === null ? null : cx.evaluate(item.keepBestBy, t.metric);
    if (every === undefined || last === undefined || best === undefined)
        return undefined;
    const one = { kind: 'number', value: 1, unit: null };
    return {
        every,
        keepLast: last?.kind === 'number' ? { value: last, span: item.keepLast.span } : { value: one, span: null },
        keepBestBy: best?.kind === 'metric' ? { value: best, span: item.keepBestBy.span } : null,
        span: item.span,
    };
}
function readRun(cx, item) {
    const use = cx.evaluate(item.stage, t.stage);
    const until = readEnd(cx, item);
    if (use?.kind !== 'stage')
        return undefined;
    const stage = resolveStage(cx, use.stage, item.stage.span, item.overrides);
    return stage && until !== undefined ? { stage, until, span: item.span } : undefined;
}
/** When a stage ends; null: nothing says so. */
function readEnd(cx, item) {
    const ends = [item.for, item.until].flatMap((one) => (one === null ? [] : [readCondition(cx, one)]));
    if (ends.includes(undefined))
        return undefined;
    const [first, second] = ends;
    if (first === undefined)
        return null;
    if (second === undefined)
        return first;
    if (first.value.kind === 'open' || second.value.kind === 'open')
        return first;
    const trigger = { op: 'or', of: [first.value.trigger, second.value.trigger] };
    const text = [item.for, item.until].map((one) => expressionText(one)).join(' or ');
    return { value: { kind: 'trigger', trigger, text }, span: item.span };
}
