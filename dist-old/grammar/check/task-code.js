/** The code that a task or a verifier names is there. */
export const taskCode = {
    task: look,
    verifier: look,
};
function look({ source, module }, check) {
    if (source.kind !== 'code')
        return;
    const found = check.codeProblem(source.path, module);
    if (found !== null)
        check.report(found);
}
