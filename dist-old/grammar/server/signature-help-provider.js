import { typeText } from "../types/type.js";
import { callable } from "./callables.js";
import { cursorAt } from "./cursor.js";
import { describe, parameterText } from "./describe.js";
/** The parameters of the call around an offset. */
export function signatureHelp(view, offset) {
    const cursor = cursorAt(view, offset);
    const at = cursor.frames.findLastIndex((one) => one.opener === '(');
    if (at < 0 || at < cursor.frames.length - 1)
        return null;
    const { head } = cursor.frames[at];
    const callee = head.at(-1)?.image ?? '';
    const first = head[0]?.image === 'export' ? 1 : 0;
    if (at === 0 && head.length === first + 2)
        return null;
    const [written, colon] = cursor.item;
    const name = colon?.image === ':' ? written?.image : undefined;
    const binding = view.module.scope.get(callee);
    if (binding !== undefined) {
        const { declaration } = binding;
        if (!('parameters' in declaration))
            return null;
        const { doc } = describe({ kind: 'declaration', ...binding });
        const labels = declaration.parameters.map((one) => ({
            name: one.name.text,
            label: parameterText(one),
            doc: one.doc,
        }));
        return help(callee, labels, doc, name, cursor.place);
    }
    const fn = callable(callee);
    if (fn === undefined)
        return null;
    const labels = fn.parameters.map((one) => {
        const type = one.type === undefined ? '' : `: ${typeText(one.type)}`;
        return {
            name: one.name,
            label: `${one.name}${type}${one.required ? '' : ` = ${one.fallback ?? '...'}`}`,
            doc: one.doc,
        };
    });
    return help(callee, labels, fn.doc, name, cursor.place);
}
function help(callee, labels, doc, name, place) {
    const named = labels.findIndex((one) => one.name === name);
    return {
        signatures: [
            {
                label: `${callee}(${labels.map((one) => one.label).join(', ')})`,
                documentation: { kind: 'markdown', value: doc },
                parameters: labels.map((one) => ({
                    label: one.label,
                    documentation: { kind: 'markdown', value: one.doc },
                })),
            },
        ],
        activeSignature: 0,
        activeParameter: named >= 0 ? named : place,
    };
}
