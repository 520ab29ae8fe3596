import { problem } from '../diagnostics/index.ts';
import { scheduleValues } from '../types/infer/fit.ts';
import { asNumber, asSchedule, stageValue, suiteValue } from '../types/settled.ts';
import type { Sourced } from '../types/value.ts';
import type { Span } from '../span.ts';
import type { Check, Rule } from './rule.ts';

/** The model holds the responses asked of it. How long prompts are is known once problems are posed: the run looks. */
export const modelContext: Rule = {
  pipeline(pipeline, check) {
    if (pipeline.model === null) return;
    const { model } = pipeline.model.value;
    const { context } = check.shapeOf(model);
    if (context === null) return;
    const room = { context, model: model.declaration.value.span };
    for (const { stage } of pipeline.runs) {
      if (stage.kind === 'reinforce') fits(stageValue(stage, 'rollout.max_tokens'), room, stage.span, check);
    }
    for (const { suite, span } of pipeline.evaluates)
      fits(suiteValue(suite, 'max_tokens'), room, span, check);
  },
};

function fits(
  sourced: Sourced | undefined,
  { context, model }: { context: number; model: Span },
  fallback: Span,
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
        secondary: [{ span: model, text: `holds ${context} tokens` }],
      },
    ),
  );
}
