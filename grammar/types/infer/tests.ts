import type { Expectation } from '../../../runtime/graph/index.ts';
import type { Expect, Expression, Given, Run, TestDeclaration } from '../../ast.ts';
import { listed, nearestFix, problem } from '../../diagnostics/index.ts';
import type { Module } from '../../modules/index.ts';
import { moduleScope } from '../scope.ts';
import { t } from '../type.ts';
import { expressionText } from '../text.ts';
import type { ResolvedExpect, ResolvedGiven, ResolvedPipeline, ResolvedTest } from '../value.ts';
import { whyStill } from '../why-still.ts';
import { numberOf, type Context } from './context.ts';
import { misplaced } from './fields.ts';
import { metricOf } from './metrics.ts';
import { lookUp } from './names.ts';
import { openParameters, scopeOf } from './parameters.ts';
import { readPipeline, readPlan } from './pipelines.ts';

export const events = [
  'reset',
  'guard',
  'transition',
  'skip',
  'end',
  'checkpoint',
  'evaluate',
  'curriculum',
  'audit',
] as const satisfies readonly Expectation['event'][];

/** Reads a test: metrics that are given, stages that run, events that must happen. */
export function readTest(cx: Context, declaration: TestDeclaration, module: Module): ResolvedTest {
  const given: ResolvedGiven[] = [];
  const expect: ResolvedExpect[] = [];
  let sound = true;
  const whole = wholePipeline(cx, declaration);
  const items = declaration.body.items.filter((item) => item !== whole?.item);
  const plan = readPlan(cx, { ...declaration.body, items }, (item) => {
    if (item.kind === 'Given') {
      const one = readGiven(cx, item);
      if (one) given.push(one);
      else sound = false;
    } else if (item.kind === 'Expect') {
      const one = readExpect(cx, item);
      if (one) expect.push(one);
      else sound = false;
    } else {
      misplaced(cx, item, 'a test', 'given, run, evaluate, checkpoint and expect');
      sound = false;
    }
  });
  const { name } = declaration;
  if (
    whole !== undefined &&
    (plan.runs.length > 0 || plan.evaluates.length > 0 || plan.checkpoint !== null)
  ) {
    cx.report(
      problem('G0523', whole.item.span, 'this test runs a whole pipeline and something else', {
        label: 'a pipeline runs alone',
        reason: 'It brings its own stages, evaluations and checkpoints. Write a second test for the rest.',
      }),
    );
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
function wholePipeline(
  cx: Context,
  declaration: TestDeclaration,
): { item: Run; plan: ResolvedPipeline } | undefined {
  for (const item of declaration.body.items) {
    if (item.kind !== 'Run' || item.stage.kind !== 'Path') continue;
    if (item.until !== null || item.for !== null || item.when !== null) continue;
    const found = lookUp(cx, item.stage.text);
    if (found?.kind !== 'declaration' || found.declaration.kind !== 'PipelineDeclaration') continue;
    const { declaration: pipeline, module } = found;
    const outside = cx.in(moduleScope(module));
    const filled = openParameters(outside, pipeline.parameters, module);
    return { item, plan: readPipeline(outside.in(scopeOf(module, filled), pipeline), pipeline, module) };
  }
  return undefined;
}

function readGiven(cx: Context, item: Given): ResolvedGiven | undefined {
  const metric = metricOf(cx, item.metric);
  let before = 0;
  const values = item.values.map((one) => {
    const value = numberOf(cx, one.value, t.number, { still: whyStill.given });
    const from = one.from === null ? 1 : stepNumber(cx, one.from);
    if (value?.kind !== 'number' || from === undefined) return undefined;
    if (from <= before) {
      return cx.report(
        problem('S0401', one.from?.span ?? one.span, `step ${from} does not come after step ${before}`, {
          reason: 'Each value holds from its step until the next one.',
        }),
      );
    }
    before = from;
    return { from, value: value.value };
  });
  if (metric?.kind !== 'metric' || values.some((one) => one === undefined)) return undefined;
  return { metric: metric.name, values: values as ResolvedGiven['values'], span: item.span };
}

/** `step 40`, or a bare `40`; `least` is 0 for what may happen before the first step. */
function stepNumber(cx: Context, expression: Expression, least = 1): number | undefined {
  const inner = expression.kind === 'StepNumber' ? expression.number : expression;
  const number = numberOf(cx, inner, t.whole);
  if (number?.kind !== 'number') return undefined;
  if (number.value >= least) return number.value;
  return cx.report(problem('T0304', expression.span, 'steps are numbered from 1'));
}

function readExpect(cx: Context, item: Expect): ResolvedExpect | undefined {
  const event = events.find((one) => one === item.event.text);
  if (event === undefined) {
    if (item.event.text === '') return undefined;
    return cx.report(
      problem('N0218', item.event.span, `no event is called "${item.event.text}"`, {
        reason: `A test can expect ${listed([...events], 'or', events.length)}.`,
        fix: nearestFix(item.event.span, item.event.text, events),
      }),
    );
  }
  const steps = item.at.map((one) => stepNumber(cx, one, event === 'skip' ? 0 : 1));
  if (steps.includes(undefined)) return undefined;
  const sorted = [...new Set(steps as number[])].sort((a, b) => a - b);
  const text = item.never ? `${event} never` : `${event} at ${item.at.map(expressionText).join(', ')}`;
  return { event, steps: sorted, text, span: item.span };
}
