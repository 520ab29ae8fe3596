/** The names of a mixture's entries: each task's name, with `-2`, `-3` ... where it appears again. */
export function entryNames(tasks) {
    const seen = new Map();
    return tasks.map((task) => {
        const nth = (seen.get(task) ?? 0) + 1;
        seen.set(task, nth);
        return nth === 1 ? task : `${task}-${nth}`;
    });
}
