import { evaluate, suiteReadings, type Measured } from '../stages/evaluate.ts';
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
): Promise<SuiteFigures> {
  const held = run.suites.get(suite)!;
  const { training } = run;
  const progress = (done: number, of: number) =>
    run.options.onProgress?.({ phase: 'evaluate', step, done, of, suite });
  const measured: SuiteFigures =
    known ?? jsonFigures(await evaluate(training, held, training.seed, training.limits.sequences, progress));
  emit(run, { event: 'evaluate', step, seconds: run.seconds(), suite, phase, figures: measured });
  return measured;
}

/** A suite's figures under the names by which triggers and schedules know them. */
export function readingsOfSuite(
  suite: string,
  { all, tasks, domains }: SuiteFigures,
): Record<string, number> {
  return suiteReadings(suite, {
    all: plainNumbers(all),
    tasks: mapped(tasks, plainNumbers),
    domains: mapped(domains, plainNumbers),
  });
}

/** Figures as they were before they were written as JSON. */
export function plainNumbers(values: Figures): Record<string, number> {
  return mapped(values, fromJsonNumber);
}

function jsonFigures({ all, tasks, domains }: Measured): SuiteFigures {
  return { all: figures(all), tasks: mapped(tasks, figures), domains: mapped(domains, figures) };
}

function mapped<A, B>(record: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
