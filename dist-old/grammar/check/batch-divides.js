import { constant } from "../../runtime/graph/schedule.js";
import { scheduleRange, scheduleValue } from "../../runtime/graph/schedule-value.js";
import { problem } from "../diagnostics/index.js";
import { asSchedule, stageValue } from "../types/settled.js";
/** A batch splits evenly into the mini-batches of its updates, at every value that their schedules take. */
export const batchDivides = {
    stage(stage, check) {
        const reinforce = stage.kind === 'reinforce';
        const written = stageValue(stage, 'updates');
        const prompts = stageValue(stage, reinforce ? 'rollout.prompts' : 'batch.prompts');
        const samples = reinforce ? stageValue(stage, 'rollout.samples') : undefined;
        const [updates, rows] = [asSchedule(written), asSchedule(prompts)];
        const each = reinforce ? asSchedule(samples) : constant(1);
        if (updates === undefined || rows === undefined || each === undefined)
            return;
        const odd = uneven(rows, each, updates);
        if (odd === undefined)
            return;
        const { at, prompts: p, samples: s, updates: u } = odd;
        const batch = reinforce ? `${p} prompts x ${s} samples = ${p * s} responses` : `${p} solutions`;
        check.report(problem('G0511', written?.span ?? stage.span, `${batch} do not divide into ${u} updates`, {
            label: at === null ? 'updates a step' : `at step ${at}`,
            secondary: [prompts, samples].flatMap((one) => (one?.span ? [{ span: one.span, text: '' }] : [])),
            reason: 'Each update gets the same share of the batch, so that all of them weigh the same.',
        }));
    },
};
/** Further than that no schedule of a batch is followed. */
const farthest = 1_000_000;
/** The first batch that does not divide; undefined where all do. */
function uneven(prompts, samples, updates) {
    const all = [prompts, samples, updates];
    const moving = all.filter((one) => !still(one));
    if (moving.some(({ over }) => over !== 'steps'))
        return anyUneven(prompts, samples, updates);
    const last = moving.length === 0 ? 0 : Math.min(farthest, Math.max(...moving.map(end)));
    for (let step = 0; step <= last; step++) {
        const [p, s, u] = all.map((one) => Math.round(scheduleValue(one, step)));
        if ((p * s) % u !== 0) {
            return { at: moving.length === 0 ? null : step + 1, prompts: p, samples: s, updates: u };
        }
    }
    return undefined;
}
/**
 * Where tokens or a metric move a schedule any of its values may meet any of the others'. Two neighbours of a range
 * stand for all of it: what divides both a n and (a + 1) n divides n.
 */
function anyUneven(prompts, samples, updates) {
    for (const u of counts(updates, farthest)) {
        for (const p of counts(prompts, 2))
            for (const s of counts(samples, 2))
                if ((p * s) % u !== 0)
                    return { at: null, prompts: p, samples: s, updates: u };
    }
    return undefined;
}
/** The counts that a schedule takes; of each piece that moves, at most so many that follow one another. */
function counts({ pieces }, most) {
    const ramps = pieces.flatMap((piece) => (piece.shape === 'cycle' ? piece.pieces : [piece]));
    return ramps.flatMap(({ start, end }) => {
        const [first, last] = [Math.round(Math.min(start, end)), Math.round(Math.max(start, end))];
        return Array.from({ length: Math.min(most, last - first + 1) }, (_, i) => first + i);
    });
}
function still(schedule) {
    const { least, greatest } = scheduleRange(schedule);
    return least === greatest;
}
/** The step from which a schedule repeats itself or stands still. */
function end({ pieces }) {
    const last = pieces.at(-1);
    return last.shape === 'cycle'
        ? Math.min(last.to ?? Infinity, last.from + last.period)
        : (last.to ?? last.from);
}
