export function emit(run, event) {
    run.log.append(event);
}
/** Gives a warning, once for each message. */
export function warn(run, message, step) {
    if (run.record.warnings.includes(message))
        return;
    run.record.warnings.push(message);
    emit(run, { event: 'warning', step, seconds: run.seconds(), message });
}
