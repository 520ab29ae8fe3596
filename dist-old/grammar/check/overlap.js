import { problem } from "../diagnostics/index.js";
/**
 * Training and held-out problems are kept apart by the name of their task and their prompt. Code carries its own name;
 * what else poses problems is known by the name of its declaration, so that two of one source divide them differently.
 */
export const overlap = {
    pipeline(pipeline, check) {
        const trained = new Map();
        for (const task of trainedOn(pipeline)) {
            const source = sourceOf(task);
            if (source !== null && !trained.has(source))
                trained.set(source, task);
        }
        for (const { suite, span } of pipeline.evaluates) {
            for (const task of tasksIn(suite.fields.get('tasks'))) {
                const source = sourceOf(task);
                const other = source === null ? undefined : trained.get(source);
                if (other === undefined || other.name === task.name)
                    continue;
                check.report(problem('G0526', span, `held-out problems of "${task.name}" may be trained on as "${other.name}"`, {
                    label: `evaluates "${task.name}"`,
                    severity: 'warning',
                    secondary: [task, other].flatMap(({ declaration, name }) => declaration === null
                        ? []
                        : [
                            {
                                span: declaration.name.span,
                                text: `"${name}" comes from the same ${task.source.kind}(...)`,
                            },
                        ]),
                    reason: 'A problem is held out by the name of its task and its prompt: under another name the same prompt may be one to train on. Declare it once, and give what differs as parameters.',
                }));
            }
        }
    },
};
function trainedOn({ runs }) {
    return runs.flatMap(({ stage }) => tasksIn(stage.fields.get('mixture')));
}
function tasksIn(sourced) {
    if (sourced?.value.kind !== 'mixture')
        return [];
    return sourced.value.mixture.entries.flatMap(({ task }) => task ?? []);
}
/** What poses a task's problems, as a text; null where its declaration's name does not divide them. */
function sourceOf({ source, module }) {
    const { kind, values, rest } = source;
    const text = (one) => (one?.value.kind === 'string' ? one.value.value : null);
    switch (kind) {
        case 'program':
            return JSON.stringify([kind, module.file, text(values.get('command')), ...rest.map(text)]);
        case 'http':
            return JSON.stringify([kind, text(values.get('url'))]);
        case 'reasoning_gym':
            return JSON.stringify([kind, text(values.get('dataset'))]);
        case 'code':
        case 'dataset':
            return null;
    }
}
