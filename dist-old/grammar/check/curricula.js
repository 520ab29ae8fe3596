import { problem } from "../diagnostics/index.js";
/** A curriculum has something to move, and pass rates to move it by. */
export const curricula = {
    mixture({ curriculum, entries, declaration }, check) {
        if (curriculum === null || curriculum.floor.value < 1)
            return;
        const moves = entries.some(({ task }) => task === null || (task.level !== null && task.level.to > task.level.from));
        if (moves)
            return;
        check.report(problem('C0604', curriculum.span, `the curriculum of "${declaration.name.text}" has nothing to move`, {
            label: 'no entry has several levels',
            reason: 'Give an entry a range of levels, such as chain_sum(level: 1..4), or draw less of what is always right or always wrong: floor: 25%.',
        }));
    },
    run(run, plan, check) {
        const curriculum = curriculumOf(run);
        if (run.stage.kind !== 'supervised' || curriculum === null)
            return;
        if (plan.runs.some((one) => one.stage.kind === 'reinforce' && curriculumOf(one) === curriculum))
            return;
        check.report(problem('C0604', curriculum.span, 'this curriculum never learns of a pass rate', {
            label: 'it would stay at the first level',
            secondary: [{ span: run.span, text: 'only a supervised stage draws from the mixture' }],
            reason: 'Pass rates come from sampled responses, which only reinforce stages have.',
        }));
    },
};
function curriculumOf(run) {
    const drawn = run.stage.fields.get('mixture')?.value;
    return drawn?.kind === 'mixture' ? drawn.mixture.curriculum : null;
}
