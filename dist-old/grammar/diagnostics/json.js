import { codes } from "./codes.js";
/** A diagnostic for programs: every key is always there. Lines and columns from 1, offsets in UTF-16 units, ends exclusive. */
export function diagnosticToJson(d) {
    return {
        code: d.code,
        title: codes[d.code],
        severity: d.severity,
        message: d.message,
        span: toJson(d.primary.span),
        label: d.primary.text,
        secondary: d.secondary.map(({ span, text }) => ({ span: toJson(span), label: text })),
        reason: d.reason ?? null,
        fix: d.fix === undefined
            ? null
            : { title: d.fix.title, edits: d.fix.edits.map(({ span, text }) => ({ span: toJson(span), text })) },
    };
}
function toJson(span) {
    return {
        file: span.file,
        start: { line: span.line, column: span.column, offset: span.start },
        end: { line: span.endLine, column: span.endColumn, offset: span.end },
    };
}
