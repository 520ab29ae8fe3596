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

function jsonFigures({ all, tasks, domains }: Measured): SuiteFigures {
  return { all: figures(all), tasks: mapped(tasks, figures), domains: mapped(domains, figures) };
}

function numbers({ all, tasks, domains }: SuiteFigures): Measured {
  const plain = (values: Figures): Record<string, number> => mapped(values, fromJsonNumber);
  return { all: plain(all), tasks: mapped(tasks, plain), domains: mapped(domains, plain) };
}

function mapped<A, B>(record: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, to(value)]));
}
