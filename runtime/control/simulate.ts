import type { Expectation, PipelineTest } from '../graph/pipeline-test.ts';
import { Controller } from './controller.ts';
import type { Decision } from './decision.ts';
import { SimulatedCurricula } from './simulate-curricula.ts';

export interface ExpectationResult {
  readonly text: string;
  readonly line: number;
  readonly passed: boolean;
  readonly expected: number[];
  readonly got: number[];
  /** One sentence: what was expected and what happened. */
  readonly explanation: string;
}

export interface TestResult {
  readonly name: string;
  readonly passed: boolean;
  readonly at: PipelineTest['at'];
  /** Steps that were simulated. */
  readonly steps: number;
  readonly milliseconds: number;
  readonly expectations: ExpectationResult[];
  /** Why the test could not be carried out to its end; null: it was. */
  readonly error: string | null;
}

type Happened = Record<Expectation['event'], number[]>;

/** A test that has not ended by then never will: at this many steps only a length beyond any real run could still end it. */
const longest = 100_000;

/**
 * Runs a test of a pipeline's control logic: the given metrics, the real controller, no model.
 * A suite's metrics are read before the first step, and when the test's graph evaluates the suite, or at every step
 * where it never does. Where a mixture has a curriculum, its entries are drawn as in a run and pass at the rate that
 * `task.ENTRY.correct` is given. `tokens.sampled`, where given, counts as the step's tokens. `transition` is the end
 * of any stage; `end` is that of the run, by its last stage or by a guard.
 */
export function simulate(test: PipelineTest): TestResult {
  const started = performance.now();
  const controller = new Controller(test.graph);
  const happened: Happened = {
    reset: [],
    guard: [],
    transition: [],
    skip: [],
    end: [],
    checkpoint: [],
    evaluate: [],
    curriculum: [],
    audit: [],
  };
  const curricula = new SimulatedCurricula(test.graph);
  const suites = new Set(
    test.graph.nodes.flatMap((node) => (node.kind === 'evaluate' ? [node.config.suite] : [])),
  );
  let stopped: string | null = null;
  const base = givenAt(test, 1, (metric) => Object.hasOwn(test.graph.suites, suiteOf(metric)));
  if (controller.begin(base).flatMap(eventsOf).includes('skip')) happened.skip.push(0);
  if (controller.done) happened.end.push(0);

  while (!controller.done && stopped === null && controller.steps < longest) {
    const { step } = controller;
    const due = new Set(controller.evaluationsDue().map((node) => node.config.suite));
    if (due.size > 0) happened.evaluate.push(step);
    const read = (suite: string): boolean => !suites.has(suite) || due.has(suite);
    const metrics = givenAt(test, step, (metric) => read(suiteOf(metric)));
    const { levels, learn } = curricula.step(controller, metrics);
    const decisions = controller.observe({
      metrics: { ...levels, ...metrics },
      tokens: metrics['tokens.sampled'] ?? 0,
    });
    const rolledBack = decisions.some((one) => (one.kind === 'guard' || one.kind === 'stop') && one.rollback);
    if (!rolledBack && learn()) happened.curriculum.push(step);
    for (const event of new Set(decisions.flatMap(eventsOf))) happened[event].push(step);
    const stop = decisions.find((decision) => decision.kind === 'stop');
    if (stop) stopped = stop.why;
  }

  const { steps } = controller;
  const error =
    controller.done || stopped !== null
      ? null
      : `stage '${controller.stage?.id ?? ''}' does not end with the given metrics (${longest} steps tried): give it a length, such as 'for 100 steps'`;
  const ended = stopped ?? `the run ended after step ${steps}`;
  const expectations = test.expect.map((expectation) =>
    judge(expectation, happened[expectation.event], steps, ended),
  );
  return {
    name: test.name,
    passed: error === null && expectations.every(({ passed }) => passed),
    at: test.at,
    steps,
    milliseconds: performance.now() - started,
    expectations,
    error,
  };
}

/** The given metrics that have a reading at a step. */
function givenAt(
  test: PipelineTest,
  step: number,
  measured: (metric: string) => boolean,
): Record<string, number> {
  const metrics: Record<string, number> = {};
  for (const { metric, values } of test.given) {
    const value = values.filter(({ from }) => from <= step).at(-1)?.value;
    if (value !== undefined && measured(metric)) metrics[metric] = value;
  }
  return metrics;
}

/** The first dotted part of a suite's metric is the suite's name; of another's it names no suite. */
function suiteOf(metric: string): string {
  return metric.split('.')[0] ?? '';
}

function eventsOf(decision: Decision): Expectation['event'][] {
  if (decision.kind === 'audit') return decision.finding.diverges ? ['audit'] : [];
  if (decision.kind === 'stop') return ['guard', 'end'];
  if (decision.kind === 'condition') return decision.holds ? [] : ['skip'];
  if (decision.kind === 'transition' && decision.to === null) return ['transition', 'end'];
  return [decision.kind];
}

function judge(
  { event, steps: expected, text, line }: Expectation,
  got: number[],
  steps: number,
  ended: string,
): ExpectationResult {
  const passed = expected.length === got.length && expected.every((step, i) => step === got[i]);
  const wanted = expected.length === 0 ? `no ${event}` : `${event} at ${expected.join(', ')}`;
  const was = got.length === 0 ? 'none' : listed(got);
  const late = expected.some((step) => step > steps) ? `; ${ended}` : '';
  const explanation = passed ? `${wanted}, as expected` : `expected ${wanted}; got ${was}${late}`;
  return { text, line, passed, expected, got, explanation };
}

/** The first steps of a long list, and how many more there are. */
function listed(steps: number[], most = 12): string {
  if (steps.length <= most) return steps.join(', ');
  return `${steps.slice(0, most).join(', ')} and ${steps.length - most} more`;
}
