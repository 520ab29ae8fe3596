import { child, nodes, token } from "./build-context.js";
import { buildDeclaration } from "./build-declaration.js";
import { buildString } from "./build-expression.js";
import { problem, replace } from "./diagnostics/index.js";
import { spanAt, spanOf } from "./source.js";
import { after } from "./span.js";
/** The editions that this version reads, newest first. */
export const editions = [2026];
/** Builds what the parser found at one place of the top level; undefined where nothing was understood. */
export function buildTopLevel(c, root) {
    const top = child(root, 'topLevel');
    if (top === undefined)
        return undefined;
    const editionNode = child(top, 'edition');
    if (editionNode !== undefined)
        return buildEdition(c, editionNode);
    const importNode = child(top, 'import');
    if (importNode !== undefined)
        return buildImport(c, importNode);
    const declarationNode = child(top, 'declaration');
    if (declarationNode === undefined)
        return undefined;
    const damaged = top.recoveredNode === true || declarationNode.recoveredNode === true;
    return buildDeclaration(c, declarationNode, damaged);
}
/** Puts a file's tree together. `broken`: there are mistakes that are reported already. */
export function buildFile(c, parts, broken) {
    const imports = [];
    const declarations = [];
    let edition = null;
    for (const part of parts) {
        if (part.kind === 'Import')
            imports.push(part);
        else if (part.kind !== 'Edition')
            declarations.push(part);
        else {
            if (edition !== null)
                c.report(secondEdition(part, edition));
            else if (imports.length + declarations.length > 0)
                c.report(lateEdition(part));
            edition ??= part;
        }
    }
    if (edition === null && !(broken && declarations.length === 0))
        c.report(noEdition(c));
    const span = spanAt(c.source, 0, c.source.text.length);
    return { kind: 'SourceFile', edition, imports, declarations, span };
}
function buildEdition(c, node) {
    const span = c.span(node);
    const digits = token(node, 'Number');
    if (digits === undefined)
        return { kind: 'Edition', year: null, span };
    const year = Number(digits.image);
    if (editions.includes(year))
        return { kind: 'Edition', year, span };
    const [newest = 0] = editions;
    c.report(problem('P0131', spanOf(c.source, digits), `there is no edition ${digits.image}`, {
        reason: year > newest
            ? `This version of prorl knows the editions ${editions.join(', ')}. A newer version may know more.`
            : `The editions are ${editions.join(', ')}.`,
        fix: replace(spanOf(c.source, digits), String(newest), `write "${newest}"`),
    }));
    return { kind: 'Edition', year: null, span };
}
function noEdition(c) {
    const start = c.source.text.startsWith('\ufeff') ? 1 : 0;
    const [newest = 0] = editions;
    return problem('P0130', spanAt(c.source, start, start), 'this file does not say its edition', {
        label: `"edition ${newest}" is expected here`,
        reason: 'The edition fixes what a file means, so that it still means the same when the language moves on.',
        fix: replace(spanAt(c.source, start, start), `edition ${newest}\n\n`, `begin the file with "edition ${newest}"`),
    });
}
function secondEdition(found, first) {
    return problem('P0126', found.span, 'the edition is given twice', {
        secondary: [{ span: first.span, text: 'first here' }],
        fix: replace(found.span, '', 'remove the second one'),
    });
}
function lateEdition(found) {
    return problem('P0132', found.span, 'the edition stands at the top of the file', {
        reason: 'It says how everything after it is read.',
        fix: { title: 'move it to the first line', edits: [] },
    });
}
function buildImport(c, node) {
    const span = c.span(node);
    const list = child(node, 'importedNames');
    const bare = child(node, 'importedName');
    const names = (list === undefined ? (bare === undefined ? [] : [bare]) : nodes(list, 'importedName')).map((n) => buildImportedName(c, n, span));
    if (bare !== undefined && token(bare, 'Identifier') !== undefined) {
        const at = c.span(bare);
        const text = c.source.text.slice(at.start, at.end);
        c.report(problem('P0127', at, 'the names of an import stand in braces', {
            fix: {
                title: `write "{ ${text} }"`,
                edits: [
                    { span: { ...at, end: at.start, endLine: at.line, endColumn: at.column }, text: '{ ' },
                    { span: after(at), text: ' }' },
                ],
            },
        }));
    }
    const from = token(node, 'String');
    return { kind: 'Import', names, from: from === undefined ? c.hole(span) : buildString(c, from), span };
}
function buildImportedName(c, node, at) {
    const span = c.span(node, at.end);
    const found = node.children['Identifier'] ?? [];
    const [name, alias] = found.map((t) => ('image' in t ? c.name(t, span) : c.name(undefined, span)));
    const first = name ?? c.name(undefined, span);
    return { kind: 'ImportedName', name: first, alias: alias ?? first, span };
}
