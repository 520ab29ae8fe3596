/** How a stage's score node has responses judged. */
export function judgingOf({ verifiers }, config) {
    const { verifier, onFailure, timeout, retries, concurrency } = config;
    return {
        verifier: verifier === null ? null : verifiers(verifier),
        onFailure,
        limit: timeout === null ? null : timeout * 1000,
        retries,
        concurrency,
    };
}
/** What a reader of the log should know of the responses that nobody judged. */
export function unjudged(step, failed) {
    const [first] = failed;
    if (first === undefined)
        return [];
    const many = failed.length === 1 ? '1 response' : `${failed.length} responses`;
    return [`In step ${step} ${many} could not be judged and left their groups. ${first.message}`];
}
