import type { Trigger } from '../../runtime/graph/index.ts';
import { problem, type Fix } from '../diagnostics/index.ts';
import { after } from '../span.ts';
import type { ResolvedReset } from '../types/value.ts';
import type { Rule } from './rule.ts';

/** A reset copies the policy over a reference that must be there, and not at every step anew. */
export const resets: Rule = {
  stage(stage, check) {
    for (const reset of stage.resets) {
      if (reset.cooldown !== undefined || periodic(reset)) continue;
      check.report(
        problem('G0508', reset.span, 'this reset has no cooldown', {
          label: 'may fire again at the very next step',
          reason:
            'What fired it often still holds one step later. A cooldown says how many steps must pass before the next reset; "cooldown: 0 steps" says that none need.',
          fix: cooldownFix(reset),
        }),
      );
    }
  },
  run({ stage }, _plan, check) {
    if (stage.blocks.has('kl')) return;
    for (const reset of stage.resets.filter((one) => one.reference)) {
      check.report(
        problem('G0505', reset.span, 'there is no reference policy to reset', {
          label:
            stage.kind === 'supervised'
              ? 'a supervised stage has none'
              : `the stage "${stage.name}" has no kl block`,
          reason:
            stage.kind === 'supervised'
              ? 'Only a KL term needs a reference policy, and only reinforcement stages have one.'
              : 'The reference policy exists for the KL term. Give the stage one, for example kl { coefficient: 0.001 }, or reset only the optimizer.',
        }),
      );
    }
  },
};

function cooldownFix(reset: ResolvedReset): Fix | undefined {
  if (reset.hasBody) return { title: 'write cooldown: 50 steps in its block', edits: [] };
  return {
    title: 'write { cooldown: 50 steps } after it',
    edits: [{ span: after(reset.when.span), text: ' { cooldown: 50 steps }' }],
  };
}

/** `every N steps` alone cannot fire twice in a row. */
function periodic(reset: ResolvedReset): boolean {
  const trigger: Trigger | null = reset.when.value.kind === 'trigger' ? reset.when.value.trigger : null;
  return trigger === null || trigger.op === 'every';
}
