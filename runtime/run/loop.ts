import { setImmediate } from 'node:timers/promises';
import type { Move } from '../control/index.ts';
import { ExitCode, ProrlError } from '../errors.ts';
import type { StagePlan } from '../graph/index.ts';
import { disposeGoodState, takeGoodState, type GoodState } from '../stages/guard.ts';
import { act } from './actions.ts';
import { saveCheckpoint } from './checkpoints.ts';
import { measureSuite } from './measure.ts';
import { figures, type RunStatus, type SuiteFigures } from './events.ts';
import { emit, warn, type Run } from './run.ts';
import { appendSamples, cutSamples } from './samples.ts';
import { reinforceStep } from './step.ts';
import { supervisedStep } from './supervised-step.ts';
import { enterStage, type StepOutcome } from './training.ts';

export interface LoopEnd {
  status: Exclude<RunStatus, 'failed'>;
  final: Record<string, SuiteFigures> | null;
}

/**
 * Runs training to its end: the base evaluation, then step by step what the controller decides, then
 * the final evaluation. `resumed`: the state comes from a checkpoint, and the base figures with it.
 * Throws a ProrlError where a guard gives up.
 */
export async function runLoop(run: Run, resumed: boolean): Promise<LoopEnd> {
  const { controller } = run.training;
  if (resumed) cutSamples(run.folder, controller.steps);
  else await start(run);
  let measured: Record<string, SuiteFigures> = resumed || controller.steps > 0 ? {} : run.record.base;
  let good = await goodState(run, controller.stage);

  while (controller.stage !== null) {
    // Computing never gives the event loop a turn: without one, a signal would not be seen.
    await setImmediate();
    if (run.options.signal?.aborted) {
      await saveCheckpoint(run, 'interrupt');
      disposeGoodState(good);
      return { status: 'interrupted', final: null };
    }
    if (run.options.maxSteps !== undefined && controller.steps >= run.options.maxSteps) break;
    const plan = controller.stage;
    const outcome = await takeStep(run, plan);
    measured = {};
    const readings = { ...outcome.metrics };
    for (const suite of new Set(controller.evaluationsDue().map((node) => node.config.suite))) {
      const { event, values } = await measureSuite(run, suite, 'due', controller.step);
      measured[suite] = event.figures;
      Object.assign(readings, values);
    }
    const decisions = controller.observe({ metrics: readings, tokens: outcome.tokens });
    // What a rolled-back policy got right says nothing of the one that goes on.
    if (!decisions.some((one) => (one.kind === 'guard' || one.kind === 'stop') && one.rollback)) {
      for (const move of outcome.moves()) moved(run, plan, move);
    }
    for (const decision of decisions) {
      if (decision.kind === 'guard' && decision.rollback) measured = {};
      await act(run, plan, decision, good);
      if (decision.kind === 'stop') {
        throw new ProrlError(`The run was stopped: ${decision.why}.`, {
          exitCode: ExitCode.runFailed,
          hint: 'Lower the rate, raise the KL coefficient, or let the guard fire more often (at_most).',
        });
      }
    }
    disposeGoodState(good);
    good = await goodState(run, controller.stage);
  }

  disposeGoodState(good);
  if (!controller.done) await saveCheckpoint(run, 'end');
  const final: Record<string, SuiteFigures> = {};
  for (const suite of run.suites.keys()) {
    const { event } = await measureSuite(run, suite, 'final', controller.steps, measured[suite]);
    final[suite] = event.figures;
  }
  return { status: controller.done ? 'done' : 'stopped', final };
}

/** The base evaluation, and the first stage made ready. */
async function start(run: Run): Promise<void> {
  const { controller } = run.training;
  const readings: Record<string, number> = {};
  for (const suite of run.suites.keys()) {
    const { event, values } = await measureSuite(run, suite, 'base', 0);
    run.record.base[suite] = event.figures;
    Object.assign(readings, values);
  }
  controller.begin(readings);
  if (controller.stage !== null) {
    await enterStage(run.training, controller.stage, null);
    run.record.stages.push({ id: controller.stage.id, firstStep: 1, steps: 0 });
  }
}

async function takeStep(
  run: Run,
  plan: StagePlan,
): Promise<Pick<StepOutcome, 'metrics' | 'tokens' | 'moves'>> {
  const { controller } = run.training;
  const { step } = controller;
  run.options.onProgress?.({ phase: 'step', step, done: 0, of: 1 });
  const began = performance.now();
  const outcome =
    plan.kind === 'reinforce'
      ? await reinforceStep(run.training, plan)
      : await supervisedStep(run.training, plan);
  if (run.options.samples !== undefined) appendSamples(run.folder, outcome.samples(run.options.samples));
  const metrics = { ...outcome.metrics, 'time.step': (performance.now() - began) / 1000 };
  for (const message of outcome.warnings) warn(run, message, step);
  const stage = run.record.stages.at(-1);
  if (stage !== undefined) stage.steps += 1;
  emit(run, {
    event: 'step',
    step,
    seconds: run.seconds(),
    stage: plan.id,
    stageStep: controller.stageSteps + 1,
    tokens: controller.tokens + outcome.tokens,
    metrics: figures(metrics),
  });
  return { metrics, tokens: outcome.tokens, moves: outcome.moves };
}

/** Logs that the curriculum moved an entry. The controller has taken the step. */
function moved(run: Run, plan: StagePlan, move: Move): void {
  emit(run, {
    event: 'curriculum',
    step: run.training.controller.steps,
    seconds: run.seconds(),
    stage: plan.id,
    mixture: plan.sample.config.mixture,
    ...move,
  });
}

/** A copy to roll back to, where the stage has a guard that may. */
async function goodState(run: Run, plan: StagePlan | null): Promise<GoodState | null> {
  const needed = plan?.guards.some((guard) => guard.config.rollback) ?? false;
  return needed ? takeGoodState(run.training.controller.steps, run.training) : null;
}
