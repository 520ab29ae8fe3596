import { problem } from '../diagnostics/index.ts';
import { scheduleValues } from '../types/infer/fit.ts';
import { asNumber, asSchedule, stageValue, suiteValue } from '../types/settled.ts';
import type { Sourced } from '../types/value.ts';
import type { Check, Rule } from './rule.ts';

/** A fresh model has a shape that a transformer can have, and holds the responses asked of it. */
export const modelShape: Rule = {
  model({ source, declaration }, check) {
    if (source.source !== 'fresh') return;
    const { layers, hidden, heads, kvHeads, intermediate, context } = source;
    const at = declaration.value.span;
    const report = (message: string, reason: string) =>
      check.report(problem('G0519', at, message, { reason }));
    const none = Object.entries({ layers, hidden, heads, kv_heads: kvHeads, intermediate, context }).find(
      ([, n]) => n < 1,
    );
    if (none !== undefined) {
      report(`${none[0]} must be at least 1`, 'A model without any is no model.');
    } else if (hidden % heads !== 0) {
      report(
        `hidden ${hidden} is not a multiple of heads ${heads}`,
        'The residual stream is split evenly among the heads.',
      );
    } else if ((hidden / heads) % 2 !== 0) {
      report(
        `a head of width ${hidden / heads} has no rotary positions`,
        'Rotary positions turn pairs of numbers: hidden / heads must be even.',
      );
    } else if (heads % kvHeads !== 0) {
      report(
        `heads ${heads} is not a multiple of kv_heads ${kvHeads}`,
        'Each key and value head serves the same number of query heads.',
      );
    }
  },
  pipeline(pipeline, check) {
    const source = pipeline.model?.value.model.source;
    if (source?.source !== 'fresh') return;
    for (const { stage } of pipeline.runs) {
      if (stage.kind === 'reinforce')
        fits(stageValue(stage, 'rollout.max_tokens'), source.context, stage.span, check);
    }
    for (const { suite, span } of pipeline.evaluates)
      fits(suiteValue(suite, 'max_tokens'), source.context, span, check);
  },
};

function fits(
  sourced: Sourced | undefined,
  context: number,
  fallback: Sourced['span'] & object,
  check: Check,
): void {
  const schedule = asSchedule(sourced);
  const number = asNumber(sourced);
  const longest = schedule ? Math.max(...scheduleValues(schedule)) : (number ?? 0);
  if (longest < context) return;
  check.report(
    problem(
      'G0518',
      sourced?.span ?? fallback,
      `responses of ${longest} tokens do not fit a context of ${context} tokens`,
      {
        label: 'prompt and response share the context',
      },
    ),
  );
}
