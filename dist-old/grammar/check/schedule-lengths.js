import { problem } from "../diagnostics/index.js";
import { schedulesOf } from "../types/settled.js";
import { isTest } from "./rule.js";
import { longestOf } from "./walk.js";
/** A schedule moves while a stage that follows it runs: it is not over before, nor cut off by the end of the last of them. */
export const scheduleLengths = {
    pipeline(pipeline, check) {
        if (isTest(pipeline))
            return;
        for (const use of usesOf(pipeline)) {
            const { pieces } = use.schedule;
            const last = pieces.at(-1);
            const to = last?.to ?? last?.from ?? 0;
            if (to > 0 && to <= use.begins && last?.shape !== 'cycle')
                overBefore(use, to, check);
            else if (use.ends !== null && to > use.ends && last?.shape !== 'cycle')
                cutOff(use, to, check);
        }
    },
};
function usesOf({ runs }) {
    const uses = new Map();
    let begins = 0;
    let ends = 0;
    runs.forEach((run, i) => {
        const length = longestOf(run);
        ends = ends === null || length === null ? null : ends + length;
        for (const { schedule, sourced } of schedulesOf(run.stage)) {
            if (sourced.span === null || schedule.over !== 'steps')
                continue;
            const key = `${sourced.span.file}:${sourced.span.start}`;
            const use = uses.get(key) ?? { schedule, span: sourced.span, run, begins, ends, goesOn: false };
            uses.set(key, Object.assign(use, { ends, goesOn: i < runs.length - 1 }));
        }
        begins += shortestOf(run);
    });
    return uses.values();
}
/** The steps that a stage surely takes: those of "for 300 steps", and one where a condition may end it. */
function shortestOf({ until }) {
    if (until?.value.kind !== 'trigger')
        return 1;
    const { trigger } = until.value;
    return trigger.op === 'reached' && trigger.unit === 'steps' ? trigger.count : 1;
}
function cutOff({ span, ends, goesOn }, to, check) {
    const what = goesOn ? 'its stage' : 'the run';
    check.report(problem('S0409', span, `this schedule goes on to step ${to}, ${what} only to step ${ends}`, {
        label: 'its end is never reached',
        severity: 'warning',
        reason: 'Schedules count the steps of the whole pipeline.',
    }));
}
function overBefore({ span, run, begins }, to, check) {
    check.report(problem('S0412', span, `this schedule is over at step ${to}, before its stage begins`, {
        label: 'only its last value is ever used',
        secondary: [{ span: run.span, text: `begins after step ${begins}` }],
        severity: 'warning',
        reason: `Schedules count the steps of the whole pipeline, not those of the stage: write "from: ${begins} steps", or begin its pieces there.`,
    }));
}
