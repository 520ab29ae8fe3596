/** Makes a diagnostic; an error where `details` does not say otherwise. */
export function problem(code, span, message, details = {}) {
    return {
        code,
        severity: details.severity ?? 'error',
        message,
        primary: { span, text: details.label ?? '' },
        secondary: details.secondary ?? [],
        ...(details.reason === undefined ? {} : { reason: details.reason }),
        ...(details.fix === undefined ? {} : { fix: details.fix }),
    };
}
/** A fix of one replacement. */
export function replace(span, text, title) {
    return { title, edits: [{ span, text }] };
}
