import { FoldingRangeKind } from 'vscode-languageserver';
import { brackets } from "../tokens.js";
/** Blocks, calls and lists over several lines, the imports, and comments. */
export function foldingRanges(view) {
    return [...bracketFolds(view.lexed.tokens), ...importFold(view), ...commentFolds(view.lexed.comments)];
}
function bracketFolds(tokens) {
    const open = [];
    const folds = [];
    const closers = new Set([...brackets.values()]);
    for (const token of tokens) {
        if (brackets.has(token.tokenType))
            open.push(token);
        else if (closers.has(token.tokenType)) {
            const at = open.findLastIndex((one) => brackets.get(one.tokenType) === token.tokenType);
            if (at < 0)
                continue;
            const from = open[at].startLine ?? 1;
            const to = (token.startLine ?? 1) - 1;
            open.length = at;
            if (to > from)
                folds.push({ startLine: from - 1, endLine: to - 1 });
        }
    }
    return folds;
}
function importFold({ module }) {
    const { imports } = module.syntax;
    const [first, last] = [imports[0], imports.at(-1)];
    if (first === undefined || last === undefined || last.span.endLine === first.span.line)
        return [];
    return [{ startLine: first.span.line - 1, endLine: last.span.endLine - 1, kind: FoldingRangeKind.Imports }];
}
/** Comments over several lines, and rows of comment lines. */
function commentFolds(comments) {
    const folds = [];
    let from;
    let last = -1;
    const flush = () => {
        if (from !== undefined && last > from) {
            folds.push({ startLine: from - 1, endLine: last - 1, kind: FoldingRangeKind.Comment });
        }
        from = undefined;
    };
    for (const comment of comments) {
        const start = comment.startLine ?? 1;
        if (start !== last + 1)
            flush();
        from ??= start;
        last = comment.endLine ?? start;
    }
    flush();
    return folds;
}
