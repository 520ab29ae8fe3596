import { typeOf } from "../types/infer/type-of.js";
import { moduleScope } from "../types/scope.js";
import { t } from "../types/type.js";
import { describe } from "./describe.js";
import { occurrenceAt } from "./occurrence-at.js";
import { rangeOf } from "./ranges.js";
/** Type, resolved value and doc comment of the name at an offset; a schedule is drawn. */
export function hover(session, view, offset) {
    const found = occurrenceAt(view, offset);
    if (found === undefined)
        return null;
    const { meaning } = found;
    if (meaning.kind === 'module') {
        const names = meaning.files.map((file) => session.workspace.relative(session.workspace.folderOf(view.file), file));
        return markdown(names.map((one) => `\`${one}\``).join('\n\n'), found.span);
    }
    const { code, doc } = describe(meaning);
    const value = valueText(session, view, meaning);
    return markdown([fenced(code, 'prorl'), value, doc].filter((one) => one !== '').join('\n\n'), found.span);
}
function markdown(value, span) {
    return { contents: { kind: 'markdown', value }, range: rangeOf(span) };
}
function fenced(text, language) {
    return `\`\`\`${language}\n${text}\n\`\`\``;
}
function valueText(session, view, meaning) {
    if (meaning.kind === 'parameter') {
        const { parameter, module, owner } = meaning;
        if (parameter.default === null)
            return '';
        return shown(session, evaluated(view, owner, module, parameter.name.text));
    }
    if (meaning.kind === 'calculation')
        return shown(session, view.cx.evaluate(meaning.expression, anything));
    if (meaning.kind !== 'declaration')
        return '';
    return shown(session, declaredValue(view, meaning.declaration, meaning.module));
}
/** The default of a parameter, worked out. */
function evaluated(view, owner, module, name) {
    const parameters = 'parameters' in owner ? owner.parameters : [];
    const parameter = parameters.find((one) => one.name.text === name);
    if (parameter === undefined || parameter.default === null || parameter.type === null)
        return undefined;
    const cx = view.cx.in(moduleScope(module));
    const type = typeOf(cx, parameter.type);
    return type && cx.evaluate(parameter.default, type);
}
function declaredValue(view, declaration, module) {
    const type = wanted(declaration);
    if (type === undefined || ('parameters' in declaration && declaration.parameters.length > 0))
        return undefined;
    const cx = view.cx.in(moduleScope(module));
    const { name } = declaration;
    const path = { kind: 'Path', span: name.span, names: [name], text: name.text };
    if (declaration.kind === 'LetDeclaration' && declaration.type !== null) {
        const own = typeOf(cx, declaration.type);
        return own && cx.evaluate(declaration.value, own);
    }
    return cx.declared(declaration, module, path, type);
}
/** What a calculation comes to, whatever its place takes: a schedule too. */
const anything = { kind: 'amount', schedule: t.number };
function isCalculated({ kind }) {
    return ['NumberLiteral', 'Quantity', 'Arithmetic', 'Negative'].includes(kind);
}
function wanted(declaration) {
    switch (declaration.kind) {
        case 'ScheduleDeclaration':
            return t.schedule(t.number);
        case 'LetDeclaration':
            return declaration.type === null && !isCalculated(declaration.value) ? undefined : anything;
        case 'MixtureDeclaration':
            return t.mixture;
        default:
            return undefined;
    }
}
function shown(session, value) {
    switch (value?.kind) {
        case 'schedule': {
            const { summary, rows, marks } = session.host.drawSchedule(value.schedule);
            return fenced([summary, ...rows, marks].filter((one) => one !== '').join('\n'), 'text');
        }
        case 'number':
            return `Value: \`${value.value}${value.unit === null ? '' : ` ${value.unit}`}\``;
        case 'range':
            return `Value: \`${value.from}..${value.to}\``;
        case 'word':
            return `Value: \`${value.value}\``;
        case 'mixture': {
            const weights = value.mixture.entries.map((one) => {
                const { value: weight } = one.weight;
                const drawn = weight.kind === 'schedule' ? session.host.drawSchedule(weight.schedule).summary : '?';
                return `- \`${one.task?.name ?? '?'}\`: ${drawn}`;
            });
            return weights.join('\n');
        }
        default:
            return '';
    }
}
