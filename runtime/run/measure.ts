import { evaluate, suiteReadings } from '../stages/evaluate.ts';
import { fromJsonNumber } from '../control/index.ts';
import { figures, type EvaluateEvent, type Figures, type SuiteFigures } from './events.ts';
import { emit, type Run } from './run.ts';

/**
 * Measures a suite and logs it. `known`: its figures where it was measured after this very step; evaluation is
 * a function of the policy, so they need not be found again.
 */
export async function measureSuite(
  run: Run,
  suite: string,
  phase: EvaluateEvent['phase'],
  step: number,
  known?: SuiteFigures,
): Promise<{ event: EvaluateEvent; values: Record<string, number> }> {
  const held = run.suites.get(suite)!;
  const { training } = run;
  const progress = (done: number, of: number) =>
    run.options.onProgress?.({ phase: 'evaluate', step, done, of, suite });
  const measured: SuiteFigures =
    known ?? jsonFigures(await evaluate(training, held, training.seed, training.limits.sequences, progress));
  const event: EvaluateEvent = {
    event: 'evaluate',
    step,
    seconds: run.seconds(),
    suite,
    phase,
    figures: measured,
  };
  emit(run, event);
  return { event, values: suiteReadings(suite, numbers(measured)) };
}

function jsonFigures(of: {
  all: Record<string, number>;
  tasks: Record<string, Record<string, number>>;
}): SuiteFigures {
  return {
    all: figures(of.all),
    tasks: Object.fromEntries(Object.entries(of.tasks).map(([entry, values]) => [entry, figures(values)])),
  };
}

function numbers(of: SuiteFigures): {
  all: Record<string, number>;
  tasks: Record<string, Record<string, number>>;
} {
  const plain = (values: Figures) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fromJsonNumber(value)]));
  return {
    all: plain(of.all),
    tasks: Object.fromEntries(Object.entries(of.tasks).map(([entry, values]) => [entry, plain(values)])),
  };
}
