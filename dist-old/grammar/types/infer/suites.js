import { problem } from "../../diagnostics/index.js";
import { suiteShape } from "../suite-fields.js";
import { fieldValue, misplaced, reportUnknownField, Written } from "./fields.js";
const withReport = {
    ...suiteShape,
    fields: [...suiteShape.fields, { name: 'report', type: { kind: 'metric' }, default: null, doc: '' }],
};
/** Reads the fields of a suite. Defaults are left out of `fields`; `passAt` is whole. */
export function readSuite(cx, declaration, module) {
    const fields = new Map();
    const written = new Written();
    let passAt = [];
    for (const item of declaration.body.items) {
        if (item.kind !== 'Field') {
            misplaced(cx, item, 'a suite', 'fields such as problems: 128');
            continue;
        }
        const known = suiteShape.fields.find((one) => one.name === item.name.text);
        if (known === undefined && item.name.text !== 'report') {
            reportUnknownField(cx, item.name, 'a suite', withReport);
        }
        else if (!written.first(cx, item.name)) {
            continue;
        }
        else if (known === undefined) {
            passAt = readReport(cx, item.value);
        }
        else {
            fields.set(known.name, fieldValue(cx, item, known));
        }
    }
    if (passAt === undefined)
        return undefined;
    if (!fields.has('tasks')) {
        return cx.report(problem('T0307', declaration.name.span, `the suite "${declaration.name.text}" does not say which tasks it holds`, {
            label: 'write tasks: MIXTURE in it',
        }));
    }
    return { declaration, module, fields, passAt: passAt.length > 0 ? passAt : defaultReport(fields) };
}
/** pass@1, and pass@k for all the samples there are. */
function defaultReport(fields) {
    const samples = fields.get('samples')?.value ?? { kind: 'number', value: 16 };
    const k = samples.kind === 'number' ? samples.value : 1;
    return [...new Set([1, k])].map((one) => ({ k: one, span: null }));
}
function readReport(cx, expression) {
    const elements = expression.kind === 'List' ? expression.elements : [expression];
    const seen = new Map();
    const ks = elements.map((one) => {
        if (one.kind === 'Missing')
            return undefined;
        const k = one.kind === 'Path' ? /^pass@([1-9]\d*)$/.exec(one.text)?.[1] : undefined;
        if (k !== undefined) {
            const earlier = seen.get(k);
            seen.set(k, one.span);
            if (earlier === undefined)
                return { k: Number(k), span: one.span };
            return cx.report(problem('N0206', one.span, `pass@${k} is reported twice`, {
                secondary: [{ span: earlier, text: 'first here' }],
                fix: { title: 'remove one of the two, or write another k', edits: [] },
            }));
        }
        return cx.report(problem('N0203', one.span, 'a suite cannot report this', {
            reason: 'It reports pass@k: the chance that at least one of k responses is right. Write for example pass@1, pass@16.',
        }));
    });
    return ks.some((one) => one === undefined) ? undefined : ks;
}
