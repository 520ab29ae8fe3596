import type { Schedule } from '../../runtime/graph/index.ts';
import { problem } from '../diagnostics/index.ts';
import type { Span } from '../span.ts';
import { schedulesOf } from '../types/settled.ts';
import type { ResolvedPipeline, ResolvedRun } from '../types/value.ts';
import { isTest, type Check, type Rule } from './rule.ts';
import { conditionsOf, longestOf, movingBounds } from './walk.ts';

/** A schedule moves while a stage that follows it runs: it is not over before, nor cut off by the end of the last of them. */
export const scheduleLengths: Rule = {
  pipeline(pipeline, check) {
    if (isTest(pipeline)) return;
    for (const use of usesOf(pipeline, check)) {
      const { pieces } = use.schedule;
      const last = pieces.at(-1);
      const to = last?.to ?? last?.from ?? 0;
      if (to > 0 && to <= use.begins && last?.shape !== 'cycle') overBefore(use, to, check);
      else if (use.ends !== null && to > use.ends && last?.shape !== 'cycle') cutOff(use, to, check);
    }
  },
};

/** One schedule of a pipeline, by the place where it is written, with the stages that follow it. */
interface Use {
  readonly schedule: Schedule;
  readonly span: Span;
  /** The first stage that follows it. */
  readonly run: ResolvedRun;
  /** Steps that are surely done before that stage. */
  readonly begins: number;
  /** Steps after which the last of the stages has surely ended; null: nothing bounds it. */
  ends: number | null;
  /** Whether a stage comes after the last of them. */
  goesOn: boolean;
}

function usesOf({ runs }: ResolvedPipeline, check: Check): Iterable<Use> {
  const uses = new Map<string, Use>();
  let begins = 0;
  let ends: number | null = 0;
  runs.forEach((run, i) => {
    const length = longestOf(run);
    ends = ends === null || length === null ? null : ends + length;
    for (const { schedule, span } of followedIn(run, check)) {
      if (span === null || schedule.over !== 'steps') continue;
      const key = `${span.file}:${span.start}`;
      const use = uses.get(key) ?? { schedule, span, run, begins, ends, goesOn: false };
      uses.set(key, Object.assign(use, { ends, goesOn: i < runs.length - 1 }));
    }
    // A stage with a condition may be left out.
    if (run.when === null) begins += shortestOf(run);
  });
  return uses.values();
}

/** The schedules that a stage follows at every step: those of its fields, and those in its conditions. */
function followedIn(
  { stage, until }: ResolvedRun,
  check: Check,
): { schedule: Schedule; span: Span | null }[] {
  const conditions = [...conditionsOf(stage), ...(until === null ? [] : [until])];
  return [
    ...schedulesOf(stage).map(({ schedule, sourced }) => ({ schedule, span: sourced.span })),
    ...conditions.flatMap((one) => movingBounds(one, check)),
  ];
}

/** The steps that a stage surely takes: those of "for 300 steps", and one where a condition may end it. */
function shortestOf({ until }: ResolvedRun): number {
  if (until?.value.kind !== 'trigger') return 1;
  const { trigger } = until.value;
  return trigger.op === 'reached' && trigger.unit === 'steps' ? trigger.count : 1;
}

function cutOff({ span, ends, goesOn }: Use, to: number, check: Check): void {
  const what = goesOn ? 'its stage' : 'the run';
  check.report(
    problem('S0409', span, `this schedule goes on to step ${to}, ${what} only to step ${ends}`, {
      label: 'its end is never reached',
      severity: 'warning',
      reason: 'Schedules count the steps of the whole pipeline.',
    }),
  );
}

function overBefore({ span, run, begins }: Use, to: number, check: Check): void {
  check.report(
    problem('S0412', span, `this schedule is over at step ${to}, before its stage begins`, {
      label: 'only its last value is ever used',
      secondary: [{ span: run.span, text: `begins after step ${begins}` }],
      severity: 'warning',
      reason: `Schedules count the steps of the whole pipeline, not those of the stage: write "from: ${begins} steps", or begin its pieces there.`,
    }),
  );
}
