import { definitionOf, keyOf } from "./meaning.js";
import { occurrenceAt } from "./occurrence-at.js";
import { rangeOf } from "./ranges.js";
import { occurrencesOfKey } from "./references-provider.js";
const moduleWords = new Set(['and', 'or', 'not', 'true', 'false']);
/** Why a name cannot be changed: told to whoever asked. */
export class RenameRefused extends Error {
}
/** The name that would change. @throws RenameRefused */
export function prepareRename(session, view, offset) {
    const found = renamable(session, view, offset);
    return { range: rangeOf(found.span), placeholder: textOf(view, found) };
}
/**
 * Changes a name wherever it stands. A name given by an import's `as` changes in that file alone.
 * @throws RenameRefused
 */
export function rename(session, view, offset, name) {
    const found = renamable(session, view, offset);
    if (!/^[A-Za-z_]\w*$/.test(name)) {
        throw new RenameRefused(`"${name}" is no name: names are made of letters, digits and "_" and do not begin with a digit.`);
    }
    if (moduleWords.has(name))
        throw new RenameRefused(`"${name}" is a word of the language that is never a name.`);
    const old = textOf(view, found);
    const key = keyOf(found.meaning);
    const own = ownName(found);
    const everywhere = occurrencesOfKey(session, view.file, key);
    const chosen = old === own
        ? everywhere.filter((one) => spelled(session, one) === own)
        : everywhere.filter((one) => one.span.file === view.file && spelled(session, one) === old);
    const files = new Set(chosen.map((one) => one.span.file));
    for (const file of files)
        refuseClash(session, file, found, name);
    const changes = {};
    for (const one of chosen) {
        const uri = session.uriOf(one.span.file);
        const full = fullText(session, one);
        (changes[uri] ??= []).push({
            range: rangeOf(one.span),
            newText: full.replace(own === old ? own : old, name),
        });
    }
    return { changes };
}
function renamable(session, view, offset) {
    const found = occurrenceAt(view, offset);
    if (found === undefined)
        throw new RenameRefused('There is no name here that could be changed.');
    const { meaning } = found;
    const span = definitionOf(meaning);
    if (span === null || (meaning.kind !== 'declaration' && meaning.kind !== 'parameter')) {
        throw new RenameRefused(`"${textOf(view, found)}" belongs to the language and cannot be changed.`);
    }
    const { library } = meaning.module;
    const aliased = textOf(view, found) !== ownName(found);
    if (library !== null && !aliased) {
        throw new RenameRefused(`"${textOf(view, found)}" comes from the package "${library.name}": its name is changed there. ` +
            'Here it can be imported under another name: import { NAME as OTHER }.');
    }
    if (session.view(span.file) === null)
        throw new RenameRefused(`${span.file} cannot be read.`);
    return found;
}
/** A name that the new one would hide, or that would hide it. */
function refuseClash(session, file, found, name) {
    const view = session.view(file);
    if (view === null)
        return;
    const taken = view.module.scope.get(name);
    if (found.meaning.kind === 'parameter') {
        const { owner } = found.meaning;
        const others = 'parameters' in owner ? owner.parameters : [];
        if (others.some((one) => one.name.text === name)) {
            throw new RenameRefused(`"${owner.name.text}" has a parameter "${name}" already.`);
        }
        const used = taken !== undefined && file === owner.span.file && readsInside(view, name, owner.span);
        if (used)
            throw new RenameRefused(`In "${owner.name.text}" the name "${name}" stands for something else already.`);
        return;
    }
    if (taken !== undefined) {
        const { declaration } = taken;
        throw new RenameRefused(`"${name}" is ${declaration.name.span.file === file ? 'declared' : 'imported'} in ${file} already.`);
    }
    const shadow = view.module.syntax.declarations.find((one) => 'parameters' in one && one.parameters.some((p) => p.name.text === name));
    if (shadow !== undefined && reads(view, found, shadow.span)) {
        throw new RenameRefused(`"${shadow.name.text}" has a parameter "${name}", which would hide it there.`);
    }
}
function readsInside(view, name, span) {
    return view.occurrences.some((one) => one.span.start >= span.start && one.span.end <= span.end && textOf(view, one) === name);
}
function reads(view, found, span) {
    const key = keyOf(found.meaning);
    return view.occurrences.some((one) => keyOf(one.meaning) === key && one.span.start >= span.start && one.span.end <= span.end);
}
function ownName({ meaning }) {
    if (meaning.kind === 'declaration')
        return meaning.declaration.name.text;
    return meaning.kind === 'parameter' ? meaning.parameter.name.text : '';
}
function textOf(view, one) {
    return entryless(view.source.text.slice(one.span.start, one.span.end), one);
}
function fullText(session, one) {
    return session.view(one.span.file)?.source.text.slice(one.span.start, one.span.end) ?? '';
}
function spelled(session, one) {
    return entryless(fullText(session, one), one);
}
/** `chain_sum-2` names the second entry of chain_sum: the number stays. */
function entryless(text, one) {
    const own = ownName(one);
    return own !== '' && new RegExp(`^${own}-\\d+$`).test(text) ? own : text;
}
