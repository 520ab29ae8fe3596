import { block, field } from "../field.js";
import { t } from "../type.js";
import { readBlock } from "./fields.js";
const preset = { over: 4, gap: 0.05 };
/** The fields of `audit ... against ... { }`. */
export const auditBlock = block('audit', 'When a metric and its counter-metric are said to part.', [
    field('over', t.count('evaluations'), preset.over, 'Evaluations over which both are compared.'),
    field('gap', t.coefficient, preset.gap, 'By more than this the metric must have risen, while the counter-metric has not.'),
]);
export function readAudit(cx, item) {
    const metric = metricAt(cx, item.metric);
    const against = metricAt(cx, item.against);
    const fields = item.body === null ? new Map() : readBlock(cx, item.body, auditBlock);
    if (metric === undefined || against === undefined)
        return undefined;
    return {
        metric,
        against,
        over: number(fields.get('over'), preset.over),
        gap: number(fields.get('gap'), preset.gap),
        span: item.span,
    };
}
function metricAt(cx, expression) {
    const value = cx.evaluate(expression, t.metric);
    return value?.kind === 'metric' ? { value, span: expression.span } : undefined;
}
function number(sourced, fallback) {
    const value = sourced?.value.kind === 'number' ? sourced.value.value : fallback;
    return { value, span: sourced?.span ?? null };
}
