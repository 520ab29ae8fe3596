import type { Figures, RunEvent, SuiteFigures } from '../../runtime/run/events.ts';
import type { Summary } from '../../runtime/run/summary.ts';

// A run's record made by formulas, for tests of reports. No model has anything to do with it.

const stepSeconds = 0.5;
const evaluationSeconds = 4;
const resets = [120, 260];

/** The events of a run of 400 steps: pass@1 rises, KL climbs until a reset, one guard fires. */
export function* exampleEvents(): Generator<RunEvent, void> {
  let seconds = 0;
  let tokens = 0;
  yield {
    event: 'run.start',
    step: 0,
    seconds,
    pipeline: 'quickstart',
    graph: 'a1b2c3d4'.repeat(8),
    seed: 17,
    backend: 'native',
    prorl: '0.1.0',
    model: { name: 'nano', parameters: 741_504, trained: 741_504, context: 256, vocabulary: 128 },
    stages: [
      { id: 'explore', kind: 'reinforce', steps: 300 },
      { id: 'explore-2', kind: 'reinforce', steps: 100 },
    ],
    data: [],
    steps: 400,
  };
  yield {
    event: 'evaluate',
    step: 0,
    seconds: (seconds += evaluationSeconds),
    suite: 'heldout',
    phase: 'base',
    figures: suiteAt(0),
  };
  for (let step = 1; step <= 400; step += 1) {
    const metrics = stepMetrics(step);
    tokens += metrics['tokens.sampled'] as number;
    const stage = step <= 300 ? 'explore' : 'explore-2';
    yield {
      event: 'step',
      step,
      seconds: (seconds += stepSeconds),
      stage,
      stageStep: step <= 300 ? step : step - 300,
      tokens,
      metrics,
    };
    if (step % 25 === 0) {
      const phase = step === 400 ? 'final' : 'due';
      yield {
        event: 'evaluate',
        step,
        seconds: (seconds += evaluationSeconds),
        suite: 'heldout',
        phase,
        figures: suiteAt(step),
      };
    }
    if (step === 190) {
      const values: Figures = { loss: 'NaN' };
      yield {
        event: 'guard',
        step,
        seconds,
        stage,
        node: 'explore.guard',
        trigger: 'not_finite(loss) or kl.mean > 2',
        values,
        count: 1,
        atMost: 3,
        restored: 189,
        rateScale: 0.5,
      };
    }
    if (resets.includes(step)) yield exampleReset(step, seconds);
    if (step === 300) {
      yield {
        event: 'transition',
        step,
        seconds,
        from: 'explore',
        to: 'explore-2',
        trigger: '300 steps or heldout.pass@1 >= 95%',
        values: {},
      };
    }
    if (step % 100 === 0) {
      const best = { metric: 'heldout.pass@1', value: suiteAt(step).all['pass@1'] as number };
      yield {
        event: 'checkpoint',
        step,
        seconds,
        folder: `checkpoints/step-${String(step).padStart(6, '0')}`,
        reason: 'due',
        best,
      };
    }
  }
  yield { event: 'run.end', step: 400, seconds, status: 'done', tokens };
}

function exampleReset(step: number, seconds: number): RunEvent {
  return {
    event: 'reset',
    step,
    seconds,
    stage: 'explore',
    node: 'explore.reset',
    reference: true,
    optimizer: true,
    to: { source: 'current' },
    trigger: 'stalled or drifted',
    values: { 'kl.mean': 0.1617 },
    count: resets.indexOf(step) + 1,
  };
}

function stepMetrics(step: number): Figures {
  const sinceReset = step - Math.max(0, ...resets.filter((each) => each < step));
  const wave = Math.sin(step * 1.7) + Math.sin(step * 0.61);
  return {
    loss: 0.01 + 0.004 * wave,
    'grad.norm': 0.4 + 0.05 * wave,
    rate: step > 190 ? 1.5e-4 : 3e-4,
    'tokens.sampled': Math.round(4000 + 5 * step + 60 * wave),
    'time.step': stepSeconds,
    'reward.mean': progress(step) - 0.05 + 0.02 * wave,
    'reward.std': 0.4,
    'score.mean': progress(step),
    correct: progress(step),
    'kl.mean': 0.0014 * sinceReset * (1 + 0.1 * wave),
    'kl.coefficient': step < 50 ? 0.00004 * step : 0.002,
    entropy: 1.4 - 0.002 * step + 0.02 * wave,
    'length.mean': 16 + 0.02 * step + 0.3 * wave,
    truncated: 0.02,
    'groups.kept': 0.7,
    temperature: 1.2,
  };
}

function progress(step: number): number {
  return 0.28 + 0.5 * (1 - Math.exp(-step / 160));
}

function suiteAt(step: number): SuiteFigures {
  return {
    all: suiteFigures(progress(step)),
    tasks: {
      chain_sum: { ...suiteFigures(progress(step) + 0.06), problems: 74 },
      products: { ...suiteFigures(progress(step * 0.4) - 0.09), problems: 54 },
    },
    domains: { math: { ...suiteFigures(progress(step)), problems: 128 } },
  };
}

function suiteFigures(rate: number): Figures {
  return {
    'pass@1': rate,
    'pass@4': 1 - (1 - rate) ** 2,
    'pass@16': 1 - (1 - rate) ** 3,
    length: 18,
    truncated: 0.01,
  };
}

/** The record of the example run as its summary tells it. */
export function exampleSummary(): Summary {
  const events = [...exampleEvents()];
  const last = events.at(-1);
  return {
    format: 'prorl-summary/1',
    status: 'done',
    pipeline: 'quickstart',
    graph: 'a1b2c3d4'.repeat(8),
    seed: 17,
    backend: 'native',
    prorl: '0.1.0',
    libraries: [],
    data: [],
    skipped: [],
    steps: 400,
    tokens: last?.event === 'run.end' ? last.tokens : 0,
    seconds: last?.seconds ?? 0,
    parameters: 741_504,
    trained: 741_504,
    base: { heldout: suiteAt(0) },
    final: { heldout: suiteAt(400) },
    resets: events
      .filter((event) => event.event === 'reset')
      .map(({ step, stage, node, trigger, values, reference, optimizer, to }) => ({
        step,
        stage,
        node,
        trigger,
        values,
        reference,
        optimizer,
        to,
      })),
    guards: events
      .filter((event) => event.event === 'guard')
      .map(({ step, stage, node, trigger, values, restored, rateScale }) => ({
        step,
        stage,
        node,
        trigger,
        values,
        restored,
        rateScale,
      })),
    stages: [
      { id: 'explore', firstStep: 1, steps: 300 },
      { id: 'explore-2', firstStep: 301, steps: 100 },
    ],
    error: null,
  };
}
