import type { Schedule } from '../../runtime/graph/index.ts';
import { problem } from '../diagnostics/index.ts';
import type { Span } from '../span.ts';
import { schedulesOf } from '../types/settled.ts';
import { isTest, type Rule } from './rule.ts';
import { longestOf } from './walk.ts';

/** A schedule comes to its end before the last stage that follows it does. */
export const scheduleLengths: Rule = {
  pipeline(pipeline, check) {
    if (isTest(pipeline)) return;
    const longest = new Map<string, { schedule: Schedule; span: Span; end: number }>();
    let done = 0;
    for (const run of pipeline.runs) {
      const length = longestOf(run);
      if (length === null) return;
      done += length;
      for (const { schedule, sourced } of schedulesOf(run.stage)) {
        if (sourced.span === null || schedule.over !== 'steps') continue;
        const key = `${sourced.span.file}:${sourced.span.start}`;
        longest.set(key, { schedule, span: sourced.span, end: done });
      }
    }
    for (const { schedule, span, end } of longest.values()) {
      const last = schedule.pieces[schedule.pieces.length - 1];
      const to = last?.to ?? last?.from ?? 0;
      if (to <= end || last?.shape === 'cycle') continue;
      check.report(
        problem('S0409', span, `this schedule goes on to step ${to}, the run only to step ${end}`, {
          label: 'its end is never reached',
          severity: 'warning',
          reason: 'Schedules count the steps of the whole pipeline.',
        }),
      );
    }
  },
};
