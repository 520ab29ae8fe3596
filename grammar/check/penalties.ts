import { problem } from '../diagnostics/index.ts';
import { scheduleValues } from '../types/infer/fit.ts';
import { asSchedule, stageValue } from '../types/settled.ts';
import type { Sourced } from '../types/value.ts';
import type { Rule } from './rule.ts';

/** One of two penalties for the same thing hides the other. */
export const penalties: Rule = {
  stage(stage, check) {
    const cache = stageValue(stage, 'overlong.cache');
    const widest = largest(cache);
    const longest = largest(stageValue(stage, 'rollout.max_tokens'));
    if (cache?.span && widest !== undefined && longest !== undefined && widest > longest) {
      check.report(
        problem('T0304', cache.span, `the overlong penalty would begin before the response`, {
          label: `responses have at most ${longest} tokens`,
          reason:
            'It grows over the last "cache" tokens before the limit. With more than the limit every response is punished from its first token on.',
        }),
      );
    }
    const overlong = stage.blocks.get('overlong');
    const truncated = stageValue(stage, 'reward.truncated');
    const values = asSchedule(truncated);
    if (overlong === undefined || values === undefined || scheduleValues(values).every((one) => one === 0))
      return;
    if (largest(stageValue(stage, 'overlong.scale')) === 0) return;
    check.report(
      problem('G0512', truncated?.span ?? overlong, 'a truncated response is punished twice', {
        label: 'once here',
        secondary: [
          { span: overlong, text: 'and once here: the overlong penalty is at its largest at the limit' },
        ],
        severity: 'warning',
        reason:
          'The two add up, and the jump at the limit hides the slope that the overlong penalty is for. Keep one of them.',
      }),
    );
  },
};

/** The largest value that a schedule comes to; undefined where it is open. */
function largest(sourced: Sourced | undefined): number | undefined {
  const schedule = asSchedule(sourced);
  return schedule && Math.max(...scheduleValues(schedule));
}
