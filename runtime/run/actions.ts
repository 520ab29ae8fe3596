import { jsonNumber, type Decision } from '../control/index.ts';
import { stagePlan, type StagePlan } from '../graph/index.ts';
import { rollBack, type GoodState } from '../stages/guard.ts';
import { reset } from '../stages/reset.ts';
import { bestPolicy, saveCheckpoint } from './checkpoints.ts';
import { figures, type CheckpointEvent, type ResetEvent } from './events.ts';
import { emit, warn, type Run } from './run.ts';
import { enterStage } from './training.ts';

type DecisionOf<Kind extends Decision['kind']> = Extract<Decision, { kind: Kind }>;

/** Does what the controller decided after a step of the stage `plan`, and logs it. */
export async function act(
  run: Run,
  plan: StagePlan,
  decision: Decision,
  good: GoodState | null,
): Promise<void> {
  switch (decision.kind) {
    case 'guard':
    case 'stop':
      return guard(run, plan, decision, good);
    case 'audit': {
      const { node, values, finding } = decision;
      const { step, seconds } = { step: run.training.controller.steps, seconds: run.seconds() };
      const { divergence, diverges } = finding;
      return emit(run, {
        event: 'audit',
        step,
        seconds,
        node: node.id,
        ...node.config,
        values: figures(values),
        divergence: jsonNumber(divergence),
        diverges,
      });
    }
    case 'reset':
      return resetNow(run, plan, decision);
    case 'condition':
      return turnOf(run, decision);
    case 'transition':
      return transition(run, plan, decision);
    case 'checkpoint':
      return saveCheckpoint(run, 'due', bestOf(decision));
  }
}

function guard(
  run: Run,
  plan: StagePlan,
  decision: DecisionOf<'guard' | 'stop'>,
  good: GoodState | null,
): void {
  const { node, values, rollback } = decision;
  const { controller } = run.training;
  if (rollback && good !== null) rollBack(good, run.training);
  const step = controller.steps;
  const details = {
    stage: plan.id,
    node: node.id,
    trigger: node.config.whenText,
    values: figures(values),
    restored: rollback && good !== null ? good.step : null,
    rateScale: controller.rateScale,
  };
  run.record.guards.push({ step, ...details });
  emit(run, {
    event: 'guard',
    step,
    seconds: run.seconds(),
    ...details,
    count: decision.kind === 'guard' ? decision.fired : node.config.atMost + 1,
    atMost: node.config.atMost,
  });
}

function resetNow(run: Run, plan: StagePlan, { node, values, fired }: DecisionOf<'reset'>): void {
  const { training } = run;
  const step = training.controller.steps;
  const { reference, optimizer, whenText } = node.config;
  const from = node.config.to;
  const best = reference && from.source === 'best' ? bestPolicy(run, from.metric) : null;
  if (reference && from.source === 'best' && best === null) {
    const why = `no checkpoint is the best by ${from.metric} yet`;
    warn(run, `The reset after step ${step} took the current policy as the reference: ${why}.`, step);
  }
  const what = { reference, optimizer };
  reset(what, training, best?.policy);
  best?.policy.dispose();
  const to: ResetEvent['to'] =
    best !== null && from.source === 'best'
      ? { source: 'best', metric: from.metric, step: best.step }
      : { source: 'current' };
  if (reference && training.reference !== null)
    training.reference.origin = { source: to.source, step: best?.step ?? step };
  const details = {
    // The stage whose clause it is: one that begins is not the one whose step was taken.
    stage: node.stage ?? plan.id,
    node: node.id,
    trigger: whenText,
    values: figures(values),
    ...what,
    to,
  };
  run.record.resets.push({ step, ...details });
  emit(run, { event: 'reset', step, seconds: run.seconds(), ...details, count: fired });
}

/** Logs that the turn of a stage with a condition came. The controller has taken the step, or the base evaluation. */
export function turnOf(run: Run, { stage, values, holds }: DecisionOf<'condition'>): void {
  const { steps: step } = run.training.controller;
  const details = { trigger: stage.whenText ?? '', values: figures(values) };
  if (!holds) run.record.skipped.push({ id: stage.id, step, ...details });
  emit(run, { event: 'condition', step, seconds: run.seconds(), stage: stage.id, ...details, holds });
}

async function transition(run: Run, plan: StagePlan, decision: DecisionOf<'transition'>): Promise<void> {
  const { from, to, node, values } = decision;
  const { controller } = run.training;
  emit(run, {
    event: 'transition',
    step: controller.steps,
    seconds: run.seconds(),
    from,
    to,
    trigger: node.config.untilText,
    values: figures(values),
  });
  if (to === null) return;
  await enterStage(run.training, stagePlan(run.graph, to), plan);
  run.record.stages.push({ id: to, firstStep: controller.steps + 1, steps: 0 });
}

function bestOf({ node, values, best }: DecisionOf<'checkpoint'>): CheckpointEvent['best'] {
  const metric = node.config.keepBestBy;
  const value = metric === null ? undefined : values[metric];
  return best && metric !== null && value !== undefined ? { metric, value } : null;
}
