import { listed, nearestFix, problem } from "../../diagnostics/index.js";
import { moduleScope } from "../scope.js";
import { t } from "../type.js";
import { expressionText } from "../text.js";
import { numberOf } from "./context.js";
import { misplaced } from "./fields.js";
import { metricOf } from "./metrics.js";
import { lookUp } from "./names.js";
import { openParameters, scopeOf } from "./parameters.js";
import { readPipeline, readPlan } from "./pipelines.js";
export const events = [
    'reset',
    'guard',
    'transition',
    'end',
    'checkpoint',
    'evaluate',
    'curriculum',
    'audit',
];
/** Reads a test: metrics that are given, stages that run, events that must happen. */
export function readTest(cx, declaration, module) {
    const given = [];
    const expect = [];
    let sound = true;
    const whole = wholePipeline(cx, declaration);
    const items = declaration.body.items.filter((item) => item !== whole?.item);
    const plan = readPlan(cx, { ...declaration.body, items }, (item) => {
        if (item.kind === 'Given') {
            const one = readGiven(cx, item);
            if (one)
                given.push(one);
            else
                sound = false;
        }
        else if (item.kind === 'Expect') {
            const one = readExpect(cx, item);
            if (one)
                expect.push(one);
            else
                sound = false;
        }
        else {
            misplaced(cx, item, 'a test', 'given, run, evaluate, checkpoint and expect');
            sound = false;
        }
    });
    const { name } = declaration;
    if (whole !== undefined &&
        (plan.runs.length > 0 || plan.evaluates.length > 0 || plan.checkpoint !== null)) {
        cx.report(problem('G0523', whole.item.span, 'this test runs a whole pipeline and something else', {
            label: 'a pipeline runs alone',
            reason: 'It brings its own stages, evaluations and checkpoints. Write a second test for the rest.',
        }));
        sound = false;
    }
    const run = whole?.plan ?? plan;
    return {
        name: name.text,
        plan: {
            ...run,
            sound: run.sound && sound,
            name: name.text,
            declaration: null,
            module,
            span: name.span,
        },
        given,
        expect,
        span: name.span,
    };
}
/** `run quickstart`, where that is a pipeline: all that it runs, evaluates and saves. */
function wholePipeline(cx, declaration) {
    for (const item of declaration.body.items) {
        if (item.kind !== 'Run' || item.stage.kind !== 'Path' || item.until !== null || item.for !== null)
            continue;
        const found = lookUp(cx, item.stage.text);
        if (found?.kind !== 'declaration' || found.declaration.kind !== 'PipelineDeclaration')
            continue;
        const { declaration: pipeline, module } = found;
        const outside = cx.in(moduleScope(module));
        const filled = openParameters(outside, pipeline.parameters, module);
        return { item, plan: readPipeline(outside.in(scopeOf(module, filled), pipeline), pipeline, module) };
    }
    return undefined;
}
function readGiven(cx, item) {
    const metric = metricOf(cx, item.metric);
    let before = 0;
    const values = item.values.map((one) => {
        const value = numberOf(cx, one.value, t.number);
        const from = one.from === null ? 1 : stepNumber(cx, one.from);
        if (value?.kind !== 'number' || from === undefined)
            return undefined;
        if (from <= before) {
            return cx.report(problem('S0401', one.from?.span ?? one.span, `step ${from} does not come after step ${before}`, {
                reason: 'Each value holds from its step until the next one.',
            }));
        }
        before = from;
        return { from, value: value.value };
    });
    if (metric?.kind !== 'metric' || values.some((one) => one === undefined))
        return undefined;
    return { metric: metric.name, values: values, span: item.span };
}
/** `step 40`, or a bare `40`. */
function stepNumber(cx, expression) {
    const inner = expression.kind === 'StepNumber' ? expression.number : expression;
    const number = numberOf(cx, inner, t.whole);
    if (number?.kind !== 'number')
        return undefined;
    if (number.value >= 1)
        return number.value;
    return cx.report(problem('T0304', expression.span, 'steps are numbered from 1'));
}
function readExpect(cx, item) {
    const event = events.find((one) => one === item.event.text);
    if (event === undefined) {
        if (item.event.text === '')
            return undefined;
        return cx.report(problem('N0218', item.event.span, `no event is called "${item.event.text}"`, {
            reason: `A test can expect ${listed([...events], 'or')}.`,
            fix: nearestFix(item.event.span, item.event.text, events),
        }));
    }
    const steps = item.at.map((one) => stepNumber(cx, one));
    if (steps.includes(undefined))
        return undefined;
    const sorted = [...new Set(steps)].sort((a, b) => a - b);
    const text = item.never ? `${event} never` : `${event} at ${item.at.map(expressionText).join(', ')}`;
    return { event, steps: sorted, text, span: item.span };
}
